package import Database
import Foundation
package import Hosting

/// Writes a backup: one committed state of the database, then every file that its rows name. The
/// service goes on serving; its files are kept from being swept meanwhile. A backup into the folder of
/// an earlier one copies only the files that are new, and the earlier one is whole until it is
/// replaced.
struct Backup {
  let service: String
  let migrations: [MigrationSet]
  let parts: BackupParts
  let settings: Settings

  func run() async throws -> BackupManifest {
    guard let folder = try settings[BackupSettings.to] else {
      throw StartFailure(.usage, "say where to: --to FOLDER")
    }
    guard let source = try Database.file(of: try StoreSettings.url(settings)) else {
      throw StartFailure(
        .usage, "the database is not in a file: deploy/README.md tells how PostgreSQL is backed up")
    }
    guard FileManager.default.fileExists(atPath: source) else {
      throw StartFailure(.usage, "there is no database at \(source)")
    }
    let lock = try Store.lock(folder)
    defer { withExtendedLifetime(lock) {} }
    let held = try await parts.hold(settings)
    defer { withExtendedLifetime(held) {} }
    let madeAt = Date().formatted(.iso8601)
    let draft = "\(folder)/database.new"
    try Self.clear(draft)
    try Database.copy(source, to: draft)
    let problems = try Database.problems(in: draft)
    guard problems.isEmpty else {
      throw StartFailure(
        .damaged, "the database is damaged: \(problems.joined(separator: "; "))")
    }
    let (incarnation, contents) = try await read(draft, folder)
    try DurableFile.synchronize(draft)
    let hash = try BackupManifest.hash(of: draft)
    let name = "database-\(hash.prefix(16)).sqlite"
    try DurableFile.move(draft, to: "\(folder)/\(name)")
    let manifest = BackupManifest(
      service: service, madeAt: madeAt, incarnation: incarnation, database: name,
      databaseHash: hash, contents: contents)
    try manifest.write(in: folder)
    for old in try FileManager.default.contentsOfDirectory(atPath: folder)
    where old.hasPrefix("database") && old != name {
      try FileManager.default.removeItem(atPath: "\(folder)/\(old)")
    }
    return manifest
  }

  /// Opens the copy as a restore will, and copies what it names.
  private func read(_ draft: String, _ folder: String) async throws -> (String, Int) {
    let copy = try await Database.open(url: "sqlite:\(draft)", migrations: migrations)
    do {
      let incarnation = try await Incarnation.open(in: copy)
      let contents = try await parts.copyOut(settings, copy, "\(folder)/contents")
      await copy.close()
      try Self.refuseLog(draft)
      return (incarnation.id, contents)
    } catch {
      await copy.close()
      throw error
    }
  }

  static func clear(_ path: String) throws {
    for name in [path, "\(path)-wal", "\(path)-shm"]
    where FileManager.default.fileExists(atPath: name) {
      try FileManager.default.removeItem(atPath: name)
    }
  }

  /// A closed database is one file: what stood in its log is in it.
  static func refuseLog(_ path: String) throws {
    guard !FileManager.default.fileExists(atPath: "\(path)-wal") else {
      throw StartFailure(.software, "\(path) was not closed whole")
    }
  }
}

extension ServiceCommand {
  /// `backup --to FOLDER`, while the service runs.
  package static func backup(
    _ service: String, _ migrations: [MigrationSet], _ parts: BackupParts = .databaseAlone
  ) -> ServiceCommand {
    ServiceCommand(
      "backup", help: "Write a backup to the folder --to; the service may go on serving."
    ) { context in
      let manifest = try await Backup(
        service: service, migrations: migrations, parts: parts, settings: context.settings
      ).run()
      print(
        "\(manifest.database) with \(manifest.contents) files, as of \(manifest.madeAt), verified")
    }
  }
}
