package import Database
package import Hosting

extension ServiceCommand {
  /// `database status`: which migrations the database has and which the executable would run. Changes
  /// nothing, and may be asked while the service runs.
  package static func databaseStatus(_ migrations: [MigrationSet]) -> ServiceCommand {
    ServiceCommand("database status", help: "Show the migrations of the database.") { context in
      let report = try Database.migrationStatus(
        of: try StoreSettings.url(context.settings), migrations: migrations)
      for status in report {
        let state = status.appliedAt == nil ? "pending" : "applied"
        print("\(state)  \(status.set) \(status.number)  \(status.name)")
      }
    }
  }
}
