import Glibc
import Outbound

/// Content in a bucket of an S3-compatible store: one object a content, its key the hash.
///
/// Whether an object is too young to be swept is told by the store's clock alone: by the object's
/// date and the date of the answer that lists it.
struct ContentBucket: Sendable {
  /// Read in one request, so that a reader that waits holds no connection.
  static let pieceSize = 1 << 20

  private let client: BucketClient
  private let gate = PlacingGate()

  /// Looks whether the bucket can be listed, so that a wrong key or name stops the start.
  static func open(_ address: BucketAddress, _ access: BucketAccess) async throws(ContentError)
    -> ContentBucket
  {
    let bucket = ContentBucket(client: try BucketClient(address, access))
    _ = try await bucket.list(after: nil, limit: 1)
    return bucket
  }

  // MARK: Writing and reading

  func place(_ path: String, as id: ContentID) async throws(ContentError) {
    await gate.enter(id.hash)
    defer { gate.leave(id.hash) }
    let file: UploadFile
    do {
      file = try UploadFile(path)
    } catch {
      throw .unreachable("\(error)")
    }
    // The store refuses a body with another hash.
    _ = try await client.send("PUT", id.hash, upload: (file, id.hash), expecting: [200])
  }

  /// Up to `pieceSize` bytes from `position`; none of an empty content, where it is there.
  func read(_ id: ContentID, from position: Int64) async throws(ContentError) -> [UInt8] {
    guard id.size > 0 else {
      guard let size = try await size(of: id) else { throw .notFound(id) }
      guard size == 0 else { throw .corrupted(id) }
      return []
    }
    let count = min(Int64(Self.pieceSize), id.size - position)
    let answer = try await client.send(
      "GET", id.hash,
      headers: [HTTPHeader("Range", "bytes=\(position)-\(position + count - 1)")],
      limit: Self.pieceSize, expecting: [206, 200, 404, 416])
    if answer.status == 404 { throw .notFound(id) }
    // 200 is the whole, which some stores answer where it was asked for.
    let isWhole = answer.status == 200 && position == 0 && count == id.size
    let isPart =
      answer.status == 206 && answer.header("Content-Range")?.hasSuffix("/\(id.size)") == true
    guard isWhole || isPart, answer.isBodyComplete, answer.body.count == Int(count) else {
      throw .corrupted(id)
    }
    return answer.body
  }

  /// Nil where there is none.
  func size(of id: ContentID) async throws(ContentError) -> Int64? {
    try await look(id)?.size
  }

  private func look(_ id: ContentID) async throws(ContentError) -> (size: Int64, modified: Int64)? {
    let answer = try await client.send("HEAD", id.hash, expecting: [200, 404])
    guard answer.status == 200 else { return nil }
    guard let size = answer.header("Content-Length").flatMap({ Int64($0) }),
      let modified = answer.header("Last-Modified").flatMap(StoreTime.ofHeader)
    else { throw .unreachable("the store tells no size and date of an object") }
    return (size, modified)
  }

  // MARK: Removing

  /// - Returns: whether it was there.
  func remove(_ id: ContentID) async throws(ContentError) -> Bool {
    guard try await look(id) != nil else { return false }
    _ = try await client.send("DELETE", id.hash, expecting: [200, 204, 404])
    return true
  }

  /// Removes a content unless it was put after `time`.
  func remove(_ id: ContentID, unlessPutAfter time: Int64) async throws(ContentError) -> Bool {
    // One that comes in now is not old.
    guard gate.tryRemoving(id.hash) else { return false }
    defer { gate.endRemoving(id.hash) }
    guard let found = try await look(id), found.modified <= time else { return false }
    return try await remove(id)
  }

  struct Page: Sendable {
    let contents: [(id: ContentID, modified: Int64)]
    /// When the store answered, by its clock.
    let time: Int64
    /// Where the next page begins; nil after the last one.
    let next: String?
  }

  /// The contents, in the order of their hashes. What is no content of ours is left out.
  func list(after token: String?, limit: Int = 1000) async throws(ContentError) -> Page {
    var query = [("list-type", "2"), ("max-keys", "\(limit)"), ("prefix", client.address.prefix)]
    if let token { query.insert(("continuation-token", token), at: 0) }
    // A key has at most 1 KiB, and there are as many bytes around it.
    let answer = try await client.send(
      "GET", nil, query: query, limit: limit * 4096 + 65_536, expecting: [200])
    guard answer.isBodyComplete, let time = answer.header("Date").flatMap(StoreTime.ofHeader) else {
      throw .unreachable("the store's list is too long, or has no date")
    }
    let body = XMLText(answer.body)
    return Page(
      contents: body.elements("Contents").compactMap(content), time: time,
      next: body.values(of: "IsTruncated").first == "true"
        ? body.values(of: "NextContinuationToken").first : nil)
  }

  private func content(_ element: XMLText) -> (id: ContentID, modified: Int64)? {
    guard let key = element.values(of: "Key").first, key.hasPrefix(client.address.prefix),
      let size = element.values(of: "Size").first.flatMap({ Int64($0) }),
      let modified = element.values(of: "LastModified").first.flatMap(StoreTime.ofList),
      let id = ContentID(hash: String(key.dropFirst(client.address.prefix.count)), size: size)
    else { return nil }
    return (id, modified)
  }
}
