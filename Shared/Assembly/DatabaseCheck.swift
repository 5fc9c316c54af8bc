package import Database
import Foundation
package import Hosting

/// Reads everything that a service keeps: the whole database, the references between its rows, and
/// every file that a row names, with its hash. Changes nothing; the service may go on serving.
struct DatabaseCheck {
  let migrations: [MigrationSet]
  let parts: BackupParts
  let settings: Settings

  /// How many files were read, and what is wrong.
  func run() async throws -> (files: Int, problems: [String]) {
    let url = try StoreSettings.url(settings)
    guard let file = try Database.file(of: url) else {
      throw StartFailure(
        .usage, "the database is not in a file: deploy/README.md tells how PostgreSQL is checked")
    }
    guard FileManager.default.fileExists(atPath: file) else {
      throw StartFailure(.usage, "there is no database at \(file)")
    }
    // Opening it below would run them.
    let pending = try Database.migrationStatus(of: url, migrations: migrations)
      .filter { $0.appliedAt == nil }
    guard pending.isEmpty else {
      throw StartFailure(.usage, "\(file) is older than this executable: check it with its own")
    }
    let problems = try Database.problems(in: file)
    guard problems.isEmpty else { return (0, problems) }
    let held = try await parts.hold(settings)
    defer { withExtendedLifetime(held) {} }
    let database = try await Database.open(url: url, migrations: migrations)
    do {
      let read = try await parts.read(settings, database)
      await database.close()
      return (read.count, read.problems)
    } catch {
      await database.close()
      throw error
    }
  }
}

extension ServiceCommand {
  /// `database check`, while the service runs or is stopped.
  package static func databaseCheck(
    _ migrations: [MigrationSet], _ parts: BackupParts = .databaseAlone
  ) -> ServiceCommand {
    ServiceCommand(
      "database check",
      help: "Read all data and compare files with their hashes; the service may go on serving."
    ) { context in
      let (files, problems) = try await DatabaseCheck(
        migrations: migrations, parts: parts, settings: context.settings
      ).run()
      for problem in problems { print(problem) }
      guard problems.isEmpty else {
        throw StartFailure(.damaged, "\(problems.count) things are wrong; restore a backup")
      }
      print("the database is whole, and \(files) files are there with their hashes")
    }
  }
}
