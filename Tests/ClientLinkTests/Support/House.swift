import Contracts
import Database
import Identity
import RPC
import Records
import Synchronization
import TestDatabases
import Testing

@testable import ClientLink

/// client-link whole, behind a real server and channel, on an empty database: as an executable runs
/// it but for tokens, instead of which a call names its caller by a key.
final class House: Sendable {
  let database: Database
  let events: ClientEvents
  let endings: LinkEndings
  let standing: Standing
  let outboxes: Outboxes
  let channel: RPCChannel
  private let server: RPCServer
  private let callers = Mutex<[String: Caller]>([:])

  private init(
    _ database: Database, _ parts: Parts, _ server: RPCServer, _ channel: RPCChannel
  ) {
    self.database = database
    standing = parts.standing
    events = parts.events
    endings = parts.endings
    outboxes = events.effects.links.outboxes
    self.server = server
    self.channel = channel
  }

  struct Options {
    var lease = Duration.milliseconds(500)
    var checkIsRequired = false
    var lifetime: Int64 = 30 * 86_400_000_000
    var reminder: Int64? = 7 * 86_400_000_000
  }

  static let key = [UInt8](repeating: 7, count: 32)

  /// Opens a house for the time of `body`.
  static func open(
    _ options: Options = Options(), _ body: @Sendable (House) async throws -> Void
  ) async throws {
    let database = try await Database.open(
      url: try await TestEngine.current.freshURL(), migrations: migrations)
    let parts = try await Parts(
      database: database, receivers: LinkReceivers.nowhere,
      terms: InvitationTerms(key: key, lifetime: options.lifetime, reminder: options.reminder),
      leaseDuration: options.lease, checkIsRequired: options.checkIsRequired)
    try Access.table.validate(against: parts.services.flatMap(\.handlers).map(\.method))
    var serverOptions = ServerOptions()
    let door = Door()
    serverOptions.authenticate = { call in try door.caller(of: call) }
    serverOptions.interceptors = [ErrorTranslation()]
    serverOptions.eventLoops = 1
    let server = RPCServer(
      services: parts.services, options: serverOptions)
    let port = try await server.start(host: "127.0.0.1", port: 0)
    let channel = RPCChannel(target: "127.0.0.1:\(port)")
    let house = House(database, parts, server, channel)
    door.house.withLock { $0 = house }
    do {
      try await body(house)
      await house.close(door)
    } catch {
      await house.close(door)
      throw error
    }
  }

  private func close(_ door: Door) async {
    await channel.close()
    await server.stop(grace: .seconds(1))
    await database.close()
    door.house.withLock { $0 = nil }
  }

  /// The options of a call by this caller.
  func by(_ caller: Caller) -> CallOptions {
    let key = "\(ObjectIdentifier(caller))"
    callers.withLock { $0[key] = caller }
    return CallOptions(metadata: ["test-caller": key], timeout: .seconds(60))
  }

  private final class Door: Sendable {
    let house = Mutex<House?>(nil)

    func caller(of call: ServerCall) throws -> Caller? {
      let key = call.metadata["test-caller"] ?? ""
      guard let caller = house.withLock({ $0 })?.callers.withLock({ $0[key] }) else { return nil }
      try Access.table.check(caller, mayCall: call.method)
      return caller
    }
  }
}

extension House {
  var clients: ClientServiceClient { ClientServiceClient(channel) }
  var links: LinkServiceClient { LinkServiceClient(channel) }
  var backOffice: BackOfficeServiceClient { BackOfficeServiceClient(channel) }
  var leases: LeaseServiceClient { LeaseServiceClient(channel) }

  static func draft(
    _ name: String = "Bakery North", number: String = Numbers.bakery,
    email: String = "office@bakery.example"
  ) -> Client {
    Client(displayName: name, enterpriseNumber: number, contactEmail: email, languageCode: "en")
  }

  func add(_ client: Client = draft(), by caller: Caller) async throws -> Client {
    let space = try caller.user.space
    return try await clients.createClient(
      CreateClientRequest(parent: "partners/\(space)", client: client), by(caller))
  }

  func invite(_ client: Client, by caller: Caller) async throws -> Client {
    try await clients.inviteClient(InviteClientRequest(name: client.name), by(caller))
  }

  func accept(
    _ token: String, by caller: Caller, consent: Bool = true
  ) async throws -> Link {
    let space = try caller.user.space
    return try await links.acceptInvitation(
      AcceptInvitationRequest(parent: "businesses/\(space)", token: token, consent: consent),
      by(caller))
  }

  /// A client that is linked to the bakery.
  func activeClient(by partner: Caller, business: Caller) async throws -> Client {
    let client = try await invite(try await add(by: partner), by: partner)
    _ = try await accept(try await token(of: client), by: business)
    return try await clients.getClient(GetClientRequest(name: client.name), by(partner))
  }

  /// The token of the client's newest invitation: what its mail carries.
  func token(of client: Client) async throws -> String {
    let parts = client.name.split(separator: "/")
    let name = ClientName(partner: String(parts[1]), client: String(parts[3]))
    let latest = try await database.read { tx in
      try await InvitationStore().latest(of: name, in: tx)
    }
    let invitation = try #require(latest)
    let space = try #require(SpaceID(name.partner))
    return events.effects.invitations.terms.token(of: invitation.id, in: space).description
  }

  func history(of client: Client, by partner: Caller) async throws -> [HistoryEntry] {
    try await clients.listClientHistory(
      ListClientHistoryRequest(name: client.name, pageSize: 1_000), by(partner)
    ).entries
  }
}

/// A call that must fail; returns its status.
func refusal(
  _ call: () async throws -> some Any, _ place: SourceLocation = #_sourceLocation
) async -> RPCError? {
  do {
    _ = try await call()
    Issue.record("the call was not refused", sourceLocation: place)
    return nil
  } catch {
    return error as? RPCError
  }
}

extension LinkReceivers {
  /// Of a house that calls nobody.
  static let nowhere = LinkReceivers(
    documentStatus: RPCChannel(target: "127.0.0.1:1"),
    integrationDispatch: RPCChannel(target: "127.0.0.1:1"))
}
