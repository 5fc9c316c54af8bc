import Foundation
import Testing

@testable import Content

@Suite(.timeLimit(.minutes(2))) struct ContentDamageTests {
  let temporary: TemporaryStore
  var store: ContentStore { temporary.store }

  init() async throws {
    temporary = try await TemporaryStore()
  }

  enum Damage: String, CaseIterable {
    case firstBit, lastBit, truncated, emptied, extended, swapped
  }

  private func apply(_ damage: Damage, to path: String) throws {
    var data = try Data(contentsOf: URL(filePath: path))
    switch damage {
    case .firstBit: data[0] ^= 1
    case .lastBit: data[data.count - 1] ^= 0x80
    case .truncated: data.removeLast()
    case .emptied: data = Data()
    case .extended: data.append(0)
    case .swapped: data.swapAt(0, 1)
    }
    try data.write(to: URL(filePath: path))
  }

  @Test(
    "A damaged content never comes whole, and is healed by putting it again",
    arguments: Damage.allCases, [1, 999, 1000, 65_536])
  func damaged(_ damage: Damage, _ chunkSize: Int) async throws {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
    let id = try await store.put(bytes)
    try apply(damage, to: temporary.file(id))
    var count = 0
    await #expect(throws: ContentError.corrupted(id)) {
      for try await chunk in store.read(id, chunkSize: chunkSize) { count += chunk.count }
    }
    #expect(count < bytes.count)
    #expect(try await store.put(bytes) == id)
    #expect(try await store.readAll(id, limit: 1000) == bytes)
  }

  @Test("After an error the sequence has ended") func ended() async throws {
    let id = try await store.put([1, 2, 3])
    try apply(.lastBit, to: temporary.file(id))
    var iterator = store.read(id).makeAsyncIterator()
    await #expect(throws: ContentError.corrupted(id)) { try await iterator.next() }
    #expect(try await iterator.next() == nil)
  }

  @Test("A sweep removes what is old and unwanted, and leaves the rest") func sweep()
    async throws
  {
    let (wanted, unwanted) = (try await store.put([1]), try await store.put([2]))
    let recent = try await store.put([3])
    for id in [wanted, unwanted] { try temporary.age(temporary.file(id), by: 7200) }
    let report = try await store.sweep(olderThan: .seconds(3600)) { id in
      #expect(id != recent)
      return id == wanted
    }
    #expect(report == SweepReport(kept: 1, removed: 1, leftovers: 0))
    #expect(try await store.contains(wanted))
    #expect(try await !store.contains(unwanted))
    #expect(try await store.contains(recent))
  }

  @Test("A sweep clears what a crash left, and not what is being written") func leftovers()
    async throws
  {
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

  @Test("A sweep that runs beside never takes what was just put again") func race() async throws {
    let bytes: [UInt8] = [1, 2, 3]
    let id = try await store.put(bytes)
    for _ in 0..<200 {
      try temporary.age(temporary.file(id), by: 7200)
      async let sweeping = store.sweep(olderThan: .seconds(3600)) { _ in false }
      _ = try await store.put(bytes)
      _ = try await sweeping
      try #require(try await store.contains(id))
    }
  }

  @Test("What the owner's question throws ends the sweep, and nothing is removed") func asking()
    async throws
  {
    struct Unanswered: Error {}
    let id = try await store.put([1])
    try temporary.age(temporary.file(id), by: 7200)
    await #expect(throws: Unanswered.self) {
      try await store.sweep(olderThan: .seconds(3600)) { _ in throw Unanswered() }
    }
    #expect(try await store.contains(id))
  }

  @Test("Files that are no contents are left alone") func foreign() async throws {
    let id = try await store.put([1])
    let path = temporary.file(id).replacing(id.hash, with: "note.txt")
    try Data([1]).write(to: URL(filePath: path))
    try temporary.age(path, by: 7200)
    _ = try await store.sweep(olderThan: .seconds(3600)) { _ in false }
    #expect(FileManager.default.fileExists(atPath: path))
  }
}
