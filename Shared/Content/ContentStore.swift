import Crypto
import Glibc

/// Keeps contents (PDFs, UBL invoices) under the hash of their bytes, once each.
///
/// What `put` has answered is on disk; what `read` gives is what was put, or ends with `corrupted`.
/// Any task may call any of it at any time.
package struct ContentStore: Sendable {
  private let place: ContentPlace

  /// Opens a store, and makes its folder where there is none yet; the folder around it must be there.
  /// A bucket must be there.
  ///
  /// - Parameters:
  ///   - url: `file:/path`, `file:///path`, an absolute path, or
  ///     `s3://BUCKET/PREFIX?endpoint=https://HOST:PORT&region=REGION`.
  ///   - access: What a bucket is opened with.
  package static func open(
    url: String, access: BucketAccess? = nil
  ) async throws(ContentError) -> ContentStore {
    if let address = BucketAddress(url) {
      guard let access else { throw .unsupported("\(url) without keys") }
      return ContentStore(
        place: .bucket(
          try await ContentBucket.open(address, access),
          spool: try await ContentFolder.open(access.spool)))
    }
    var path = url
    if path.hasPrefix("file://") {
      path.removeFirst("file://".count)
    } else if path.hasPrefix("file:") {
      path.removeFirst("file:".count)
    }
    guard path.hasPrefix("/"), !path.utf8.contains(0) else { throw .unsupported(url) }
    return ContentStore(place: .folder(try await ContentFolder.open(path)))
  }

  /// Stores what a stream brings, in the order it brings it; one chunk is in memory at a time.
  ///
  /// - Parameter limit: bytes; one more and nothing is stored.
  /// - Throws: `ContentError`, or what the stream throws. Nothing is stored then.
  package func put<Chunks: AsyncSequence>(_ chunks: Chunks, limit: Int64) async throws -> ContentID
  where Chunks.Element == [UInt8] {
    let folder = place.local
    let path = folder.newIncoming()
    let file = try await folder.threads.run { () throws(ContentError) in
      try OpenFile.creating(path)
    }
    do {
      var hasher = SHA256()
      var size: Int64 = 0
      for try await chunk in chunks {
        size += Int64(chunk.count)
        guard size <= limit else { throw ContentError.tooLarge(limit: limit) }
        hasher = try await folder.threads.run { [hasher] () throws(ContentError) in
          try file.write(chunk)
          return hasher.adding(chunk)
        }
      }
      let id = ContentID(digest: hasher.finalize(), size: size)
      try await place.take(file, at: path, as: id)
      return id
    } catch {
      _ = try? await folder.threads.run { () throws(ContentError) in try Files.remove(path) }
      throw error
    }
  }

  /// Stores bytes that are in memory already.
  package func put(_ bytes: [UInt8]) async throws(ContentError) -> ContentID {
    let folder = place.local
    let path = folder.newIncoming()
    do throws(ContentError) {
      let (file, id) = try await folder.threads.run { () throws(ContentError) in
        let file = try OpenFile.creating(path)
        try file.write(bytes)
        let digest = SHA256().adding(bytes).finalize()
        return (file, ContentID(digest: digest, size: Int64(bytes.count)))
      }
      try await place.take(file, at: path, as: id)
      return id
    } catch {
      _ = try? await folder.threads.run { () throws(ContentError) in try Files.remove(path) }
      throw error
    }
  }

  /// The bytes of a content, in chunks of up to `chunkSize`, read as they are asked for.
  ///
  /// The last chunk comes only when all of it was what was put: who has read as many bytes as the
  /// id says has read them right. A damaged content ends with `corrupted`, one that is not there
  /// begins with `notFound`.
  package func read(_ id: ContentID, chunkSize: Int = 65_536) -> ContentBytes {
    ContentBytes(id: id, chunkSize: max(1, chunkSize), place: place)
  }

  /// All bytes of a content at once.
  ///
  /// - Throws: `tooLarge` where it has more than `limit` bytes, before any is read.
  package func readAll(_ id: ContentID, limit: Int64) async throws(ContentError) -> [UInt8] {
    guard id.size <= limit else { throw .tooLarge(limit: limit) }
    var bytes: [UInt8] = []
    for try await chunk in read(id) { bytes += chunk }
    return bytes
  }

  /// Whether a content of this name and size is there; its bytes are not looked at.
  package func contains(_ id: ContentID) async throws(ContentError) -> Bool {
    try await place.size(of: id) == id.size
  }

  /// Removes a content for ever.
  ///
  /// - Returns: whether it was there.
  @discardableResult
  package func remove(_ id: ContentID) async throws(ContentError) -> Bool {
    try await place.remove(id)
  }

  /// Removes what nobody needs: contents that `keeping` does not want, and what unfinished writes
  /// left behind; both only when they are older than `age`.
  ///
  /// - Parameter age: longer than from a `put` to the commit that refers to it, and than any upload.
  /// - Parameter keeping: asked for each content that is old enough; what it throws ends the sweep.
  package func sweep(
    olderThan age: Duration, keeping: (ContentID) async throws -> Bool
  ) async throws -> SweepReport {
    let age = Int64(age / .microseconds(1))
    let time = Self.now() - age
    let folder = place.local
    var report = SweepReport(
      kept: 0, removed: 0,
      leftovers: try await folder.threads.run { () throws(ContentError) in
        try folder.removeLeftovers(notAfter: time)
      })
    switch place {
    case .folder:
      for shelf in try await folder.threads.run({ () throws(ContentError) in try folder.shelves() })
      {
        let ids = try await folder.threads.run { () throws(ContentError) in
          try folder.contents(of: shelf, notAfter: time)
        }
        try await sweep(ids, notAfter: time, &report, keeping)
      }
    case .bucket(let bucket, _):
      var next: String?
      repeat {
        let page = try await bucket.list(after: next)
        let time = page.time - age
        let old = page.contents.filter { $0.modified <= time }.map(\.id)
        try await sweep(old, notAfter: time, &report, keeping)
        next = page.next
      } while next != nil
    }
    return report
  }

  private func sweep(
    _ ids: [ContentID], notAfter time: Int64, _ report: inout SweepReport,
    _ keeping: (ContentID) async throws -> Bool
  ) async throws {
    for id in ids {
      if try await keeping(id) {
        report.kept += 1
      } else if try await place.remove(id, unlessPutAfter: time) {
        report.removed += 1
      }
    }
  }

  /// Microseconds since 1970, by the clock that files are dated with.
  private static func now() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
  }
}

/// What a sweep did.
package struct SweepReport: Sendable, Equatable {
  package internal(set) var kept: Int
  package internal(set) var removed: Int
  /// Unfinished writes that were cleared away.
  package let leftovers: Int
}

extension SHA256 {
  func adding(_ bytes: [UInt8]) -> SHA256 {
    var hasher = self
    unsafe bytes.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
    return hasher
  }
}
