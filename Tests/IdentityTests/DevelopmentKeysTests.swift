import Crypto
import Foundation
import Identity
import Testing

@Suite struct DevelopmentKeysTests {
  @Test func `Key files are their owner's alone and no draft is left`() async throws {
    try await withFolder { folder in
      let keys = try DevelopmentKeys(folder: folder)
      for path in [keys.signingKeyPath, keys.keySetPath] {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.sorted() == ["keys.json", "signing-key.pem"])
    }
  }

  @Test func `Keys that are there are kept and a lost key set is written again`() async throws {
    try await withFolder { folder in
      let first = try DevelopmentKeys(folder: folder)
      try FileManager.default.removeItem(atPath: first.keySetPath)
      let second = try DevelopmentKeys(folder: folder)
      #expect(second.signingKey.kid == first.signingKey.kid)
      #expect(
        try String(contentsOfFile: second.keySetPath, encoding: .utf8).contains(
          first.signingKey.kid))
    }
  }

  @Test func `All who make keys at once get the same ones`() async throws {
    try await withFolder { folder in
      let kids = try await withThrowingTaskGroup { group in
        for _ in 0..<20 { group.addTask { try DevelopmentKeys(folder: folder).signingKey.kid } }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(kids.count == 1)
    }
  }

  @Test func `A token of the development keys is accepted with their key set`() async throws {
    try await withFolder { folder in
      let files = try DevelopmentKeys(folder: folder)
      let verifier = TokenVerifier(
        TokenPolicy(issuer: "development"),
        keys: try await KeySet(KeySource("file:" + files.keySetPath)))
      let user = User(
        subject: try #require(Subject("me")), space: try #require(SpaceID("firm-a")),
        spaceKind: .partner(.referral), roles: [.partner(.administrator)])
      let token = try await TokenSigner(key: files.signingKey, issuer: "development").sign(user)
      #expect(try await verifier.caller(of: token).user == user)
    }
  }

  @Test func `A folder that is missing and a file that is no key are said`() async throws {
    #expect(throws: KeySetError.self) { _ = try DevelopmentKeys(folder: "/nowhere/at/all") }
    #expect(throws: KeySetError.self) { _ = try SigningKey(pem: "nothing") }
    let other = P384.Signing.PrivateKey().pemRepresentation
    #expect(throws: KeySetError.self) { _ = try SigningKey(pem: other) }
  }

  @Test func `A key's id is its thumbprint, so the file alone tells which entry is its own`() throws
  {
    let key = try SigningKey()
    let point = Array(
      try P256.Signing.PrivateKey(pemRepresentation: key.pem).publicKey.rawRepresentation)
    let members = [
      "kty": "EC", "crv": "P-256", "x": base64URL(point.prefix(32)),
      "y": base64URL(point.suffix(32)),
    ]
    let json = try JSONSerialization.data(withJSONObject: members, options: .sortedKeys)
    #expect(key.kid == base64URL(SHA256.hash(data: json)))
    #expect(try SigningKey(pem: key.pem).kid == key.kid)
    #expect(try SigningKey().kid != key.kid)
  }
}
