package import Database
package import Hosting

/// What a service keeps beside its database, as its backups and its check need it.
package struct BackupParts: Sendable {
  /// Copies every file that the rows of a database name, from the service's store to a folder or back;
  /// answers how many there are.
  package typealias Copying =
    @Sendable (_ settings: Settings, _ database: Database, _ folder: String) async throws -> Int

  /// Reads every file that the rows of a database name; answers how many there are, and what is wrong
  /// with them.
  package typealias Reading =
    @Sendable (_ settings: Settings, _ database: Database) async throws -> (
      count: Int, problems: [String]
    )

  let hold: @Sendable (Settings) async throws -> any Sendable
  let copyOut: Copying
  let copyIn: Copying
  let read: Reading

  /// - Parameter hold: Keeps files from going away as long as its answer lives.
  package init(
    hold: @escaping @Sendable (Settings) async throws -> any Sendable, copyOut: @escaping Copying,
    copyIn: @escaping Copying, read: @escaping Reading
  ) {
    self.hold = hold
    self.copyOut = copyOut
    self.copyIn = copyIn
    self.read = read
  }

  /// A service that keeps nothing but its database.
  package static let databaseAlone = BackupParts(
    hold: { _ in true }, copyOut: { _, _, _ in 0 }, copyIn: { _, _, _ in 0 },
    read: { _, _ in (0, []) })
}
