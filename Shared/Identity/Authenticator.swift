package import RPC

/// Proves who calls and holds the access table over it: the one door of a server.
///
/// 1. A method open to everybody passes; no credentials are looked at, the call has no caller.
/// 2. `authorization: Bearer …` makes the token's user the caller.
/// 3. Otherwise the URI of the verified client certificate makes a service the caller, if the
///    allow-list has it.
/// 4. Both together are refused, unless the certificate is that of a service in `tokenCarriers` (a
///    gateway that passes users' tokens on); then the user acts and the certificate grants nothing.
///    Otherwise a service that was tricked into sending a token on would act with whichever was stronger.
/// 5. The access table decides on the method.
///
/// Plain metadata proves nothing and no other field is read.
package final class Authenticator: Sendable {
  private let table: AccessTable
  private let tokens: TokenVerifier
  private let services: ServiceAllowList
  private let tokenCarriers: ServiceAllowList

  package init(
    table: AccessTable, tokens: TokenVerifier, services: ServiceAllowList,
    tokenCarriers: ServiceAllowList = ServiceAllowList([])
  ) {
    self.table = table
    self.tokens = tokens
    self.services = services
    self.tokenCarriers = tokenCarriers
  }

  /// What `ServerOptions.authenticate` is set to; the principal is a `Caller`, which `ServerCall.caller`
  /// gives back.
  package var authenticate: @Sendable (ServerCall) async throws -> (any AnyObject & Sendable)? {
    { call in
      try await self.caller(of: call.method, metadata: call.metadata, peer: call.peer)
    }
  }

  /// - Returns: Nil for a method that is open to everybody.
  /// - Throws: UNAUTHENTICATED, PERMISSION_DENIED, or UNAVAILABLE while the keys cannot be read.
  package func caller(
    of method: RPCMethod, metadata: Metadata, peer: Peer
  ) async throws -> Caller? {
    if table.isOpen(method) { return nil }
    let caller =
      if let token = try Self.bearerToken(in: metadata) {
        try await user(token: token, peer: peer)
      } else {
        try service(of: peer)
      }
    try table.check(caller, mayCall: method)
    return caller
  }

  private func user(token: String, peer: Peer) async throws -> Caller {
    guard
      peer.certificateURIs.isEmpty || tokenCarriers.service(of: peer.certificateURIs) != nil
    else {
      throw RPCError(
        .unauthenticated,
        "a client certificate and a token together are not accepted from this peer")
    }
    return try await tokens.caller(of: token)
  }

  private func service(of peer: Peer) throws(RPCError) -> Caller {
    guard !peer.certificateURIs.isEmpty else { throw TokenRefusal.missing.rpcError }
    guard let name = services.service(of: peer.certificateURIs) else {
      throw RPCError(
        .unauthenticated, "the client certificate is not of a service that may call here")
    }
    return Self.serviceCallers[name] ?? Caller(.service(name))
  }

  /// One object a service, so that a call by certificate allocates nothing.
  private static let serviceCallers = Dictionary(
    uniqueKeysWithValues: ServiceName.allCases.map { ($0, Caller(.service($0))) })

  /// The token of the one `authorization` field (RFC 6750 section 2.1); nil without that field. Two
  /// fields are refused: whoever checked the first must not see us believe the second.
  private static func bearerToken(in metadata: Metadata) throws(RPCError) -> String? {
    let all = metadata.values("authorization")
    guard let found = all.first else { return nil }
    guard all.count == 1, found.utf8.count > 7,
      found.hasPrefix("Bearer ")
        || found.utf8.prefix(7).elementsEqual("Bearer ".utf8, by: sameLetter)
    else { throw TokenRefusal.malformed.rpcError }
    return String(Substring(found.utf8.dropFirst(7)))
  }

  /// The scheme's name is case-insensitive (RFC 9110 section 11.1).
  private static func sameLetter(_ a: UInt8, _ b: UInt8) -> Bool {
    a == b || (b != 0x20 && a | 0x20 == b | 0x20)
  }
}
