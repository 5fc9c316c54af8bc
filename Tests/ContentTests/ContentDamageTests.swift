import Foundation
import Testing

@testable import Content

@Suite(.timeLimit(.minutes(2))) struct ContentDamageTests {
  @Test(
    "A damaged content never comes whole, and is healed by putting it again",
    arguments: StoreKind.allCases, Damage.allCases)
  func damaged(_ kind: StoreKind, _ damage: Damage) async throws {
    let temporary = try await TemporaryStore(kind)
    let store = temporary.store
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
    for chunkSize in [1, 999, 1000, 65_536] {
      let id = try await store.put(bytes)
      try await temporary.damage(id, of: bytes, damage)
      var count = 0
      await #expect(throws: ContentError.corrupted(id)) {
        for try await chunk in store.read(id, chunkSize: chunkSize) { count += chunk.count }
      }
      #expect(count < bytes.count)
      #expect(try await store.put(bytes) == id)
      #expect(try await store.readAll(id, limit: 1000) == bytes)
    }
  }

  @Test("After an error the sequence has ended", arguments: StoreKind.allCases)
  func ended(_ kind: StoreKind) async throws {
    let temporary = try await TemporaryStore(kind)
    let store = temporary.store
    let id = try await store.put([1, 2, 3])
    try await temporary.damage(id, of: [1, 2, 3], .lastBit)
    var iterator = store.read(id).makeAsyncIterator()
    await #expect(throws: ContentError.corrupted(id)) { try await iterator.next() }
    #expect(try await iterator.next() == nil)
  }

  @Test(
    "A sweep removes what is old and unwanted, and leaves the rest", arguments: StoreKind.allCases)
  func sweep(_ kind: StoreKind) async throws {
    let temporary = try await TemporaryStore(kind)
    let store = temporary.store
    let (wanted, unwanted) = (try await store.put([1]), try await store.put([2]))
    let recent = try await store.put([3])
    for id in [wanted, unwanted] { try await temporary.age(id, by: 7200) }
    let report = try await store.sweep(olderThan: .seconds(3600)) { id in
      #expect(id != recent)
      return id == wanted
    }
    #expect(report == SweepReport(kept: 1, removed: 1, leftovers: 0))
    #expect(try await store.contains(wanted))
    #expect(try await !store.contains(unwanted))
    #expect(try await store.contains(recent))
  }

  @Test(
    "A sweep clears what a crash left, and not what is being written",
    arguments: StoreKind.allCases)
  func leftovers(_ kind: StoreKind) async throws {
    let temporary = try await TemporaryStore(kind)
    let store = temporary.store
    let left = "\(temporary.path)/incoming/4711-1-1"
    try Data([1, 2]).write(to: URL(filePath: left))
    try temporary.age(left, by: 7200)
    let (chunks, source) = AsyncStream<[UInt8]>.makeStream()
    let writing = Task { try await store.put(chunks, limit: 100) }
    source.yield([1])
    while try temporary.incoming().count < 2 { await Task.yield() }

    let report = try await store.sweep(olderThan: .seconds(3600)) { _ in false }
    #expect(report == SweepReport(kept: 0, removed: 0, leftovers: 1))
    #expect(!FileManager.default.fileExists(atPath: left))
    source.yield([2])
    source.finish()
    #expect(try await store.readAll(writing.value, limit: 2) == [1, 2])
  }

  @Test(
    "A sweep that runs beside never takes what was just put again", arguments: StoreKind.allCases)
  func race(_ kind: StoreKind) async throws {
    let temporary = try await TemporaryStore(kind)
    let store = temporary.store
    let bytes: [UInt8] = [1, 2, 3]
    let id = try await store.put(bytes)
    for _ in 0..<(kind == .folder ? 200 : 40) {
      try await temporary.age(id, by: 7200)
      async let sweeping = store.sweep(olderThan: .seconds(3600)) { _ in false }
      _ = try await store.put(bytes)
      _ = try await sweeping
      try #require(try await store.contains(id))
    }
  }

  @Test(
    "What the owner's question throws ends the sweep, and nothing is removed",
    arguments: StoreKind.allCases)
  func asking(_ kind: StoreKind) async throws {
    let temporary = try await TemporaryStore(kind)
    let store = temporary.store
    struct Unanswered: Error {}
    let id = try await store.put([1])
    try await temporary.age(id, by: 7200)
    await #expect(throws: Unanswered.self) {
      try await store.sweep(olderThan: .seconds(3600)) { _ in throw Unanswered() }
    }
    #expect(try await store.contains(id))
  }

  @Test("Files that are no contents are left alone") func foreign() async throws {
    let temporary = try await TemporaryStore(.folder)
    let store = temporary.store
    let id = try await store.put([1])
    let path = temporary.file(id).replacing(id.hash, with: "note.txt")
    try Data([1]).write(to: URL(filePath: path))
    try temporary.age(path, by: 7200)
    _ = try await store.sweep(olderThan: .seconds(3600)) { _ in false }
    #expect(FileManager.default.fileExists(atPath: path))
  }
}
