import Crypto
import Glibc

/// Keeps contents (PDFs, UBL invoices) under the hash of their bytes, once each.
///
/// What `put` has answered is on disk; what `read` gives is what was put, or ends with `corrupted`.
/// Any task may call any of it at any time.
package struct ContentStore: Sendable {
  // Another kind of store (S3-compatible) makes this an enum of the two.
  private let folder: ContentFolder

  /// Opens a store, and makes its folder where there is none yet; the folder around it must be there.
  ///
  /// - Parameter url: `file:/path`, `file:///path` or an absolute path.
  package static func open(url: String) async throws(ContentError) -> ContentStore {
    var path = url
    if path.hasPrefix("file://") {
      path.removeFirst("file://".count)
    } else if path.hasPrefix("file:") {
      path.removeFirst("file:".count)
    }
    guard path.hasPrefix("/"), !path.utf8.contains(0) else { throw .unsupported(url) }
    return ContentStore(folder: try await ContentFolder.open(path))
  }

  /// Stores what a stream brings, in the order it brings it; one chunk is in memory at a time.
  ///
  /// - Parameter limit: bytes; one more and nothing is stored.
  /// - Throws: `ContentError`, or what the stream throws. Nothing is stored then.
  package func put<Chunks: AsyncSequence>(_ chunks: Chunks, limit: Int64) async throws -> ContentID
  where Chunks.Element == [UInt8] {
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
      try await folder.threads.run { [folder] () throws(ContentError) in
        try folder.place(file, at: path, as: id)
      }
      return id
    } catch {
      _ = try? await folder.threads.run { () throws(ContentError) in try Files.remove(path) }
      throw error
    }
  }

  /// Stores bytes that are in memory already.
  package func put(_ bytes: [UInt8]) async throws(ContentError) -> ContentID {
    try await folder.threads.run { [folder] () throws(ContentError) in
      let path = folder.newIncoming()
      let file = try OpenFile.creating(path)
      do throws(ContentError) {
        try file.write(bytes)
        let digest = SHA256().adding(bytes).finalize()
        let id = ContentID(digest: digest, size: Int64(bytes.count))
        try folder.place(file, at: path, as: id)
        return id
      } catch {
        _ = try? Files.remove(path)
        throw error
      }
    }
  }

  /// The bytes of a content, in chunks of up to `chunkSize`, read as they are asked for.
  ///
  /// The last chunk comes only when all of it was what was put: who has read as many bytes as the
  /// id says has read them right. A damaged content ends with `corrupted`, one that is not there
  /// begins with `notFound`.
  package func read(_ id: ContentID, chunkSize: Int = 65_536) -> ContentBytes {
    ContentBytes(id: id, chunkSize: max(1, chunkSize), folder: folder)
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
    try await folder.threads.run { [folder] () throws(ContentError) in
      try Files.status(folder.path(of: id))?.size == id.size
    }
  }

  /// Removes a content for ever.
  ///
  /// - Returns: whether it was there.
  @discardableResult
  package func remove(_ id: ContentID) async throws(ContentError) -> Bool {
    try await folder.threads.run { [folder] () throws(ContentError) in try folder.remove(id) }
  }

  /// Removes what nobody needs: contents that `keeping` does not want, and what unfinished writes
  /// left behind; both only when they are older than `age`.
  ///
  /// - Parameter age: longer than from a `put` to the commit that refers to it, and than any upload.
  /// - Parameter keeping: asked for each content that is old enough; what it throws ends the sweep.
  package func sweep(
    olderThan age: Duration, keeping: (ContentID) async throws -> Bool
  ) async throws -> SweepReport {
    let time = Self.now() - Int64(age / .microseconds(1))
    let folder = folder
    var report = SweepReport(
      kept: 0, removed: 0,
      leftovers: try await folder.threads.run { () throws(ContentError) in
        try folder.removeLeftovers(notAfter: time)
      })
    for shelf in try await folder.threads.run({ () throws(ContentError) in try folder.shelves() }) {
      let ids = try await folder.threads.run { () throws(ContentError) in
        try folder.contents(of: shelf, notAfter: time)
      }
      for id in ids {
        if try await keeping(id) {
          report.kept += 1
          continue
        }
        let isRemoved = try await folder.threads.run { () throws(ContentError) in
          try folder.remove(id, unlessPutAfter: time)
        }
        report.removed += isRemoved ? 1 : 0
      }
    }
    return report
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
