import RPC

/// Why a token proves nobody. On the wire each is UNAUTHENTICATED with its word and nothing of the
/// token, of the keys or of what would have been right.
enum TokenRefusal: Error, Equatable {
  case missing
  case malformed
  case tooLong
  case unsupportedAlgorithm
  case unknownKey
  case badSignature
  case wrongIssuer
  case wrongAudience
  case expired
  case notYetValid
  case lifetimeTooLong
  /// A claim that is absent or out of its form; said only of tokens whose signature is good.
  case badClaim(String)

  var word: String {
    switch self {
    case .missing: "a bearer token or a service's client certificate is needed"
    case .malformed: "the token is malformed"
    case .tooLong: "the token is too long"
    case .unsupportedAlgorithm: "the token's algorithm is not ES256"
    case .unknownKey: "the token's key is unknown"
    case .badSignature: "the token's signature is wrong"
    case .wrongIssuer: "the token's issuer is not trusted"
    case .wrongAudience: "the token is for another audience"
    case .expired: "the token has expired"
    case .notYetValid: "the token is not valid yet"
    case .lifetimeTooLong: "the token lives too long"
    case .badClaim(let name): "the token's claim \(name) is missing or malformed"
    }
  }

  var rpcError: RPCError { RPCError(.unauthenticated, word, cause: self) }
}
