import Crypto
import Foundation
import JWTKit
import RPC

/// Turns a bearer token into the caller whom its issuer signed it for: a JWT (RFC 7519, 8725) signed
/// with ES256 by a key of the key set. Everything else is refused, `none`, HS256 and other curves
/// before any key is looked at.
package final class TokenVerifier: Sendable {
  private let policy: TokenPolicy
  private let keySet: KeySet
  private let cache: CallerCache
  private let now: @Sendable () -> Int64

  /// - Parameter now: Microseconds since 1970.
  package init(
    _ policy: TokenPolicy, keys: KeySet, now: @escaping @Sendable () -> Int64 = WallClock.now
  ) {
    self.policy = policy
    keySet = keys
    cache = CallerCache(capacity: policy.cacheCapacity)
    self.now = now
  }

  /// How many verified tokens are remembered.
  package var cachedTokens: Int { cache.count }

  /// The caller of a token. Does not suspend for a token that was verified before; otherwise the work
  /// is done on the global executor, because an event loop must not spend 100 µs on one signature.
  ///
  /// - Throws: UNAUTHENTICATED with a clear word; UNAVAILABLE while the keys cannot be read.
  package func caller(of token: String) async throws -> Caller {
    guard token.utf8.count <= policy.maximumBytes else { throw TokenRefusal.tooLong.rpcError }
    let bytes = Array(token.utf8)
    let digest = SHA256.hash(data: bytes)
    let time = now()
    if let change = keySet.currentChange(at: time),
      let caller = cache.find(digest, change: change, at: time)
    {
      return caller
    }
    // The preference is named because a handler's task may prefer its event loop, and would then take
    // even a @concurrent function there.
    return try await withTaskExecutorPreference(globalConcurrentExecutor) {
      try await self.verify(bytes, digest)
    }
  }

  @concurrent
  private func verify(_ token: [UInt8], _ digest: SHA256Digest) async throws -> Caller {
    do {
      let (keys, change) = try await keySet.keys()
      // The keys may only have been due for a reading that changed nothing.
      if let caller = cache.find(digest, change: change, at: now()) { return caller }
      let claims = try Self.claims(of: token, keys: keys)
      let end = try policy.check(claims, now: now() / 1_000_000)
      let caller = Caller(.user(try claims.user()))
      cache.insert(
        .init(caller: caller, expires: end * 1_000_000, change: change), for: digest)
      return caller
    } catch let refusal as TokenRefusal {
      throw refusal.rpcError
    } catch let unavailable as KeysUnavailable {
      throw RPCError(.unavailable, "the key set cannot be read", cause: unavailable)
    }
  }

  /// The claims of a token with a good signature: nothing else in it is looked at before.
  private static func claims(
    of token: [UInt8], keys: VerificationKeys
  ) throws(TokenRefusal) -> TokenClaims {
    let parts = token.split(separator: 0x2e, omittingEmptySubsequences: false)
    guard parts.count == 3 else { throw .malformed }
    let header = try decode(TokenHeader.self, from: parts[0])
    guard header.alg == "ES256" else { throw .unsupportedAlgorithm }
    guard header.isPlain, let kid = header.kid else { throw .malformed }
    guard let key = keys[kid] else { throw .unknownKey }
    guard let signature = Base64URL.decode(parts[2]), signature.count == 64 else {
      throw .malformed
    }
    let signed = token[..<parts[1].endIndex]
    guard (try? key.verify(signature, signs: signed)) == true else { throw .badSignature }
    return try decode(TokenClaims.self, from: parts[1])
  }

  private static func decode<T: Decodable>(
    _ type: T.Type, from part: ArraySlice<UInt8>
  ) throws(TokenRefusal) -> T {
    guard let bytes = Base64URL.decode(part),
      let value = try? JSONDecoder().decode(type, from: Data(bytes))
    else { throw .malformed }
    return value
  }
}

/// The JOSE header's fields that matter (RFC 7515 section 4.1). `jwk`, `jku` and `x5u` bring a key of
/// the sender's choice and are never read.
private struct TokenHeader: Decodable {
  var alg: String?
  var kid: String?
  var typ: String?
  /// Extensions that must be understood; none is.
  var crit: [String]?

  var isPlain: Bool {
    crit == nil && (typ == nil || ["jwt", "at+jwt"].contains(typ?.lowercased()))
  }
}
