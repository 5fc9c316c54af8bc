package import Hosting
package import Identity
package import RPC

/// Who is let in: the users whose tokens are signed by a known key, and the services whose
/// certificates are on the list.
package enum DoorSettings {
  package static let keys = Setting.path(
    "identity.keys", help: "File of the public keys (JWKS) that users' tokens are signed with.")
  package static let issuer = Setting.text(
    "identity.issuer", help: "The issuer (iss) whose tokens are believed.")
  package static let carriers = Setting.list(
    "identity.token-carriers", default: [],
    help: "Services, such as gateway, that may show a certificate beside a user's token.")

  package static let all: [any DeclaredSetting] = [keys, issuer, carriers]

  /// The door of a service.
  ///
  /// - Parameters:
  ///   - table: The method × role table.
  ///   - services: What is served: each of their methods must have a row.
  ///   - callers: The services that may call.
  /// - Throws: `AccessTableError` where a method has no row or a row no method.
  package static func open(
    _ settings: Settings, table: AccessTable, serving services: [any RPCService],
    callers: [ServiceName]
  ) async throws -> Authenticator {
    try table.validate(against: services.flatMap(\.handlers).map(\.method))
    do {
      let keys = try await KeySet(KeySource("file:\(try settings[keys])"))
      return Authenticator(
        table: table,
        tokens: TokenVerifier(TokenPolicy(issuer: try settings[issuer]), keys: keys),
        services: try ServiceAllowList(names: callers.map(\.rawValue)),
        tokenCarriers: try ServiceAllowList(names: try settings[carriers]))
    } catch let error as KeySetError {
      throw StartFailure(.usage, "cannot read the keys of identity.keys: \(error)")
    }
  }
}
