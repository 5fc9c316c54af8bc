import Crypto
import Foundation
import JWTKit

/// A private ES256 key of a development issuer. Its `kid` is its thumbprint (RFC 7638), so that the key
/// file alone tells which entry of the key set belongs to it.
package struct SigningKey: Sendable {
  let key: ES256PrivateKey
  package let kid: String
  private let coordinates: (x: String, y: String)

  /// A new key.
  package init() throws {
    try self.init(P256.Signing.PrivateKey())
  }

  /// - Parameter pem: PKCS#8 or SEC 1, as `pem` and OpenSSL write it.
  package init(pem: String) throws {
    guard let key = try? P256.Signing.PrivateKey(pemRepresentation: pem) else {
      throw KeySetError("the signing key is not a P-256 private key in PEM")
    }
    try self.init(key)
  }

  private init(_ key: P256.Signing.PrivateKey) throws {
    // 32 bytes each: x then y.
    let point = Array(key.publicKey.rawRepresentation)
    let x = Base64URL.encode(point.prefix(32))
    let y = Base64URL.encode(point.suffix(32))
    coordinates = (x, y)
    // RFC 7638 section 3: the required members in alphabetical order, without white space.
    let members = #"{"crv":"P-256","kty":"EC","x":"\#(x)","y":"\#(y)"}"#
    kid = Base64URL.encode(SHA256.hash(data: Array(members.utf8)))
    self.key = try ES256PrivateKey(backing: key)
  }

  package var pem: String { key.pemRepresentation }

  /// The public half as an entry of a JWKS document.
  package var jwk: String {
    #"{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"\#(kid)","x":"\#(coordinates.x)","y":"\#(coordinates.y)"}"#
  }

  /// The JWKS document of these keys' public halves.
  package static func jwks(_ keys: [SigningKey]) -> String {
    "{\"keys\":[\n" + keys.map { "  " + $0.jwk }.joined(separator: ",\n") + "\n]}\n"
  }
}
