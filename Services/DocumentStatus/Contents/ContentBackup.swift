import Assembly
import Content
import Database
import Foundation
import Hosting

/// The documents' files in a backup and in a check. Each is read whole and its hash compared on the way; what the
/// target has already under the same name and size is not copied again.
enum ContentBackup {
  private static let page = 500
  /// Copied at once: each waits for a disk or a bucket most of the time.
  private static let concurrency = 8

  static let parts = BackupParts(
    hold: { settings in try await SweepPause(beside: try settings[StoreSettings.folder]).take() },
    copyOut: { settings, database, folder in
      try await copy(
        all: database, from: try await store(settings),
        to: try await ContentStore.open(url: absolute(folder)))
    },
    copyIn: { settings, database, folder in
      try await copy(
        all: database, from: try await ContentStore.open(url: absolute(folder)),
        to: try await store(settings))
    },
    read: { settings, database in
      try await read(all: database, in: try await store(settings))
    })

  private static func store(_ settings: Settings) async throws -> ContentStore {
    try await DocumentStatusSettings.contents(
      settings, beside: try settings[StoreSettings.folder])
  }

  private static func absolute(_ folder: String) -> String {
    URL(filePath: folder).absoluteURL.path(percentEncoded: false)
  }

  /// Copies what the rows of a database name; answers how many contents that are.
  private static func copy(
    all database: Database, from source: ContentStore, to target: ContentStore
  ) async throws -> Int {
    try await walk(database) { ids in try await copy(ids, from: source, to: target) }
  }

  /// Reads what the rows of a database name, and tells what is not there or not what it was.
  private static func read(
    all database: Database, in store: ContentStore
  ) async throws -> (count: Int, problems: [String]) {
    var problems: [String] = []
    let count = try await walk(database) { ids in
      for id in ids {
        do {
          for try await _ in store.read(id) {}
        } catch let error as ContentError {
          switch error {
          case .notFound, .corrupted: problems.append("\(error)")
          default: throw error
          }
        }
      }
    }
    return (count, problems)
  }

  /// Visits what the rows of a database name, a page at a time; answers how many contents that are.
  private static func walk(
    _ database: Database, _ visit: ([ContentID]) async throws -> Void
  ) async throws -> Int {
    var count = 0
    for part in [DocumentPart.original, .eInvoice] {
      var after = ""
      while true {
        let ids = try await database.read { [after] tx in
          try await DocumentRangeStore().contents(part, after: after, limit: page, in: tx)
        }
        try await visit(ids)
        count += ids.count
        guard ids.count == page, let last = ids.last else { break }
        after = last.hash
      }
    }
    return count
  }

  private static func copy(
    _ ids: [ContentID], from source: ContentStore, to target: ContentStore
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, id) in ids.enumerated() {
        if number >= concurrency { try await group.next() }
        group.addTask {
          if try await target.contains(id) { return }
          let copied = try await target.put(source.read(id), limit: id.size)
          guard copied == id else { throw ContentError.corrupted(id) }
        }
      }
      try await group.waitForAll()
    }
  }
}
