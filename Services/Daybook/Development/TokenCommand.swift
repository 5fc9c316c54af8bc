import ArgumentParser
import EInvoice
import Foundation
import Identity

/// Signs a token as the identity provider of a real installation would.
struct TokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Sign a token for development and print it.",
    discussion: """
      The services must be started with the key set of the same folder (--identity-keys \
      FOLDER/keys.json) and the same issuer.
      """)

  @Option(help: ArgumentHelp("Where `daybook keys make` put the keys.", valueName: "folder"))
  var keys: String
  @Option(help: "The space's id.") var space: String
  @Option(help: "business, partner or back-office.") var kind: String
  @Option(help: "accounting, referral or reseller; partners only (default: accounting).")
  var partnerKind: String?
  @Option(
    help: """
      administrator, client-manager, accountant (partners); administrator, member (businesses); \
      back-office. May be repeated.
      """)
  var role: [String]
  @Option(help: "Who it is: the token's sub.") var subject: String
  @Option(help: "The person's name, for showing.") var name: String?
  @Option(help: "The verified enterprise or VAT number; businesses only, and needed there.")
  var number: String?
  @Option(help: "The name of the firm or business, for showing.") var spaceName: String?
  @Option(
    help: ArgumentHelp(
      """
      When the space was made: a day or an RFC 3339 time. A referral partner may link only spaces \
      made after its invitation.
      """, valueName: "time"))
  var spaceCreated: String?
  @Option(help: "How long it is good, in seconds, a day at most.") var lifetime: Int64 = 3600
  @Option(help: "The issuer that the services trust.") var issuer = "https://daybook.localhost"

  func validate() throws {
    guard !role.isEmpty else { throw ValidationError("give --role") }
    guard (1...86_400).contains(lifetime) else {
      throw ValidationError("--lifetime is 1 to 86400 seconds")
    }
  }

  mutating func run() async throws {
    print(try await signed())
  }

  func signed() async throws -> String {
    let user = try user()
    let pem = try InputFile("\(keys)/signing-key.pem").text()
    guard let key = try? SigningKey(pem: pem) else {
      throw Failure(.other, "\(keys)/signing-key.pem is not a P-256 private key in PEM")
    }
    return try await TokenSigner(key: key, issuer: issuer).sign(user, lifetime: lifetime)
  }

  private func user() throws(Failure) -> User {
    guard let subject = Subject(subject) else {
      throw Failure(.usage, "--subject is 1 to 255 visible ASCII characters")
    }
    guard let space = SpaceID(lastPart(space)) else {
      throw Failure(.usage, "--space is 1 to 63 of a-z, 0-9 and -, a letter first and no - last")
    }
    let kind = try spaceKind()
    return User(
      subject: subject, space: space, spaceKind: kind, roles: try roles(in: kind),
      enterpriseNumber: try enterpriseNumber(in: kind), displayName: name,
      spaceName: spaceName, spaceCreateTime: try spaceCreateTime())
  }

  private func spaceKind() throws(Failure) -> SpaceKind {
    guard partnerKind == nil || kind == "partner" else {
      throw Failure(.usage, "--partner-kind is for --kind partner")
    }
    switch Self.word(kind) {
    case "business": return .business
    case "back_office": return .backOffice
    case "partner":
      guard let kind = PartnerKind(rawValue: partnerKind ?? "accounting") else {
        throw Failure(.usage, "--partner-kind is accounting, referral or reseller")
      }
      return .partner(kind)
    default: throw Failure(.usage, "--kind is business, partner or back-office")
    }
  }

  private func roles(in kind: SpaceKind) throws(Failure) -> [CallerRole] {
    var roles: [CallerRole] = []
    for name in role {
      guard let role = CallerRole(tokenName: Self.word(name), in: kind) else {
        let known = CallerRole.allCases.compactMap(\.tokenName).filter {
          CallerRole(tokenName: $0, in: kind) != nil
        }
        throw Failure(
          .usage, "--role is one of \(Set(known).sorted().joined(separator: ", ")) here")
      }
      roles.append(role)
    }
    return roles
  }

  private func enterpriseNumber(in kind: SpaceKind) throws(Failure) -> String? {
    guard kind == .business else {
      guard number == nil else { throw Failure(.usage, "--number is for --kind business") }
      return nil
    }
    guard let number else { throw Failure(.usage, "--kind business needs --number") }
    guard
      let read = (try? EnterpriseNumber(number)) ?? (try? EnterpriseNumber(number, country: "BE"))
    else { throw Failure(.usage, "--number is not an enterprise or VAT number") }
    return read.description
  }

  private func spaceCreateTime() throws(Failure) -> Int64? {
    guard let spaceCreated else { return nil }
    guard let time = TimeText.microseconds(spaceCreated) else {
      throw Failure(.usage, "--space-created is 2026-11-21 or 2026-11-21T10:00:00Z")
    }
    return time
  }

  /// Dashes and underscores are the same to a person.
  private static func word(_ text: String) -> String { text.replacing("-", with: "_") }
}
