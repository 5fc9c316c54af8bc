import Contracts
import Foundation
import RPC
import Testing

/// The commands `backup`, `restore` and `database check` on the real executables: what is no whole
/// backup of this service is refused, and leaves nothing behind that would start.
@Suite(.serialized) struct `A backup` {
  @Test(.timeLimit(.minutes(2)))
  func `is refused where there are data already, of another service, and damaged`() async throws {
    try await Platform.run { platform in
      let service = platform.clientLink
      try platform.backUp(service)
      let backup = platform.backup(of: service)
      #expect(try service.outcome("restore", "--from", backup.path).code == 75)
      service.kill()
      #expect(try service.outcome("restore", "--from", backup.path).code == 64)
      let other = platform.documentStatus
      other.kill()
      try platform.lose(other)
      #expect(try other.outcome("restore", "--from", backup.path).code == 64)
      #expect(!FileManager.default.fileExists(atPath: other.data.path))

      try platform.lose(service)
      try Self.overwrite(Self.database(in: backup), at: 5000)
      #expect(try service.outcome("restore", "--from", backup.path).code == 65)
      #expect(!FileManager.default.fileExists(atPath: service.data.path))
    }
  }

  @Test(.timeLimit(.minutes(2)))
  func `is refused where a later version wrote it`() async throws {
    try await Platform.run { platform in
      let service = platform.integrationDispatch
      try platform.backUp(service)
      service.kill()
      try platform.lose(service)
      let backup = platform.backup(of: service)
      let database = try Self.database(in: backup)
      try Tool.run(
        "/usr/bin/sqlite3",
        [
          database.path,
          """
          INSERT INTO schema_migration SELECT owner, number + 2, 'of tomorrow', checksum, applied_at
          FROM schema_migration WHERE owner = 'incarnation'
          """,
        ])
      // A whole backup all the same, as that later version would have written it.
      let hash = try Tool.run("/usr/bin/sha256sum", [database.path]).prefix(64)
      let manifest = backup.appending(path: "backup.json")
      let before = try String(contentsOf: manifest, encoding: .utf8)
      let changed = before.replacing(#/"databaseHash" : "[0-9a-f]+"/#) { _ in
        #""databaseHash" : "\#(hash)""#
      }
      #expect(changed != before)
      try Data(changed.utf8).write(to: manifest)
      let (code, text) = try service.outcome("restore", "--from", backup.path)
      #expect(code != 0)
      #expect(text.contains("migration 3 of incarnation"), "\(text)")
      #expect(try files(of: service) == ["lock"])
    }
  }

  @Test(.timeLimit(.minutes(2)))
  func `that was cut off by a kill is no backup, and one that was whole before stays so`()
    async throws
  {
    try await Platform.run { platform in
      let service = platform.documentStatus
      let business = try await Person.business(
        platform, space: "business-80", number: Story.number(80))
      for number in 0..<20 {
        _ = try await business.importDocument(
          try Samples.pdf(unique: "cut-\(number)"), kind: .purchaseInvoice, fileName: "a.pdf")
      }
      var wasCutOff = false
      for pause in [1, 20, 40, 60, 80, 100, 150, 200] {
        let folder = platform.folder.appending(path: "cut-\(pause)")
        try await service.cutOff("backup", "--to", folder.path, after: .milliseconds(pause))
        let isWhole = FileManager.default.fileExists(atPath: folder.path + "/backup.json")
        let data = platform.folder.appending(path: "restored-\(pause)")
        let code = try service.outcome("restore", "--from", folder.path, in: data).code
        #expect(code == (isWhole ? 0 : 64))
        wasCutOff = wasCutOff || !isWhole
      }
      #expect(wasCutOff)
      let folder = platform.backup(of: service)
      try platform.backUp(service)
      try await service.cutOff("backup", "--to", folder.path, after: .milliseconds(40))
      let data = platform.folder.appending(path: "restored")
      try service.command("restore", "--from", folder.path, in: data)
      try service.command("database", "check", in: data)
    }
  }

  @Test(.timeLimit(.minutes(2)))
  func `is what a check asks for: it finds a file that is damaged, and one that is not there`()
    async throws
  {
    try await Platform.run { platform in
      let service = platform.documentStatus
      let business = try await Person.business(
        platform, space: "business-81", number: Story.number(81))
      for number in 0..<2 {
        _ = try await business.importDocument(
          try Samples.pdf(unique: "check-\(number)"), kind: .purchaseInvoice, fileName: "a.pdf")
      }
      #expect(try service.command("database", "check").contains("2 files are there"))
      let contents = service.data.appending(path: "contents")
      let stored = VisibleFiles.below(contents).filter { $0.contains("/") }.sorted()
      try #require(stored.count == 2)
      try Self.overwrite(contents.appending(path: stored[0]), at: 100)
      try FileManager.default.removeItem(at: contents.appending(path: stored[1]))
      let (code, text) = try service.outcome("database", "check")
      #expect(code == 65)
      #expect(text.contains("is damaged"), "\(text)")
      #expect(text.contains("there is no content"), "\(text)")
      // Nor is there a backup of what cannot be restored.
      #expect(try service.outcome("backup", "--to", contents.path + "-copy").code != 0)
    }
  }

  /// What a service's folder of data holds.
  private func files(of service: ServiceProcess) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: service.data.path).sorted()
  }

  private static func database(in backup: URL) throws -> URL {
    let names = try FileManager.default.contentsOfDirectory(atPath: backup.path)
    return backup.appending(path: try #require(names.first { $0.hasSuffix(".sqlite") }))
  }

  private static func overwrite(_ file: URL, at place: UInt64) throws {
    let handle = try FileHandle(forUpdating: file)
    try handle.seek(toOffset: place)
    try handle.write(contentsOf: Data([1, 2, 3]))
    try handle.close()
  }
}
