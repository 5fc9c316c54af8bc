package import Database
import Foundation
package import Hosting

/// Where a service keeps its data.
package enum StoreSettings {
  package static let folder = Setting.path(
    "store.folder",
    help: "Folder of the service's data; made where it is missing, locked while it runs.")
  package static let database = Setting.address(
    "store.database", default: "",
    help:
      "sqlite:PATH or postgresql://… (for several replicas, each with a folder of its own); empty "
      + "is database.sqlite in the folder of the data.")
  package static let writers = Setting.integer(
    "store.writers", 1...200, default: DatabaseOptions().writers,
    help: "Changes at once, each on a connection of its own (PostgreSQL).")
  package static let readers = Setting.integer(
    "store.readers", 1...200, default: DatabaseOptions().readers,
    help: "Reads at once, each on a connection of its own; key look-ups are not among them.")
  package static let connectTimeout = Setting.duration(
    "store.connect-timeout", .milliseconds(100) ... .seconds(60),
    default: DatabaseOptions().connectTimeout,
    help: "How long a call waits for a server that cannot be reached (PostgreSQL).")

  package static let replica = Setting.address(
    "store.replica", default: "",
    help:
      "postgresql://… of a server that replays the database's log and takes reads off it; passed over "
      + "while it is behind or away.")

  package static let all: [any DeclaredSetting] =
    [folder, database, replica, writers, readers, connectTimeout] + BackupSettings.all

  static func options(_ settings: Settings) throws -> DatabaseOptions {
    var options = DatabaseOptions()
    options.writers = try settings[writers]
    options.readers = try settings[readers]
    options.connectTimeout = try settings[connectTimeout]
    let replica = try settings[replica]
    options.replica = replica.isEmpty ? nil : replica
    return options
  }

  /// Where the database is.
  static func url(_ settings: Settings) throws -> String {
    let named = try settings[database]
    return named.isEmpty ? "sqlite:\(try settings[folder])/database.sqlite" : named
  }

  /// The name under which this process leases work. A locked folder belongs to one process, so a
  /// process that comes after one that died has its name, and takes its leases over at once.
  package static func owner(_ settings: Settings) throws -> String {
    let folder = URL(filePath: try settings[folder]).standardizedFileURL.path
    return "\(ProcessInfo.processInfo.hostName):\(folder)"
  }
}

/// A service's locked folder and its database.
package struct Store: Sendable {
  package let folder: DataFolder
  package let database: Database

  /// Locks the folder, opens the database and brings its schema up to date. Exits 75 when another
  /// process has the folder.
  package static func open(_ settings: Settings, migrations: [MigrationSet]) async throws -> Store {
    let folder = try lock(try settings[StoreSettings.folder])
    do {
      let database = try await Database.open(
        url: try StoreSettings.url(settings), migrations: migrations,
        options: try StoreSettings.options(settings))
      return Store(folder: folder, database: database)
    } catch {
      throw StartFailure(.unavailable, "cannot open the database: \(error)")
    }
  }

  /// Locks a folder for this process; makes it where it is missing.
  static func lock(_ path: String) throws(StartFailure) -> DataFolder {
    do {
      return try DataFolder(path)
    } catch .inUse(let path, let process) {
      throw StartFailure(.locked, "\(DataFolderError.inUse(path: path, process: process))")
    } catch {
      throw StartFailure(.cannotCreate, "\(error)")
    }
  }
}

/// A store that is full or may only be read is the operator's to put right, and no fault of the program.
extension DatabaseError: StartObstacle {
  package var exitCode: ExitCode {
    switch kind {
    case .diskFull, .readOnly: .cannotCreate
    case .connection, .timeLimit, .overloaded: .unavailable
    case .unique, .foreignKey, .check, .serialization, .corrupt, .misuse, .migration, .other:
      .software
    }
  }
}
