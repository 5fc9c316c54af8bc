package import Database
import Foundation
package import Hosting

/// Puts a backup into an empty folder of data, as a new incarnation: the other services must not take
/// these data for those that they know. The database gets its name last, so that a restore that was
/// interrupted leaves nothing that would start.
struct Restore {
  let service: String
  let migrations: [MigrationSet]
  let parts: BackupParts
  let settings: Settings

  func run() async throws -> (manifest: BackupManifest, incarnation: String) {
    guard let source = try settings[BackupSettings.from] else {
      throw StartFailure(.usage, "say where from: --from FOLDER")
    }
    guard let target = try Database.file(of: try StoreSettings.url(settings)) else {
      throw StartFailure(
        .usage, "the database is not in a file: deploy/README.md tells how PostgreSQL is restored")
    }
    let manifest = try BackupManifest.read(in: source)
    guard manifest.service == service else {
      throw StartFailure(.usage, "\(source) is a backup of \(manifest.service)")
    }
    let copy = "\(source)/\(manifest.database)"
    guard try BackupManifest.hash(of: copy) == manifest.databaseHash else {
      throw StartFailure(.damaged, "\(copy) is damaged: its hash is another")
    }
    let lock = try Store.lock(try settings[StoreSettings.folder])
    defer { withExtendedLifetime(lock) {} }
    guard !FileManager.default.fileExists(atPath: target) else {
      throw StartFailure(.usage, "there is a database at \(target): restore into an empty folder")
    }
    let draft = "\(target).restoring"
    try Backup.clear(draft)
    do {
      try FileManager.default.copyItem(atPath: copy, toPath: draft)
      let incarnation = try await begin(draft, source, manifest)
      try DurableFile.synchronize(draft)
      try DurableFile.move(draft, to: target)
      return (manifest, incarnation)
    } catch {
      try? Backup.clear(draft)
      throw error
    }
  }

  private func begin(
    _ draft: String, _ source: String, _ manifest: BackupManifest
  ) async throws -> String {
    let database = try await Database.open(url: "sqlite:\(draft)", migrations: migrations)
    do {
      let count = try await parts.copyIn(settings, database, "\(source)/contents")
      guard count == manifest.contents else {
        throw StartFailure(
          .software, "\(count) files are named and the backup counted \(manifest.contents)")
      }
      let incarnation = try await database.write { tx in
        try await Incarnation.beginRestored(in: tx)
      }
      await database.close()
      try Backup.refuseLog(draft)
      return incarnation.id
    } catch {
      await database.close()
      throw error
    }
  }
}

extension ServiceCommand {
  /// `restore --from FOLDER`, while the service is stopped.
  ///
  /// - Parameter secrets: The files that a backup leaves out.
  package static func restore(
    _ service: String, _ migrations: [MigrationSet], _ parts: BackupParts = .databaseAlone,
    secrets: @escaping @Sendable (Settings) throws -> [String] = { _ in [] }
  ) -> ServiceCommand {
    ServiceCommand(
      "restore", help: "Restore the backup in the folder --from into an empty folder of data."
    ) { context in
      let settings = context.settings
      let (manifest, incarnation) = try await Restore(
        service: service, migrations: migrations, parts: parts, settings: settings
      ).run()
      print("restored as of \(manifest.madeAt), \(manifest.contents) files; now \(incarnation)")
      for path in try secrets(settings) where !FileManager.default.fileExists(atPath: path) {
        print("put back before the start, no backup holds it: \(path)")
      }
      print("after the start: daybook reconcile")
    }
  }
}
