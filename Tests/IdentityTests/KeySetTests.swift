import Crypto
import Foundation
import Identity
import RPC
import Synchronization
import Testing

@Suite struct KeySetTests {
  @Test func `A key that is added counts after the interval`() async throws {
    let desk = try await Desk()
    let second = Issuer(kid: "key-2")
    let token = try second.token(desk.claims)
    desk.publication.publish(Issuer.jwks([desk.issuer.jwk, second.jwk]))
    #expect(await desk.refusal(token)?.message == "the token's key is unknown")
    desk.clock.move(seconds: 5)
    #expect(await desk.refusal(token) == nil)
  }

  @Test func `A key that is removed stops counting after the interval for tokens seen before too`()
    async throws
  {
    let desk = try await Desk()
    let token = try desk.issuer.token(desk.claims)
    #expect(await desk.refusal(token) == nil)
    desk.publication.publish(Issuer.jwks([Issuer(kid: "key-2").jwk]))
    desk.clock.move(seconds: 4)
    #expect(await desk.refusal(token) == nil)
    desk.clock.move(seconds: 1)
    #expect(await desk.refusal(token)?.message == "the token's key is unknown")
  }

  @Test func `A key that is replaced under its kid refuses the old one's tokens`() async throws {
    let desk = try await Desk()
    let token = try desk.issuer.token(desk.claims)
    #expect(await desk.refusal(token) == nil)
    desk.publication.publish(Issuer.jwks([Issuer(kid: "key-1").jwk]))
    desk.clock.move(seconds: 5)
    #expect(await desk.refusal(token)?.message == "the token's signature is wrong")
  }

  @Test func `An unchanged key set keeps the tokens that were verified`() async throws {
    let desk = try await Desk()
    let token = try desk.issuer.token(desk.claims)
    let first = try await desk.verifier.caller(of: token)
    desk.clock.move(seconds: 5)
    for _ in 0..<3 { #expect(try await desk.verifier.caller(of: token) === first) }
    #expect(desk.publication.readings == 2)
  }

  @Test(
    "A key set that cannot be read leaves the last good one for an hour, then nobody is let in",
    arguments: [nil, Array("nonsense".utf8), Issuer.jwks([])] as [[UInt8]?])
  func outlivesFaults(_ document: [UInt8]?) async throws {
    let desk = try await Desk()
    let token = try desk.token(exp: 80_000)
    desk.publication.publish(document)
    desk.clock.move(seconds: 3599)
    #expect(await desk.refusal(token) == nil)
    desk.clock.move(seconds: 5)
    let refusal = try #require(await desk.refusal(token))
    #expect(refusal.code == .unavailable)
    #expect(refusal.message == "the key set cannot be read")
    desk.publication.publish(Issuer.jwks([desk.issuer.jwk]))
    desk.clock.move(seconds: 5)
    #expect(await desk.refusal(token) == nil)
  }

  @Test func `Calls that come at once share one reading`() async throws {
    let desk = try await Desk()
    let token = try desk.token(exp: 3600)
    desk.clock.move(seconds: 5)
    await withTaskGroup { group in
      for _ in 0..<100 { group.addTask { _ = await desk.refusal(token) } }
    }
    #expect(desk.publication.readings == 2)
  }

  @Test func `Changes and faults are reported`() async throws {
    let issuer = Issuer()
    let publication = Publication(Issuer.jwks([issuer.jwk]))
    let events = Mutex<[String]>([])
    let keys = try await KeySet(
      publication.source,
      report: { event in
        switch event {
        case .changed: events.withLock { $0.append("changed") }
        case .failed(_, let error): events.withLock { $0.append("\(error)") }
        }
      })
    await keys.reload()
    publication.publish(Issuer.jwks([Issuer(kid: "key-2").jwk]))
    await keys.reload()
    publication.publish(Array("{}".utf8))
    await keys.reload()
    #expect(events.withLock { $0 } == ["changed", "key set test: not a JWKS document"])
  }

  static let ec = Issuer(kid: "a").jwk

  static let refused: [(document: String, word: String)] = [
    ("", "not a JWKS document"), ("[]", "not a JWKS document"),
    (#"{"keys":7}"#, "not a JWKS document"),
    (#"{"keys":[]}"#, "holds no ES256 key"),
    (#"{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB","kid":"a"}]}"#, "holds no ES256 key"),
    (#"{"keys":[\#(ec),\#(ec)]}"#, "the kid a stands twice"),
    (#"{"keys":[\#(ec.replacing(#""kid":"a","#, with: ""))]}"#, "a key has no kid"),
    (
      #"{"keys":[\#(ec.replacing(#""x":""#, with: #""x":"AA"#))]}"#,
      "the key a is not a point of P-256"
    ),
    (
      #"{"keys":[{"kty":"EC","crv":"P-256","kid":"a","x":"\#(zeros)","y":"\#(zeros)"}]}"#,
      "the key a is not a point of P-256"
    ),
    (
      #"{"keys":[\#(ec.replacing("}", with: #","d":"AAAA"}"#))]}"#,
      "holds a private or symmetric key"
    ),
    (#"{"keys":[\#(ec),{"kty":"oct","k":"AAAA"}]}"#, "holds a private or symmetric key"),
    (
      #"{"keys":[\#(ec)],"x":"\#(String(repeating: " ", count: 262_144))"}"#,
      "longer than 262144 bytes"
    ),
  ]
  static let zeros = base64URL([UInt8](repeating: 0, count: 32))

  @Test("A key set with a fault stops the start and says which", arguments: refused)
  func refuses(document: String, word: String) async throws {
    let error = await #expect(throws: KeySetError.self) {
      _ = try await KeySet(Publication(Array(document.utf8)).source)
    }
    #expect(error?.description == "key set test: \(word)")
  }

  @Test(
    "Keys for something else are passed over",
    arguments: [
      #"{"kty":"RSA","n":"AQAB","e":"AQAB","kid":"key-2"}"#, #"{"kty":"new","kid":"key-2"}"#,
      #"{"kty":"OKP","crv":"Ed25519","x":"AA","kid":"key-2"}"#,
      Issuer(kid: "key-2").jwk.replacing("P-256", with: "P-384"),
      Issuer(kid: "key-2").jwk.replacing("}", with: #","use":"enc"}"#),
      Issuer(kid: "key-2").jwk.replacing("}", with: #","alg":"ES384"}"#),
    ])
  func passesOver(_ other: String) async throws {
    let desk = try await Desk()
    desk.publication.publish(Issuer.jwks([other, desk.issuer.jwk]))
    desk.clock.move(seconds: 5)
    #expect(await desk.refusal(try desk.issuer.token(desk.claims)) == nil)
    let token = try Issuer(kid: "key-2").token(desk.claims)
    #expect(await desk.refusal(token)?.message == "the token's key is unknown")
  }

  @Test(
    "A location that keys must not come from is refused",
    arguments: ["http://id.example/keys", "https://id.example/keys", "file:", ""])
  func refusesLocation(_ location: String) {
    #expect(throws: KeySetError.self) { _ = try KeySource(location) }
  }

  @Test(
    "A key set is fetched from an address by what the service brings",
    arguments: ["https://id.example/keys", "http://127.0.0.1:8080/keys"])
  func fetches(_ location: String) async throws {
    let issuer = Issuer()
    let asked = Mutex<[String]>([])
    let source = try KeySource(location) { url in
      asked.withLock { $0.append(url) }
      return Issuer.jwks([issuer.jwk])
    }
    _ = try await KeySet(source)
    #expect(asked.withLock { $0 } == [location])
  }

  @Test func `A file's change takes effect and a file that is missing stops the start`()
    async throws
  {
    try await withFolder { folder in
      let path = folder + "/keys.json"
      await #expect(throws: KeySetError.self) { _ = try await KeySet(KeySource("file:" + path)) }
      let desk = try await Desk()
      try Data(Issuer.jwks([Issuer(kid: "key-2").jwk])).write(to: URL(filePath: path))
      let keys = try await KeySet(KeySource("file://" + path), now: desk.clock.now)
      let verifier = TokenVerifier(
        TokenPolicy(issuer: "https://id.example"), keys: keys, now: desk.clock.now)
      let token = try desk.issuer.token(desk.claims)
      await #expect(throws: RPCError.self) { _ = try await verifier.caller(of: token) }
      try Data(Issuer.jwks([desk.issuer.jwk])).write(to: URL(filePath: path))
      desk.clock.move(seconds: 5)
      #expect(try await verifier.caller(of: token).has(.partner(.clientManager)))
    }
  }
}

/// A temporary folder that is gone afterwards.
func withFolder(_ body: (String) async throws -> Void) async throws {
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "daybook-identity-\(UInt64.random(in: 0 ... .max))")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(at: folder) }
  try await body(folder.path())
}
