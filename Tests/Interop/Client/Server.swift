import InteropProtos
import RPC

/// The server under test with a channel to it. The cases are its extensions.
struct Server: Sendable {
  let target: String
  let options: ChannelOptions
  let channel: RPCChannel
  /// It looks whether a request came compressed.
  let seesCompression: Bool

  var client: GrpcTestingTestServiceClient { GrpcTestingTestServiceClient(channel) }

  func withChannel(_ channel: RPCChannel) -> Server {
    Server(target: target, options: options, channel: channel, seesCompression: seesCompression)
  }
}

extension CallOptions {
  /// No case waits for ever for a server that does not answer.
  static let bounded = CallOptions(timeout: .seconds(60))

  static func bounded(_ metadata: Metadata) -> CallOptions {
    CallOptions(metadata: metadata, timeout: .seconds(60))
  }
}

extension GrpcTestingPayload {
  static func zeros(_ count: Int) -> GrpcTestingPayload {
    GrpcTestingPayload(type: .compressable, body: Array(repeating: 0, count: count))
  }
}

/// The payload of a reply has this many bytes, all zero.
func expectZeros(_ payload: GrpcTestingPayload?, _ count: Int) throws {
  try expect(payload?.type, .compressable, "the payload's type")
  try expect(payload?.body.count, count, "the payload's size")
  try expect(payload?.body.allSatisfy { $0 == 0 }, true, "that the payload is all zeros")
}
