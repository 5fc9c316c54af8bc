import Crypto
import Foundation
import Identity
import RPC
import Synchronization

/// A clock that stands still until it is told to move.
final class StoppedClock: Sendable {
  private let time: Atomic<Int64>

  init(seconds: Int64 = 1_800_000_000) { time = Atomic(seconds * 1_000_000) }

  var seconds: Int64 { time.load(ordering: .relaxed) / 1_000_000 }
  var now: @Sendable () -> Int64 { { self.time.load(ordering: .relaxed) } }

  func move(seconds: Int64) { time.add(seconds * 1_000_000, ordering: .relaxed) }
}

func base64URL(_ bytes: some Sequence<UInt8>) -> String {
  Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
    .replacing("=", with: "")
}

/// An issuer that writes tokens field by field, without the code under test, so that it can also write
/// those that no honest issuer writes. A field's value is its JSON text.
struct Issuer: Sendable {
  typealias Fields = [String: String]

  let key = P256.Signing.PrivateKey()
  var kid = "key-1"

  var jwk: String {
    let point = Array(key.publicKey.rawRepresentation)
    return """
      {"kty":"EC","crv":"P-256","kid":"\(kid)","x":"\(base64URL(point.prefix(32)))",\
      "y":"\(base64URL(point.suffix(32)))"}
      """
  }

  static func jwks(_ keys: [String]) -> [UInt8] {
    Array(#"{"keys":[\#(keys.joined(separator: ","))]}"#.utf8)
  }

  var header: Fields { ["alg": #""ES256""#, "typ": #""JWT""#, "kid": #""\#(kid)""#] }

  /// A client manager of a firm, for an hour.
  static func partnerClaims(now: Int64) -> Fields {
    [
      "iss": #""https://id.example""#, "aud": #""daybook""#, "sub": #""person-7""#,
      "jti": #""t-1""#,
      "exp": "\(now + 3600)", "iat": "\(now)", "nbf": "\(now)", "space": #""firm-jansen""#,
      "space_kind": #""partner""#, "partner_kind": #""accounting""#,
      "roles": #"["client_manager"]"#,
    ]
  }

  static func businessClaims(now: Int64) -> Fields {
    partnerClaims(now: now).merging([
      "space": #""bakery-peeters""#, "space_kind": #""business""#, "partner_kind": "null",
      "roles": #"["administrator","member"]"#, "enterprise_number": #""BE0403170701""#,
    ]) { $1 }
  }

  static func part(_ fields: Fields) -> String {
    base64URL("{\(fields.map { #""\#($0)":\#($1)"# }.joined(separator: ","))}".utf8)
  }

  /// Signs what the header and claims say, whatever that is.
  func token(_ claims: Fields, header: Fields? = nil) throws -> String {
    try token(header: Self.part(header ?? self.header), payload: Self.part(claims))
  }

  func token(header: String, payload: String) throws -> String {
    let signed = header + "." + payload
    let signature = try key.signature(for: Data(signed.utf8))
    return signed + "." + base64URL(signature.rawRepresentation)
  }
}

/// A key set document that a test can change, and how often it was read.
final class Publication: Sendable {
  private let state: Mutex<(document: [UInt8]?, readings: Int)>

  init(_ document: [UInt8]) { state = Mutex((document, 0)) }

  var readings: Int { state.withLock { $0.readings } }

  /// Nil makes readings fail.
  func publish(_ document: [UInt8]?) { state.withLock { $0.document = document } }

  var source: KeySource {
    KeySource(location: "test") {
      try self.state.withLock { state in
        state.readings += 1
        guard let document = state.document else { throw CancellationError() }
        return document
      }
    }
  }
}

/// A verifier with one issuer's key.
struct Desk: Sendable {
  let issuer = Issuer()
  let clock = StoppedClock()
  let publication: Publication
  let verifier: TokenVerifier

  init(_ change: (inout TokenPolicy) -> Void = { _ in }) async throws {
    publication = Publication(Issuer.jwks([issuer.jwk]))
    var policy = TokenPolicy(issuer: "https://id.example")
    change(&policy)
    verifier = TokenVerifier(
      policy, keys: try await KeySet(publication.source, now: clock.now), now: clock.now)
  }

  var claims: Issuer.Fields { Issuer.partnerClaims(now: clock.seconds) }

  func claims(_ changes: Issuer.Fields) -> Issuer.Fields { claims.merging(changes) { $1 } }

  /// What the verifier says to a token: nil for a caller, else the refusal.
  func refusal(_ token: String) async -> RPCError? {
    do {
      _ = try await verifier.caller(of: token)
      return nil
    } catch {
      return error as? RPCError
    }
  }
}
