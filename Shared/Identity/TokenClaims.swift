import JWTKit

/// A token's claims as they stand on the wire: the registered ones (RFC 7519) and Daybook's own.
///
/// | claim | |
/// |---|---|
/// | `iss`, `aud`, `sub`, `jti` | required; `aud` holds `daybook`, alone or in a list |
/// | `exp`, `iat`, `nbf` | required; seconds since 1970 |
/// | `space`, `space_kind` | required: the space and `business`, `partner` or `back_office` |
/// | `partner_kind` | partner spaces: `accounting`, `referral`, `reseller` |
/// | `roles` | required, at least one, each a role of that kind of space |
/// | `enterprise_number` | business spaces: verified, capitals and digits |
/// | `name`, `space_name` | optional: the person's and the space's name, for showing only |
/// | `space_create_time` | optional: when the space was made, whole seconds since 1970 |
///
/// Everything is optional here so that a missing claim is named rather than reported as bad JSON.
/// jwt-kit's `AudienceClaim` is not used: its initialiser traps on an empty list.
struct TokenClaims: JWTPayload {
  /// `aud` may be one text or a list of them.
  struct Audience: Codable, Sendable {
    var values: [String]

    init(_ values: [String]) { self.values = values }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let one = try? container.decode(String.self) {
        values = [one]
      } else {
        values = try container.decode([String].self)
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      if values.count == 1 { try container.encode(values[0]) } else { try container.encode(values) }
    }
  }

  var iss: String?
  var aud: Audience?
  var sub: String?
  var exp: Double?
  var iat: Double?
  var nbf: Double?
  var jti: String?
  var space: String?
  var spaceKind: String?
  var partnerKind: String?
  var roles: [String]?
  var enterpriseNumber: String?
  var name: String?
  var spaceName: String?
  var spaceCreateTime: Double?

  enum CodingKeys: String, CodingKey {
    case iss, aud, sub, exp, iat, nbf, jti, space
    case spaceKind = "space_kind"
    case partnerKind = "partner_kind"
    case roles
    case enterpriseNumber = "enterprise_number"
    case name
    case spaceName = "space_name"
    case spaceCreateTime = "space_create_time"
  }

  /// jwt-kit calls this when it verifies; Daybook's checks need the time and the policy and stand in
  /// `TokenVerifier`.
  func verify(using algorithm: some JWTAlgorithm) async throws {}
}

extension TokenClaims {
  /// The user that these claims describe.
  func user() throws(TokenRefusal) -> User {
    guard let subject = sub.flatMap(Subject.init) else { throw .badClaim("sub") }
    guard let space = space.flatMap(SpaceID.init) else { throw .badClaim("space") }
    guard let jti, (1...255).contains(jti.utf8.count) else { throw .badClaim("jti") }
    let kind = try kind()
    return User(
      subject: subject, space: space, spaceKind: kind, roles: try roles(in: kind),
      enterpriseNumber: try enterpriseNumber(in: kind),
      displayName: try Self.shown(name, claim: "name"),
      spaceName: try Self.shown(spaceName, claim: "space_name"),
      spaceCreateTime: try spaceCreateMicroseconds())
  }

  private func kind() throws(TokenRefusal) -> SpaceKind {
    switch spaceKind {
    case "business": return .business
    case "back_office": return .backOffice
    case "partner":
      guard let kind = partnerKind.flatMap(PartnerKind.init) else {
        throw .badClaim("partner_kind")
      }
      return .partner(kind)
    default: throw .badClaim("space_kind")
    }
  }

  private func roles(in kind: SpaceKind) throws(TokenRefusal) -> [CallerRole] {
    guard let names = roles, !names.isEmpty else { throw .badClaim("roles") }
    var known: [CallerRole] = []
    for name in names {
      guard let role = CallerRole(tokenName: name, in: kind) else { throw .badClaim("roles") }
      if !known.contains(role) { known.append(role) }
    }
    return known
  }

  private func enterpriseNumber(in kind: SpaceKind) throws(TokenRefusal) -> String? {
    guard kind == .business else {
      guard enterpriseNumber == nil else { throw .badClaim("enterprise_number") }
      return nil
    }
    guard let number = enterpriseNumber, (4...20).contains(number.utf8.count),
      number.utf8.allSatisfy({ $0.isDigit || $0.isUpper })
    else { throw .badClaim("enterprise_number") }
    return number
  }

  private static func shown(_ name: String?, claim: String) throws(TokenRefusal) -> String? {
    guard let name else { return nil }
    guard (1...200).contains(name.utf8.count),
      !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw .badClaim(claim) }
    return name
  }

  /// As a Double every whole number of seconds until the year 9999 is exact.
  private func spaceCreateMicroseconds() throws(TokenRefusal) -> Int64? {
    guard let seconds = spaceCreateTime else { return nil }
    guard (0...253_402_300_799).contains(seconds), seconds == seconds.rounded() else {
      throw .badClaim("space_create_time")
    }
    return Int64(seconds) * 1_000_000
  }
}
