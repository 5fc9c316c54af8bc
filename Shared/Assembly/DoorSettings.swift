package import Hosting
package import Identity
import RPC

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
  ///   - table: The method × role table; every served method must have a row.
  ///   - services: The services that may call.
  package static func open(
    _ settings: Settings, table: AccessTable, services: [ServiceName]
  ) async throws -> Authenticator {
    do {
      let keys = try await KeySet(KeySource("file:\(try settings[keys])"))
      return Authenticator(
        table: table,
        tokens: TokenVerifier(TokenPolicy(issuer: try settings[issuer]), keys: keys),
        services: try ServiceAllowList(names: services.map(\.rawValue)),
        tokenCarriers: try ServiceAllowList(names: try settings[carriers]))
    } catch let error as KeySetError {
      throw StartFailure(.usage, "cannot read the keys of identity.keys: \(error)")
    }
  }
}
