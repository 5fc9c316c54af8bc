import Foundation
import JWTKit

/// The public keys of one reading of the key set, by `kid`.
struct VerificationKeys: Sendable {
  static let maximumBytes = 256 << 10

  /// jwt-kit's ES256 with a public key each; no other algorithm gets in.
  private let keys: [String: any JWTAlgorithm]

  subscript(kid: String) -> (any JWTAlgorithm)? { keys[kid] }

  /// Reads a JWKS document. Keys for other algorithms or uses are passed over (RFC 7517 section 5), so
  /// that an issuer may publish them too; at least one must be left.
  ///
  /// - Throws: `KeySetError` for JSON that is none, a private or symmetric key (the file would give its
  ///   secret away to every reader), a key off its curve, a missing or repeated `kid`, and no key left.
  init(jwks: [UInt8], location: String) async throws {
    func refuse(_ why: String) -> KeySetError { KeySetError("key set \(location): \(why)") }
    guard jwks.count <= Self.maximumBytes else {
      throw refuse("longer than \(Self.maximumBytes) bytes")
    }
    let document: Document
    do {
      document = try JSONDecoder().decode(Document.self, from: Data(jwks))
    } catch {
      throw refuse("not a JWKS document")
    }
    var keys: [String: any JWTAlgorithm] = [:]
    for key in document.keys {
      if key.d != nil || key.k != nil { throw refuse("holds a private or symmetric key") }
      guard key.isForES256 else { continue }
      guard let kid = key.kid, (1...255).contains(kid.utf8.count) else {
        throw refuse("a key has no kid")
      }
      guard keys[kid] == nil else { throw refuse("the kid \(kid) stands twice") }
      guard let algorithm = try await key.algorithm() else {
        throw refuse("the key \(kid) is not a point of P-256")
      }
      keys[kid] = algorithm
    }
    guard !keys.isEmpty else { throw refuse("holds no ES256 key") }
    self.keys = keys
  }

  /// What is read of a JWKS document. jwt-kit's own `JWKS` refuses a whole set for one key type that it
  /// does not know, and knows no `use`.
  private struct Document: Decodable {
    var keys: [Key]
  }

  private struct Key: Decodable {
    var kty: String
    var crv: String?
    var alg: String?
    var use: String?
    var kid: String?
    var x: String?
    var y: String?
    /// The private part of an EC, OKP or RSA key.
    var d: String?
    /// A symmetric key.
    var k: String?

    var isForES256: Bool {
      kty == "EC" && crv == "P-256" && (alg ?? "ES256") == "ES256" && (use ?? "sig") == "sig"
    }

    func algorithm() async throws -> (any JWTAlgorithm)? {
      guard let x, let y, Base64URL.decode(x.utf8)?.count == 32,
        Base64URL.decode(y.utf8)?.count == 32,
        let key = try? ES256PublicKey(parameters: (x, y))
      else { return nil }
      // jwt-kit gives an algorithm out of a collection only. A collection for each key, because one
      // for all answers an unknown kid with its first key.
      return try await JWTKeyCollection().add(ecdsa: key).getKey()
    }
  }
}
