package import Database
import Foundation
package import Hosting

/// Where a service keeps its data.
package enum StoreSettings {
  package static let folder = Setting.path(
    "store.folder",
    help: "Folder of the service's data; made where it is missing, locked while it runs.")
  package static let database = Setting.text(
    "store.database", default: "",
    help: "sqlite:PATH or postgresql://…; empty is database.sqlite in the folder of the data.")

  package static let all: [any DeclaredSetting] = [folder, database]

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
    let path = try settings[StoreSettings.folder]
    let folder: DataFolder
    do {
      folder = try DataFolder(path)
    } catch DataFolderError.inUse(let path, let process) {
      throw StartFailure(.locked, "\(DataFolderError.inUse(path: path, process: process))")
    } catch {
      throw StartFailure(.cannotCreate, "\(error)")
    }
    do {
      let database = try await Database.open(
        url: try StoreSettings.url(settings), migrations: migrations)
      return Store(folder: folder, database: database)
    } catch {
      throw StartFailure(.unavailable, "cannot open the database: \(error)")
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
