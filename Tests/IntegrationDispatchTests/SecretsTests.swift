import Contracts
import Crypto
import Foundation
import Glibc
import Hosting
import TestDatabases
import Testing

@testable import IntegrationDispatch

@Suite(.onEachEngine) struct SecretsTests {
  private func line(_ id: String, _ byte: UInt8) -> String {
    "\(id) \(Data(repeating: byte, count: 32).base64EncodedString())\n"
  }

  @Test func `A key file is made once, for its owner alone`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/secrets.keys"
    let sealed = try KeyRing.open(path).seal("whsec", for: "a")
    #expect(try KeyRing.open(path).open(sealed, for: "a") == "whsec")
    var status = stat()
    #expect(unsafe stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(folder.all("") == ["secrets.keys"])
  }

  @Test func `A secret opens for the integration it was sealed for alone`() throws {
    let ring = try KeyRing(text: line("k1", 1))
    let sealed = try ring.seal("whsec", for: "businesses/a/integrations/1 webhook.secret")
    #expect(throws: KeyRingError.doesNotOpen) {
      try ring.open(sealed, for: "businesses/b/integrations/1 webhook.secret")
    }
    #expect(try ring.seal("whsec", for: "x").box != ring.seal("whsec", for: "x").box)
  }

  @Test func `After a rotation the new key seals and the old one opens`() throws {
    let old = try KeyRing(text: line("k1", 1))
    let sealed = try old.seal("whsec", for: "a")
    let rotated = try KeyRing(text: line("k1", 1) + line("k2", 2))
    #expect(try rotated.open(sealed, for: "a") == "whsec")
    #expect(try rotated.seal("whsec", for: "a").keyID == "k2")
    let without = try KeyRing(text: line("k2", 2))
    #expect(throws: KeyRingError.unknownKey) { try without.open(sealed, for: "a") }
  }

  @Test(arguments: ["", "k1", "k1 AAAA", "k1 !!!!", "a b c"])
  func `A file that is no key file is refused`(text: String) {
    #expect(throws: KeyRingError.self) { try KeyRing(text: text) }
  }

  @Test func `A start without the keys of stored secrets is refused`() async throws {
    let bench = try await Bench()
    _ = try await bench.makeWebhook("https://hook.example")
    try await StartChecks(
      database: bench.database, connectors: bench.connectors, keys: bench.keys
    ).run()
    let other = try KeyRing(text: line("k9", 9))
    await #expect(throws: StartFailure.self) {
      try await StartChecks(
        database: bench.database, connectors: bench.connectors, keys: other
      ).run()
    }
  }

  @Test func `A replica with a key file of its own is refused, one with an added key is not`()
    async throws
  {
    let bench = try await Bench()
    func start(_ text: String) async throws {
      try await StartChecks(
        database: bench.database, connectors: bench.connectors, keys: try KeyRing(text: text)
      ).run()
    }
    try await start(line("k1", 1))
    await #expect(throws: StartFailure.self) { try await start(line("k2", 2)) }
    try await start(line("k1", 1) + line("k2", 2))
    await #expect(throws: StartFailure.self) { try await start(line("k1", 1)) }
  }

  @Test func `A start holds integrations against what the operator allows now`() async throws {
    let bench = try await Bench()
    let made = try await bench.makeFolder()
    let without = ConnectorTable([FolderConnector(root: nil)])
    try await StartChecks(
      database: bench.database, connectors: without, keys: bench.keys
    ).run()
    try await bench.approve()
    let why = try await bench.explain(made)
    #expect(why.reason == .misconfigured && why.field == "folder.path")
    #expect(try await bench.list().isEmpty)
  }
}
