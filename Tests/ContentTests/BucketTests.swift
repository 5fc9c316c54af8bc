import Foundation
import Testing

@testable import Content

@Suite(.timeLimit(.minutes(3))) struct BucketTests {
  @Test(
    "A fault that passes is not seen by the caller",
    arguments: ["503", "500", "429", "hang-up", "lost-answer", "cut", "slow"])
  func passing(_ kind: String) async throws {
    let temporary = try await TemporaryStore(.bucket)
    let server = try #require(temporary.server)
    let bytes = [UInt8](repeating: 7, count: 1_500_000)
    if kind != "cut" { try await server.fail(temporary.prefix, kind, count: 2) }
    let id = try await temporary.store.put(stream([bytes]), limit: 2_000_000)
    try await server.fail(temporary.prefix, kind, count: 2)
    #expect(try await temporary.store.readAll(id, limit: 2_000_000) == bytes)
    // Two pieces, and two tries that failed; and those of writing, which "cut" does not disturb.
    let least = kind == "slow" ? 3 : kind == "cut" ? 4 : 7
    #expect(try await server.seen(temporary.prefix) >= least)
  }

  @Test("A fault that stays is told, and nothing is left behind", arguments: ["503", "403"])
  func staying(_ kind: String) async throws {
    let temporary = try await TemporaryStore(.bucket)
    let server = try #require(temporary.server)
    try await server.fail(temporary.prefix, kind, count: 100)
    let error = await #expect(throws: ContentError.self) { try await temporary.store.put([1]) }
    guard case .unreachable(let cause)? = error else { throw try #require(error) }
    #expect(cause.contains(kind))
    #expect(try await server.seen(temporary.prefix) == (kind == "503" ? 4 : 1))
    #expect(try temporary.incoming() == [])
  }

  @Test("Wrong keys, a bucket that is not there and a dead endpoint stop the opening")
  func opening() async throws {
    let server = try await BucketServer.running()
    let spool = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    defer { try? FileManager.default.removeItem(atPath: spool) }
    let right = BucketAccess(accessKey: "an-access-key", secretKey: "a/secret+key", spool: spool)
    let wrong = BucketAccess(accessKey: "an-access-key", secretKey: "guessed", spool: spool)
    let url = server.url("x")
    for (url, access) in [
      (url, wrong), (url.replacing("daybook", with: "elsewhere"), right),
      (url.replacing("127.0.0.1", with: "127.0.0.2"), right),
    ] {
      let error = await #expect(throws: ContentError.self) {
        try await ContentStore.open(url: url, access: access)
      }
      guard case .unreachable? = error else { throw try #require(error) }
    }
  }

  @Test("A sweep goes through more contents than one list holds") func pages() async throws {
    let temporary = try await TemporaryStore(.bucket)
    let server = try #require(temporary.server)
    let address = try #require(BucketAddress(server.url(temporary.prefix)))
    let bucket = try await ContentBucket.open(
      address,
      BucketAccess(accessKey: "an-access-key", secretKey: "a/secret+key", spool: temporary.path))
    var put: Set<ContentID> = []
    for number in 0..<7 { put.insert(try await temporary.store.put([UInt8(number)])) }
    var found: Set<ContentID> = []
    var next: String?
    var pages = 0
    repeat {
      let page = try await bucket.list(after: next, limit: 3)
      found.formUnion(page.contents.map(\.id))
      next = page.next
      pages += 1
    } while next != nil
    #expect(found == put)
    #expect(pages == 3)
  }

  @Test("A content of many pieces comes in order, held one piece at a time") func large()
    async throws
  {
    let temporary = try await TemporaryStore(.bucket)
    var random = Seeded(state: 3)
    let piece = random.bytes(300_000)
    let chunks = (0..<20).map { number in piece + [UInt8(number)] }
    let id = try await temporary.store.put(stream(chunks), limit: 10_000_000)
    #expect(Array(try await collect(temporary.store.read(id)).joined()) == Array(chunks.joined()))
  }

  @Test(
    "An address of a bucket is read whole or not at all",
    arguments: [
      ("s3://b?endpoint=https://h", "https://h b us-east-1 "),
      ("s3://b/p/q/?region=eu&endpoint=http://h:9000/", "http://h:9000 b eu p/q/"),
      ("s3://b/p", nil), ("s3://?endpoint=https://h", nil),
      ("s3://b/../c?endpoint=https://h", nil), ("s3://b/a b?endpoint=https://h", nil),
      ("s3://b?endpoint=ftp://h", nil), ("s3://b?endpoint=https://h/path", nil),
      ("s3://b?endpoint=https://h&secret=x", nil),
    ] as [(String, String?)])
  func address(_ url: String, _ parts: String?) {
    let address = BucketAddress(url)
    #expect(
      address.map { "\($0.endpoint) \($0.bucket) \($0.region) \($0.prefix)" } == parts)
  }

  @Test("Dates are read as stores write them") func dates() {
    #expect(StoreTime.ofHeader("Sun, 06 Nov 1994 08:49:37 GMT") == 784_111_777_000_000)
    #expect(StoreTime.ofList("1994-11-06T08:49:37.000Z") == 784_111_777_000_000)
    #expect(StoreTime.ofList("1994-11-06T08:49:37Z") == 784_111_777_000_000)
    #expect(StoreTime.ofHeader("yesterday") == nil)
    #expect(StoreTime.ofList("1994-11-06") == nil)
  }
}
