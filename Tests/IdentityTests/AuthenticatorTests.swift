import Identity
import RPC
import Testing

/// What a peer sends and what must come of it.
struct Approach: Sendable, CustomTestStringConvertible {
  let testDescription: String
  var authorization: [String] = []
  var uris: [String] = []
  var method = "Renew"
  /// The caller's first role, `nobody`, or the refusal's code and words.
  let outcome: String
}

@Suite struct AuthenticatorTests {
  static let service = "spiffe://daybook/service/document-status"
  static let gateway = "spiffe://daybook/service/gateway"
  static let missing =
    "UNAUTHENTICATED a bearer token or a service's client certificate is needed"
  static let malformed = "UNAUTHENTICATED the token is malformed"
  static let stranger =
    "UNAUTHENTICATED the client certificate is not of a service that may call here"
  static let both =
    "UNAUTHENTICATED a client certificate and a token together are not accepted from this peer"

  /// `TOKEN` stands for a client manager's good token.
  static let approaches: [Approach] =
    [
      Approach(testDescription: "nothing", outcome: missing),
      Approach(
        testDescription: "a token", authorization: ["Bearer TOKEN"], method: "Invite",
        outcome: "partner client_manager"),
      Approach(
        testDescription: "the scheme in capitals", authorization: ["BEARER TOKEN"],
        method: "Invite", outcome: "partner client_manager"),
      Approach(testDescription: "a service", uris: [service], outcome: "service document-status"),
      Approach(
        testDescription: "a token where services are let in", authorization: ["Bearer TOKEN"],
        outcome: "PERMISSION_DENIED /t.S/Renew may be called by: service document-status"),
      Approach(
        testDescription: "a service where users are let in", uris: [service], method: "Invite",
        outcome: "PERMISSION_DENIED /t.S/Invite may be called by: partner client_manager"),
      Approach(
        testDescription: "a service and a token", authorization: ["Bearer TOKEN"], uris: [service],
        outcome: both),
      Approach(
        testDescription: "a service and a token, user's method", authorization: ["Bearer TOKEN"],
        uris: [service], method: "Invite", outcome: both),
      Approach(
        testDescription: "a stranger's certificate and a token", authorization: ["Bearer TOKEN"],
        uris: ["spiffe://other/x"], method: "Invite", outcome: both),
      Approach(
        testDescription: "a gateway and a token", authorization: ["Bearer TOKEN"], uris: [gateway],
        method: "Invite", outcome: "partner client_manager"),
      Approach(
        testDescription: "a gateway and a bad token", authorization: ["Bearer x.y.z"],
        uris: [gateway], method: "Invite", outcome: malformed),
      Approach(testDescription: "a gateway alone", uris: [gateway], outcome: stranger),
      Approach(
        testDescription: "a gateway with a second URI and a token", authorization: ["Bearer TOKEN"],
        uris: [gateway, service], method: "Invite", outcome: both),
      Approach(
        testDescription: "two tokens", authorization: ["Bearer TOKEN", "Bearer TOKEN"],
        method: "Invite", outcome: malformed),
      Approach(
        testDescription: "another scheme", authorization: ["Basic TOKEN"], method: "Invite",
        outcome: malformed),
      Approach(
        testDescription: "another scheme with a service", authorization: ["Basic eDp5"],
        uris: [service], outcome: malformed),
      Approach(
        testDescription: "no scheme", authorization: ["TOKEN"], method: "Invite", outcome: malformed
      ),
      Approach(
        testDescription: "an empty token", authorization: ["Bearer "], method: "Invite",
        outcome: malformed),
      Approach(
        testDescription: "an empty field", authorization: [""], uris: [service], outcome: malformed),
      Approach(
        testDescription: "two spaces", authorization: ["Bearer  TOKEN"], method: "Invite",
        outcome: malformed),
      Approach(
        testDescription: "a method without a row", uris: [service], method: "Other",
        outcome: "PERMISSION_DENIED nobody may call /t.S/Other"),
      Approach(
        testDescription: "a method without a row and nothing", method: "Other", outcome: missing),
      Approach(testDescription: "an open method and nothing", method: "Check", outcome: "nobody"),
      Approach(
        testDescription: "an open method and a bad token", authorization: ["Bearer x"],
        method: "Check", outcome: "nobody"),
      Approach(
        testDescription: "an open method and a stranger", uris: ["spiffe://other/x"],
        method: "Check", outcome: "nobody"),
    ]
    + [
      "spiffe://daybook/service/integration-dispatch", "spiffe://daybook/service/document-status/",
      "spiffe://daybook/service/document-statu", "spiffe://daybook/service/document-status2",
      "spiffe://daybook/service/Document-status", "SPIFFE://daybook/service/document-status",
      "spiffe://daybook/service/document%2Dstatus", "spiffe://daybook//service/document-status",
      "spiffe://daybook.evil/service/document-status", "spiffe://evil/service/document-status",
      "https://daybook/service/document-status", "document-status", "",
      "spiffe://daybook/service/document-status\0",
    ].map { Approach(testDescription: "the URI \($0)", uris: [$0], outcome: stranger) }
    + [
      Approach(
        testDescription: "two URIs", uris: [service, "spiffe://daybook/service/client-link"],
        outcome: stranger),
      Approach(testDescription: "one URI twice", uris: [service, service], outcome: stranger),
    ]

  @Test("A call's credentials make its caller or are refused", arguments: approaches)
  func decides(_ approach: Approach) async throws {
    let desk = try await Desk()
    let door = Authenticator(
      table: Self.table, tokens: desk.verifier, services: ServiceAllowList([.documentStatus]),
      tokenCarriers: ServiceAllowList([.gateway]))
    let token = try desk.issuer.token(desk.claims)
    var metadata: Metadata = [
      "x-user": "administrator", "x-forwarded-client-cert": "URI=\(Self.service)",
    ]
    for value in approach.authorization {
      metadata.add("authorization", value.replacing("TOKEN", with: token))
    }
    var outcome: String
    do {
      let caller = try await door.caller(
        of: Self.method(approach.method), metadata: metadata,
        peer: Peer(address: "192.0.2.1:49152", certificateURIs: approach.uris))
      outcome = caller?.roles.first?.description ?? "nobody"
    } catch {
      let refusal = try #require(error as? RPCError)
      outcome = "\(refusal.code.name) \(refusal.message)"
    }
    #expect(outcome == approach.outcome)
  }

  @Test func `Without a configured carrier no certificate may stand beside a token`() async throws {
    let desk = try await Desk()
    let door = Authenticator(
      table: Self.table, tokens: desk.verifier, services: ServiceAllowList(ServiceName.allCases))
    let token = try desk.issuer.token(desk.claims)
    for uri in ServiceName.allCases.map({ ServiceAllowList.uri(of: $0) }) {
      await #expect(throws: RPCError.self) {
        _ = try await door.caller(
          of: Self.method("Invite"), metadata: ["authorization": "Bearer \(token)"],
          peer: Peer(address: "192.0.2.1:49152", certificateURIs: [uri]))
      }
    }
  }

  @Test func `A service's URI is the documented one in the configured trust domain`() throws {
    #expect(ServiceAllowList.uri(of: .clientLink) == "spiffe://daybook/service/client-link")
    #expect(
      ServiceAllowList.uri(of: .bankFeed, trustDomain: "example.org")
        == "spiffe://example.org/service/bank-feed")
  }

  @Test func `An allow-list with a name that is no service stops the start`() {
    let error = #expect(throws: UnknownService.self) {
      _ = try ServiceAllowList(names: ["client-link", "client_link"])
    }
    #expect(
      error?.description.hasPrefix("no service is called client_link; there are client-link")
        == true)
  }

  @Test func `What is in another space is not found in the same words as what is nowhere`() throws {
    let own = Caller.with([.partner(.administrator)], space: "firm-a")
    let name = "spaces/firm-b/clients/1"
    let firmA = try #require(SpaceID("firm-a"))
    let firmB = try #require(SpaceID("firm-b"))
    try own.require(firmA, for: name)
    for caller in [own, Caller(.service(.clientLink))] {
      let error = #expect(throws: RPCError.self) { try caller.require(firmB, for: name) }
      #expect(error?.code == .notFound)
      #expect(error?.message == RPCError.notFound(name).message)
    }
  }

  static func method(_ name: String) -> RPCMethod {
    RPCMethod(service: "t.S", name: name, kind: .unary, idempotency: .unknown)
  }

  static let table = AccessTable([
    MethodAccess(method("Renew"), allow: .service(.documentStatus)),
    MethodAccess(method("Invite"), allow: .partner(.clientManager)),
    .everybody(method("Check")),
  ])
}
