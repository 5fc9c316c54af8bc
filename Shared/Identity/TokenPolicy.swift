/// What a token must be to be believed, besides being signed with a key of the key set.
package struct TokenPolicy: Sendable {
  /// The exact `iss`.
  package var issuer: String
  /// Must stand in `aud`.
  package var audience = "daybook"
  /// How far the issuer's clock may be from ours, in seconds.
  package var clockSkew: Int64 = 60
  /// The longest time from `iat` to `exp`, in seconds: a token cannot be called back before `exp`
  /// other than by removing its key.
  package var maximumLifetime: Int64 = 24 * 3600
  /// The longest token in bytes. A header list has 16 KiB by default.
  package var maximumBytes = 8 << 10
  /// The most verified tokens that are remembered.
  package var cacheCapacity = 16_384

  package init(issuer: String) { self.issuer = issuer }

  /// Checks the claims that bound a token in place and time.
  ///
  /// - Parameter now: Seconds since 1970.
  /// - Returns: The second from which the token is refused.
  func check(_ claims: TokenClaims, now: Int64) throws(TokenRefusal) -> Int64 {
    guard let iss = claims.iss else { throw .badClaim("iss") }
    guard iss == issuer else { throw .wrongIssuer }
    guard let aud = claims.aud else { throw .badClaim("aud") }
    guard aud.values.contains(audience) else { throw .wrongAudience }
    let expires = try seconds(claims.exp, "exp")
    let issued = try seconds(claims.iat, "iat")
    let begins = try seconds(claims.nbf, "nbf")
    let end = expires + clockSkew
    guard now < end else { throw .expired }
    guard max(issued, begins) <= now + clockSkew else { throw .notYetValid }
    guard expires - issued <= maximumLifetime else { throw .lifetimeTooLong }
    return end
  }

  /// A NumericDate between 1970 and 9999; whole seconds are enough.
  private func seconds(_ value: Double?, _ claim: String) throws(TokenRefusal) -> Int64 {
    guard let value, value >= 0, value < 253_402_300_800 else { throw .badClaim(claim) }
    return Int64(value)
  }
}
