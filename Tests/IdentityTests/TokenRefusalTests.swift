import Crypto
import Foundation
import Identity
import RPC
import Testing

/// A token that must be refused, and with which word.
struct BadToken: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let word: String
  let make: @Sendable (Desk) throws -> String

  init(_ name: String, _ word: String, _ make: @escaping @Sendable (Desk) throws -> String) {
    testDescription = name
    self.word = word
    self.make = make
  }

  /// A good token but for these claims.
  static func claims(_ changes: Issuer.Fields, _ word: String) -> BadToken {
    BadToken("claims \(changes)", word) { try $0.issuer.token($0.claims(changes)) }
  }

  /// A good token but for these header fields, signed with the right key over them.
  static func header(_ changes: Issuer.Fields, _ word: String) -> BadToken {
    BadToken("header \(changes)", word) {
      try $0.issuer.token($0.claims, header: $0.issuer.header.merging(changes) { $1 })
    }
  }

  /// A token whose `exp`, `iat` and `nbf` are these many seconds from now.
  static func times(exp: Int64, iat: Int64 = 0, nbf: Int64 = 0, _ word: String) -> BadToken {
    BadToken("exp \(exp) iat \(iat) nbf \(nbf)", word) {
      try $0.token(exp: exp, iat: iat, nbf: nbf)
    }
  }
}

extension Desk {
  func token(exp: Int64, iat: Int64 = 0, nbf: Int64 = 0) throws -> String {
    let now = clock.seconds
    return try issuer.token(
      claims(["exp": "\(now + exp)", "iat": "\(now + iat)", "nbf": "\(now + nbf)"]))
  }

  func parts(_ token: String) -> [String] { token.split(separator: ".").map(String.init) }
}

@Suite struct TokenRefusalTests {
  static let malformed = "the token is malformed"
  static let algorithm = "the token's algorithm is not ES256"
  static let signature = "the token's signature is wrong"

  static func claim(_ name: String) -> String {
    "the token's claim \(name) is missing or malformed"
  }

  static let forged: [BadToken] = [
    BadToken("signed with another key under a known kid", signature) { desk in
      try Issuer(kid: "key-1").token(desk.claims)
    },
    BadToken("claims changed after signing", signature) { desk in
      let parts = desk.parts(try desk.issuer.token(desk.claims))
      let other = Issuer.part(desk.claims(["roles": #"["administrator"]"#]))
      return "\(parts[0]).\(other).\(parts[2])"
    },
    BadToken("header changed after signing", signature) { desk in
      let parts = desk.parts(try desk.issuer.token(desk.claims))
      return "\(Issuer.part(["alg": #""ES256""#, "kid": #""key-1""#])).\(parts[1]).\(parts[2])"
    },
    BadToken("a signature of zeros", signature) { desk in
      let parts = desk.parts(try desk.issuer.token(desk.claims))
      return "\(parts[0]).\(parts[1]).\(base64URL([UInt8](repeating: 0, count: 64)))"
    },
    BadToken("a signature in DER", malformed) { desk in
      let signed = desk.parts(try desk.issuer.token(desk.claims)).prefix(2).joined(separator: ".")
      let der = try desk.issuer.key.signature(for: Data(signed.utf8)).derRepresentation
      return "\(signed).\(base64URL(der))"
    },
    // 64 bytes leave four bits of the last character unused: one signature, sixteen spellings.
    BadToken("a good signature in another spelling", malformed) { desk in
      var token = Array(try desk.issuer.token(desk.claims).utf8)
      let last = token.removeLast()
      token.append(last + 1)
      return String(decoding: token, as: UTF8.self)
    },
    BadToken("no signature", malformed) { desk in
      desk.parts(try desk.issuer.token(desk.claims)).prefix(2).joined(separator: ".") + "."
    },
    BadToken("a key of its own in the header", "the token's key is unknown") { desk in
      let own = Issuer(kid: "own")
      return try own.token(desk.claims, header: own.header.merging(["jwk": own.jwk]) { $1 })
    },
    BadToken("a kid that no key has", "the token's key is unknown") { desk in
      var issuer = desk.issuer
      issuer.kid = "key-2"
      return try issuer.token(desk.claims)
    },
  ]

  static let algorithms: [BadToken] =
    [
      BadToken("alg none without a signature", algorithm) { desk in
        "\(Issuer.part(["alg": #""none""#, "kid": #""key-1""#])).\(Issuer.part(desk.claims))."
      }
    ]
    + ["none", "None", "HS256", "RS256", "PS256", "ES384", "ES512", "ES256K", "EdDSA", "es256", ""]
    .map {
      BadToken.header(["alg": "\"\($0)\""], algorithm)
    }
    + [BadToken.header(["alg": "null"], algorithm)]
    + [\P256.Signing.PublicKey.x963Representation, \.rawRepresentation, \.derRepresentation].map {
      bytes in
      BadToken("HS256 with the public key as its secret", algorithm) { desk in
        try hs256(desk, secret: desk.issuer.key.publicKey[keyPath: bytes])
      }
    }
    + [
      BadToken("HS256 with the public key in PEM as its secret", algorithm) { desk in
        try hs256(desk, secret: Data(desk.issuer.key.publicKey.pemRepresentation.utf8))
      }
    ]

  private static func hs256(_ desk: Desk, secret: Data) throws -> String {
    let header = desk.issuer.header.merging(["alg": #""HS256""#]) { $1 }
    let signed = "\(Issuer.part(header)).\(Issuer.part(desk.claims))"
    let code = HMAC<SHA256>.authenticationCode(
      for: Data(signed.utf8), using: SymmetricKey(data: secret))
    return "\(signed).\(base64URL(code))"
  }

  static let times: [BadToken] = [
    .times(exp: -60, iat: -3600, nbf: -3600, "the token has expired"),
    .times(exp: -86_400, iat: -90_000, nbf: -90_000, "the token has expired"),
    .times(exp: 3600, nbf: 61, "the token is not valid yet"),
    .times(exp: 3600, iat: 61, "the token is not valid yet"),
    .times(exp: 86_401, "the token lives too long"),
    .times(exp: 3600, iat: -86_400, "the token lives too long"),
    .claims(["exp": "1e300"], claim("exp")),
    .claims(["exp": "-1"], claim("exp")),
    .claims(["exp": #""tomorrow""#], malformed),
    .claims(["exp": "NaN"], malformed),
    .claims(["iat": "253402300800"], claim("iat")),
  ]

  static let places: [BadToken] = [
    .claims(["iss": #""https://id.example.evil""#], "the token's issuer is not trusted"),
    .claims(["iss": #""""#], "the token's issuer is not trusted"),
    .claims(["aud": #""another""#], "the token is for another audience"),
    .claims(["aud": #""daybook2""#], "the token is for another audience"),
    .claims(["aud": #"["a","b"]"#], "the token is for another audience"),
    .claims(["aud": "[]"], "the token is for another audience"),
    .claims(["aud": "7"], malformed),
  ]

  static let required: [BadToken] =
    [
      "iss", "aud", "sub", "exp", "iat", "nbf", "jti", "space", "space_kind", "partner_kind",
      "roles",
    ].map { .claims([$0: "null"], claim($0)) }

  static let claims: [BadToken] = [
    .claims(["sub": #""""#], claim("sub")),
    .claims(["sub": #""a b""#], claim("sub")),
    .claims(["sub": "\"\(String(repeating: "x", count: 256))\""], claim("sub")),
    .claims(["jti": #""""#], claim("jti")),
    .claims(["space": #""Firm""#], claim("space")),
    .claims(["space": #""a/b""#], claim("space")),
    .claims(["space": #""a.b""#], claim("space")),
    .claims(["space_kind": #""owner""#], claim("space_kind")),
    .claims(["partner_kind": #""bank""#], claim("partner_kind")),
    .claims(["roles": "[]"], claim("roles")),
    .claims(["roles": #"["member"]"#], claim("roles")),
    .claims(["roles": #"["back_office"]"#], claim("roles")),
    .claims(["roles": #"["client_manager","service"]"#], claim("roles")),
    .claims(["roles": #"["client-link"]"#], claim("roles")),
    .claims(["roles": #""administrator""#], malformed),
    .claims(["enterprise_number": #""BE0403170701""#], claim("enterprise_number")),
    .claims(["space_kind": #""business""#, "roles": #"["member"]"#], claim("enterprise_number")),
    .claims(
      ["space_kind": #""business""#, "roles": #"["member"]"#, "enterprise_number": #""be 0403""#],
      claim("enterprise_number")),
    .claims(["space_kind": #""back_office""#, "roles": #"["administrator"]"#], claim("roles")),
    .claims(["name": #""""#], claim("name")),
    .claims(["name": #""a\u0007b""#], claim("name")),
    .claims(["space_name": #""""#], claim("space_name")),
    .claims(["space_name": #""a\nb""#], claim("space_name")),
    .claims(["space_create_time": "-1"], claim("space_create_time")),
    .claims(["space_create_time": "1.5"], claim("space_create_time")),
    .claims(["space_create_time": "1e300"], claim("space_create_time")),
    .claims(["space_create_time": #""yesterday""#], malformed),
  ]

  static let shapes: [BadToken] =
    [
      "", ".", "..", "...", "a", "a.b", "a.b.c", "a.b.c.d", "é.é.é", "{}.{}.{}", "e30.e30.e30",
      "eyJhbGciOiJFUzI1NiJ9.e30.AAAA", String(repeating: "A", count: 8192),
      String(repeating: "..", count: 4096),
    ].map { text in
      BadToken("the text \(text.prefix(40))", text.hasPrefix("e30") ? algorithm : malformed) { _ in
        text
      }
    }
    + [
      BadToken("longer than 8 KiB", "the token is too long") { desk in
        try desk.issuer.token(desk.claims(["name": "\"\(String(repeating: "x", count: 8192))\""]))
      },
      BadToken("base64 with padding", malformed) { try $0.issuer.token($0.claims) + "==" },
      BadToken("white space around", malformed) { " " + (try $0.issuer.token($0.claims)) },
      BadToken("a line break behind", malformed) { try $0.issuer.token($0.claims) + "\n" },
      BadToken("a fourth part", malformed) { try $0.issuer.token($0.claims) + ".e30" },
      BadToken("a payload that is no JSON", malformed) { desk in
        try desk.issuer.token(
          header: Issuer.part(desk.issuer.header), payload: base64URL("nothing".utf8))
      },
      BadToken("a payload that is a list", malformed) { desk in
        try desk.issuer.token(
          header: Issuer.part(desk.issuer.header), payload: base64URL("[]".utf8))
      },
      BadToken("a payload that is no UTF-8", malformed) { desk in
        try desk.issuer.token(
          header: Issuer.part(desk.issuer.header), payload: base64URL([0x7b, 0xff, 0xfe, 0x7d]))
      },
      BadToken("a payload 2,000 lists deep", malformed) { desk in
        let deep = String(repeating: "[", count: 2000) + String(repeating: "]", count: 2000)
        return try desk.issuer.token(desk.claims(["roles": deep]))
      },
      .header(["crit": #"["b64"]"#, "b64": "false"], malformed),
      .header(["crit": "[]"], malformed),
      .header(["typ": #""secevent+jwt""#], malformed),
      .header(["kid": "null"], malformed),
      .header(["kid": "7"], malformed),
    ]

  @Test(
    "A bad token is refused with its word and nothing else",
    arguments: forged + algorithms + times + places + required + claims + shapes)
  func refuses(_ bad: BadToken) async throws {
    let desk = try await Desk()
    let refusal = try #require(await desk.refusal(try bad.make(desk)))
    #expect(refusal.code == .unauthenticated)
    #expect(refusal.message == bad.word)
    #expect(refusal.details.isEmpty)
    #expect(refusal.metadata.isEmpty)
    #expect(desk.verifier.cachedTokens == 0)
  }

  @Test(
    "A token within the clock skew and the lifetime is accepted",
    arguments: [(-59, -3600, 0), (3600, 60, 60), (86_400, 0, 0), (1, 0, -86_400)]
      as [(Int64, Int64, Int64)])
  func accepts(exp: Int64, iat: Int64, nbf: Int64) async throws {
    let desk = try await Desk()
    #expect(await desk.refusal(try desk.token(exp: exp, iat: iat, nbf: nbf)) == nil)
  }

  @Test("Two thousand damaged tokens are refused and none stops the process")
  func survivesDamage() async throws {
    let desk = try await Desk()
    let good = Array(try desk.issuer.token(desk.claims).utf8)
    var random = SeededGenerator(seed: 20_261_121)
    for _ in 0..<2000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0x20...0x7e, using: &random)
        case 1: bytes.remove(at: at)
        default: bytes.insert(UInt8.random(in: 0x20...0x7e, using: &random), at: at)
        }
      }
      guard bytes != good else { continue }
      #expect(await desk.refusal(String(decoding: bytes, as: UTF8.self))?.code == .unauthenticated)
    }
  }
}

/// SplitMix64: the same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
