import JWTKit

/// Signs users' tokens for development and tests. In production the identity provider does this; no
/// service holds a signing key.
package struct TokenSigner: Sendable {
  package let key: SigningKey
  package let issuer: String
  package let audience: String

  package init(key: SigningKey, issuer: String, audience: String = "daybook") {
    self.key = key
    self.issuer = issuer
    self.audience = audience
  }

  /// - Parameters:
  ///   - lifetime: Seconds; verifiers refuse more than 24 hours by default.
  ///   - now: Microseconds since 1970.
  package func sign(
    _ user: User, lifetime: Int64 = 3600, now: Int64 = WallClock.now()
  ) async throws -> String {
    try await sign(claims(for: user, lifetime: lifetime, now: now))
  }

  func sign(_ claims: TokenClaims) async throws -> String {
    let kid = JWKIdentifier(string: key.kid)
    return try await JWTKeyCollection().add(ecdsa: key.key, kid: kid).sign(claims, kid: kid)
  }

  func claims(for user: User, lifetime: Int64, now: Int64) -> TokenClaims {
    let issued = now / 1_000_000
    return TokenClaims(
      iss: issuer, aud: .init([audience]), sub: user.subject.description,
      exp: Double(issued + lifetime), iat: Double(issued), nbf: Double(issued),
      jti: ResourceID.unguessable(in: user.space).part, space: user.space.description,
      spaceKind: user.spaceKind.name, partnerKind: user.spaceKind.partnerKind?.rawValue,
      roles: user.roles.compactMap(\.tokenName), enterpriseNumber: user.enterpriseNumber,
      name: user.displayName, spaceName: user.spaceName,
      spaceCreateTime: user.spaceCreateTime.map { Double($0 / 1_000_000) })
  }
}

extension SpaceKind {
  /// The kind of firm, for a Partner Space.
  package var partnerKind: PartnerKind? {
    if case .partner(let kind) = self { kind } else { nil }
  }
}
