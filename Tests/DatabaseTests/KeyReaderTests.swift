import Foundation
import Synchronization
import Testing
import Threads

@testable import Database

/// A reader by key on its own, in functions that do not suspend: so each stays on its thread.
@Suite("A snapshot of reads by key") struct KeyReaderTests {
  private let folder: URL
  private let writer: SQLiteConnection
  private let connection: SQLiteConnection
  private let reader: SQLiteKeyReader
  private let options = DatabaseOptions()

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let place = DatabaseURL.SQLiteLocation.file(
      folder.appending(path: "a.sqlite").path(percentEncoded: false))
    writer = try SQLiteConnection(place, role: .writer, options: options)
    try writer.script("CREATE TABLE item (id INTEGER PRIMARY KEY) STRICT")
    connection = try SQLiteConnection(place, role: .reader, options: options)
    reader = SQLiteKeyReader(connection: connection)
  }

  private func remove() {
    connection.close()
    writer.close()
    try? FileManager.default.removeItem(at: folder)
  }

  private func insert(_ id: Int) throws {
    try writer.script("INSERT INTO item VALUES (\(id))")
  }

  /// How many items a read sees after this many changes.
  private func count(after commits: Int) throws -> Int64? {
    let call = TransactionCall(.read) { tx in
      try await tx.first("SELECT COUNT(*) AS n FROM item")?.int("n")
    }
    reader.run(call.call, after: commits, options)
    return try call.outcome()
  }

  @Test("serves a thread that has more at hand, and ends with that") func kept() throws {
    defer { remove() }
    Wakes.gather()
    #expect(try count(after: 0) == 0)
    #expect(connection.inTransaction)
    try insert(1)
    // Nobody was told: the snapshot may be the one before.
    #expect(try count(after: 0) == 0)
    Wakes.deliver()
    #expect(!connection.inTransaction)
    #expect(try count(after: 0) == 1)
  }

  @Test("is left for a new one once somebody may know of a later change") func renewed() throws {
    defer { remove() }
    Wakes.gather()
    defer { Wakes.deliver() }
    #expect(try count(after: 0) == 0)
    try insert(1)
    #expect(try count(after: 1) == 1)
    try insert(2)
    let row = try reader.point("SELECT COUNT(*) AS n FROM item", [], after: 2)
    #expect(try row?.int("n") == 2)
  }

  @Test("ends at once where the thread has nothing else at hand") func alone() throws {
    defer { remove() }
    #expect(try count(after: 0) == 0)
    #expect(!connection.inTransaction)
  }

  @Test("is not another thread's, and not ended by the one that began it then")
  func otherThread() throws {
    defer { remove() }
    Wakes.gather()
    #expect(try count(after: 0) == 0)
    try insert(1)
    let seen = DispatchSemaphore(value: 0)
    let checked = DispatchSemaphore(value: 0)
    let found = Found()
    Thread.detachNewThread { [self] in
      Wakes.gather()
      found.count = try? count(after: 0)
      seen.signal()
      _ = checked.wait(timeout: .now() + 20)
      Wakes.deliver()
      seen.signal()
    }
    try #require(seen.wait(timeout: .now() + 20) == .success)
    #expect(found.count == 1)
    Wakes.deliver()
    #expect(connection.inTransaction)
    checked.signal()
    try #require(seen.wait(timeout: .now() + 20) == .success)
    #expect(!connection.inTransaction)
  }

  @Test("outlives a body that throws") func refused() throws {
    defer { remove() }
    Wakes.gather()
    defer { Wakes.deliver() }
    let call = TransactionCall<Int>(.read) { tx in
      _ = try await tx.first("SELECT id FROM item")
      throw CancellationError()
    }
    reader.run(call.call, after: 0, options)
    #expect(throws: CancellationError.self) { try call.outcome() }
    #expect(connection.inTransaction)
    #expect(try count(after: 0) == 0)
  }
}

/// Written by one thread before the other reads.
private final class Found: Sendable {
  private let value = Mutex<Int64?>(nil)
  var count: Int64? {
    get { value.withLock { $0 } }
    set { value.withLock { $0 = newValue } }
  }
}
