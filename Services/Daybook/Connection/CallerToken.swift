import Contracts
import Foundation
import RPC

/// The token that the tool sends with each call.
///
/// It is read here only for the space that completes short names: the services verify it, the tool
/// does not.
struct CallerToken: Sendable {
  let text: String
  /// Nil where the token does not say: short names then need `--space`.
  let space: CallerSpace?

  init(_ text: String) {
    self.text = text
    space = Self.space(in: text)
  }

  /// The token of the flags, else of the environment; nil where none is given. A certificate is an
  /// identity of its own: the token in the environment, which is a person's, is then left alone.
  static func find(
    _ options: ConnectionOptions, _ environment: [String: String]
  ) throws(Failure) -> CallerToken? {
    if let token = options.token { return CallerToken(token) }
    if let file = options.tokenFile { return try read(file) }
    guard options.certificate == nil else { return nil }
    if let token = environment["DAYBOOK_TOKEN"], !token.isEmpty { return CallerToken(token) }
    if let file = environment["DAYBOOK_TOKEN_FILE"], !file.isEmpty { return try read(file) }
    return nil
  }

  private static func read(_ path: String) throws(Failure) -> CallerToken {
    let text = try InputFile(path).text()
    return CallerToken(text.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  private static func space(in token: String) -> CallerSpace? {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    var payload = parts[1].replacing("-", with: "+").replacing("_", with: "/")
    payload += String(repeating: "=", count: (4 - payload.count % 4) % 4)
    guard let bytes = Data(base64Encoded: String(payload)),
      let claims = try? JSONDecoder().decode(SpaceClaims.self, from: bytes)
    else { return nil }
    switch claims.spaceKind {
    case "business": return .business(claims.space)
    case "partner": return .partner(claims.space)
    case "back_office": return .backOffice
    default: return nil
    }
  }

  /// The two claims that are read.
  private struct SpaceClaims: Decodable {
    let space: String
    let spaceKind: String

    enum CodingKeys: String, CodingKey {
      case space
      case spaceKind = "space_kind"
    }
  }
}

/// The space a call is made in.
enum CallerSpace: Sendable, Equatable {
  case business(String)
  case partner(String)
  case backOffice

  /// Reads `--space`: with its kind (`businesses/bakery`), or bare, when it is of the kind that the
  /// token has.
  init(_ text: String, like token: CallerSpace?) throws(Failure) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch (parts.count, parts.first, token) {
    case (2, "businesses", _): self = .business(parts[1])
    case (2, "partners", _): self = .partner(parts[1])
    case (1, _, .business): self = .business(parts[0])
    case (1, _, .partner): self = .partner(parts[0])
    default: throw Failure(.usage, "--space must be businesses/ID or partners/ID")
    }
  }
}
