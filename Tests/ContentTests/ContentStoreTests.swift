import Foundation
import Testing

@testable import Content

@Suite(.timeLimit(.minutes(2))) struct ContentStoreTests {
  @Test(
    "The id is the SHA-256 of the bytes",
    arguments: StoreKind.allCases,
    [
      ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
  func hash(_ kind: StoreKind, _ sample: (text: String, times: Int, hash: String)) async throws {
    let (text, times, hash) = sample
    let temporary = try await TemporaryStore(kind)
    let store = temporary.store
    let bytes = Array(String(repeating: text, count: times).utf8)
    let id = try await store.put(bytes)
    #expect(id == ContentID(hash: hash, size: Int64(bytes.count)))
    #expect(try await store.put(stream([bytes]), limit: 1_000_000) == id)
    #expect(try await store.readAll(id, limit: 1_000_000) == bytes)
  }

  @Test(
    "Whatever is put is read again, however both are cut", arguments: StoreKind.allCases, 1...40)
  func roundTrip(_ kind: StoreKind, _ seed: Int) async throws {
    let temporary = try await TemporaryStore(kind)
    let store = temporary.store
    var random = Seeded(state: UInt64(seed))
    let length = [0, 1, 63, 64, 65, 4096, 65_536, 200_000].randomElement(using: &random) ?? 0
    let bytes = random.bytes(length)
    let id = try await store.put(stream(cut(bytes, &random)), limit: Int64(length))
    let chunkSize = Int.random(in: 1...max(1, length / 2), using: &random)
    let chunks = try await collect(store.read(id, chunkSize: max(chunkSize, length / 100 + 1)))
    #expect(Array(chunks.joined()) == bytes)
    #expect(chunks.allSatisfy { !$0.isEmpty })
    #expect(try await store.contains(id))
    #expect(try temporary.incoming() == [])
  }

  @Test(
    "One byte more than the limit is refused, and nothing stays", arguments: StoreKind.allCases,
    [0, 1, 100, 4096])
  func limit(_ kind: StoreKind, _ limit: Int) async throws {
    let temporary = try await TemporaryStore(kind)
    let store = temporary.store
    let bytes = [UInt8](repeating: 7, count: limit + 1)
    await #expect(throws: ContentError.tooLarge(limit: Int64(limit))) {
      try await store.put(stream([bytes]), limit: Int64(limit))
    }
    #expect(try temporary.incoming() == [])
    let id = try await store.put(stream([Array(bytes.dropLast())]), limit: Int64(limit))
    #expect(id.size == limit)
    if limit > 0 {
      await #expect(throws: ContentError.tooLarge(limit: Int64(limit - 1))) {
        try await store.readAll(id, limit: Int64(limit - 1))
      }
    }
  }

  @Test(
    "A stream that fails leaves nothing and its error comes through", arguments: StoreKind.allCases)
  func sourceFails(_ kind: StoreKind) async throws {
    let temporary = try await TemporaryStore(kind)
    let store = temporary.store
    struct Interrupted: Error {}
    await #expect(throws: Interrupted.self) {
      try await store.put(stream([[1, 2, 3]], failing: Interrupted()), limit: 100)
    }
    #expect(try temporary.incoming() == [])
    let left = try FileManager.default.contentsOfDirectory(atPath: temporary.path)
    #expect(Set(left) == ["incoming", "lock"])
  }

  @Test(
    "The same bytes put by many at once are there once, and readable all the while",
    arguments: StoreKind.allCases)
  func concurrent(_ kind: StoreKind) async throws {
    let temporary = try await TemporaryStore(kind)
    let store = temporary.store
    var random = Seeded(state: 9)
    let bytes = random.bytes(300_000)
    let id = try await store.put(bytes)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<60 {
        group.addTask {
          var random = Seeded(state: UInt64(number))
          if number % 3 == 0 { return try await store.readAll(id, limit: 300_000) == bytes }
          return try await store.put(stream(cut(bytes, &random)), limit: 300_000) == id
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
    #expect(try temporary.incoming() == [])
  }

  @Test("What is not there is not found", arguments: StoreKind.allCases)
  func notFound(_ kind: StoreKind) async throws {
    let temporary = try await TemporaryStore(kind)
    let store = temporary.store
    let id = try #require(ContentID(hash: String(repeating: "0", count: 64), size: 3))
    #expect(try await !store.contains(id))
    #expect(try await !store.remove(id))
    await #expect(throws: ContentError.notFound(id)) { try await collect(store.read(id)) }
  }

  @Test("What was removed is gone", arguments: StoreKind.allCases)
  func removed(_ kind: StoreKind) async throws {
    let temporary = try await TemporaryStore(kind)
    let store = temporary.store
    let id = try await store.put([1, 2, 3])
    #expect(try await store.remove(id))
    #expect(try await !store.contains(id))
    #expect(try await !store.remove(id))
  }

  @Test(
    "An id that could name another file is none",
    arguments: [
      "", "../../../etc/passwd", String(repeating: "A", count: 64),
      String(repeating: "0", count: 63), String(repeating: "0", count: 65),
      "../" + String(repeating: "0", count: 61), String(repeating: "٠", count: 32),
    ])
  func badID(_ hash: String) {
    #expect(ContentID(hash: hash, size: 1) == nil)
    #expect(ContentID(hash: String(repeating: "0", count: 64), size: -1) == nil)
  }

  @Test("Files are their owner's alone") func permissions() async throws {
    let temporary = try await TemporaryStore(.folder)
    let store = temporary.store
    let id = try await store.put([1])
    let file = temporary.file(id)
    for (path, mode) in [
      (temporary.path, 0o700), ("\(temporary.path)/incoming", 0o700), (file, 0o600),
      ((file as NSString).deletingLastPathComponent, 0o700),
    ] {
      let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(found as? NSNumber == NSNumber(value: mode), "\(path)")
    }
  }

  @Test(
    "A store is opened by path or file URL, and by nothing else",
    arguments: [
      ("file:", true), ("file://", true), ("", true), ("s3:/", false), ("file://host", false),
      (".", false), ("s3://bucket?endpoint=http://localhost&x=", false),
    ])
  func open(_ prefix: String, _ isOpened: Bool) async throws {
    let temporary = try await TemporaryStore(.folder)
    let url = prefix + temporary.path
    do {
      _ = try await ContentStore.open(url: url)
      #expect(isOpened)
    } catch {
      #expect(error == .unsupported(url))
      #expect(!isOpened)
    }
  }

  @Test("What one process has put, the next one reads", arguments: StoreKind.allCases)
  func reopened(_ kind: StoreKind) async throws {
    let temporary = try await TemporaryStore(kind)
    let id = try await temporary.store.put([4, 5, 6])
    let next = try await temporary.reopened()
    #expect(try await next.readAll(id, limit: 3) == [4, 5, 6])
  }
}
