import Database
import Foundation
import RPC
import Synchronization
import Testing

@testable import LinkGrants

/// A link that ends while an answer is being made. The database is on disk, so that a reader and the
/// writer are at work at the same time.
@Suite struct `A right that must stand when the answer is made` {
  private struct Ended: Error {}

  private func withDatabase(_ body: (Database) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = try await Database.open(
      url: "sqlite:\(folder.path(percentEncoded: false))/database.sqlite",
      migrations: [.library, .linkGrants])
    try await body(database)
    await database.close()
  }

  private func link(_ epoch: Int64, active: Bool, in database: Database) async throws {
    let grant = LinkGrant(
      partner: "firm", business: "bakery", epoch: epoch, active: active, client: "",
      displayName: "", accountants: [])
    try await database.write { tx in
      _ = try await LinkGrantStore().apply(grant, time: tx.now, in: tx)
    }
  }

  private static let right: @Sendable (isolated Transaction) async throws -> LinkGrant = { tx in
    guard
      let grant = try await LinkGrantStore().grant(partner: "firm", business: "bakery", in: tx),
      grant.active
    else { throw Ended() }
    return grant
  }

  /// Reads; calls `during` when the first answer is half made, and waits for it.
  private func read(
    _ database: Database, during: @escaping @Sendable () async throws -> Void
  ) async throws -> Int {
    let reached = DispatchSemaphore(value: 0)
    let released = DispatchSemaphore(value: 0)
    let answers = Atomic(0)
    async let answer = database.read(under: Self.right) { _, _ in
      let number = answers.add(1, ordering: .relaxed).newValue
      guard number == 1 else { return number }
      reached.signal()
      // The reader's own thread: the writer has another.
      _ = Self.wait(released)
      return number
    }
    await Task.detached { _ = Self.wait(reached) }.value
    do {
      try await during()
    } catch {
      released.signal()
      throw error
    }
    released.signal()
    return try await answer
  }

  private static func wait(_ semaphore: DispatchSemaphore) -> Bool {
    semaphore.wait(timeout: .now() + 20) == .success
  }

  @Test func `an end that comes while the answer is made refuses the answer`() async throws {
    try await withDatabase { database in
      try await link(1, active: true, in: database)
      await #expect(throws: Ended.self) {
        try await read(database) { try await link(2, active: false, in: database) }
      }
    }
  }

  @Test func `a link that ended and was made again is read anew`() async throws {
    try await withDatabase { database in
      try await link(1, active: true, in: database)
      let answer = try await read(database) {
        try await link(2, active: false, in: database)
        try await link(3, active: true, in: database)
      }
      #expect(answer == 2)
    }
  }

  @Test func `an answer under a right that stands is given at once`() async throws {
    try await withDatabase { database in
      try await link(1, active: true, in: database)
      #expect(try await read(database) {} == 1)
    }
  }
}
