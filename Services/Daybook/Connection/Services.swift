import Contracts
import Foundation
import RPC

/// What a command works with: the services' clients, the caller's names, and where the answer goes.
struct Services: Sendable {
  let names: Names
  let output: Output
  private let channels: [ServicePlace: RPCChannel]
  private let metadata: Metadata
  private let timeout: Double?

  /// Nothing connects before the first call.
  init(
    _ options: ConnectionOptions, environment: [String: String], output: Output? = nil
  ) throws {
    let token = try CallerToken.find(options, environment)
    let space = try options.space.map { try CallerSpace($0, like: token?.space) }
    names = Names(space: space ?? token?.space)
    self.output = output ?? Output(json: options.json)
    metadata = token.map { ["authorization": "Bearer \($0.text)"] } ?? [:]
    timeout = options.timeout

    let channelOptions = try Self.channelOptions(options, environment)
    var channels: [ServicePlace: RPCChannel] = [:]
    for place in ServicePlace.allCases {
      channels[place] = RPCChannel(
        target: place.address(options, environment), options: channelOptions)
    }
    self.channels = channels
  }

  private static func channelOptions(
    _ options: ConnectionOptions, _ environment: [String: String]
  ) throws -> ChannelOptions {
    var channel = ChannelOptions()
    channel.userAgent = "daybook-tool/1"
    guard !options.plaintext else { return channel }
    let roots = options.roots ?? environment["DAYBOOK_ROOTS"].flatMap { $0.isEmpty ? nil : $0 }
    // A connection that fails for a file says only that it failed: look at the files first.
    for path in [roots, options.certificate, options.key].compactMap(\.self) {
      _ = try InputFile(path).text()
    }
    channel.tls = TLSOptions(
      certificateChain: options.certificate, privateKey: options.key, trustRoots: roots,
      serverName: options.serverName)
    return channel
  }

  func channel(_ place: ServicePlace) throws -> RPCChannel {
    guard let channel = channels[place] else { throw Failure(.other, "\(place) has no address") }
    return channel
  }

  /// Connections that the command opened are closed in an orderly way before the process ends.
  func close() async {
    for channel in channels.values { await channel.close() }
  }

  /// For a call that asks and is answered.
  var call: CallOptions { CallOptions(metadata: metadata, timeout: duration(timeout ?? 30)) }

  /// For a call that moves a file: as long as it takes, unless the person said otherwise.
  var transfer: CallOptions { CallOptions(metadata: metadata, timeout: duration(timeout ?? 0)) }

  private func duration(_ seconds: Double) -> Duration? { seconds > 0 ? .seconds(seconds) : nil }

  var clients: ClientServiceClient { get throws { try .init(channel(.clientLink)) } }
  var links: LinkServiceClient { get throws { try .init(channel(.clientLink)) } }
  var backOffice: BackOfficeServiceClient { get throws { try .init(channel(.clientLink)) } }
  var linkReconciliation: LinkReconciliationServiceClient {
    get throws { try .init(channel(.clientLink)) }
  }
  var approvalReconciliation: ApprovalReconciliationServiceClient {
    get throws { try .init(channel(.documentStatus)) }
  }
  var documents: DocumentServiceClient { get throws { try .init(channel(.documentStatus)) } }
  var accounting: AccountingServiceClient { get throws { try .init(channel(.documentStatus)) } }
  var network: NetworkServiceClient { get throws { try .init(channel(.documentStatus)) } }
  var integrations: IntegrationServiceClient {
    get throws { try .init(channel(.integrationDispatch)) }
  }
  var deliveries: DeliveryServiceClient { get throws { try .init(channel(.integrationDispatch)) } }
}
