import Identity
import Testing

@testable import RPC

@Suite struct ServerCallTests {
  private func call(_ name: String, metadata: Metadata = [:], uris: [String] = []) -> ServerCall {
    ServerCall(
      method: AuthenticatorTests.method(name), metadata: metadata, deadline: nil,
      peer: Peer(address: "192.0.2.1:49152", certificateURIs: uris))
  }

  @Test func `What the door lets in is the call's caller`() async throws {
    let desk = try await Desk()
    let door = Authenticator(
      table: AuthenticatorTests.table, tokens: desk.verifier,
      services: ServiceAllowList([.documentStatus]))
    let token = try desk.issuer.token(desk.claims)
    let invite = call("Invite", metadata: ["authorization": "Bearer \(token)"])
    invite.admit(try await door.authenticate(invite))
    #expect(try invite.caller.user.subject.description == "person-7")
    let renew = call("Renew", uris: [ServiceAllowList.uri(of: .documentStatus)])
    renew.admit(try await door.authenticate(renew))
    #expect(try renew.caller.service == .documentStatus)
  }

  @Test func `A call to an open method has no caller`() async throws {
    let desk = try await Desk()
    let door = Authenticator(
      table: AuthenticatorTests.table, tokens: desk.verifier, services: ServiceAllowList([]))
    let check = call("Check")
    check.admit(try await door.authenticate(check))
    let error = #expect(throws: RPCError.self) { try check.caller }
    #expect(error?.code == .unauthenticated)
  }

  @Test func `Somebody else's principal is no caller`() {
    final class Stranger: Sendable {}
    let strange = call("Renew")
    strange.admit(Stranger())
    let error = #expect(throws: RPCError.self) { try strange.caller }
    #expect(error?.code == .unauthenticated)
  }
}
