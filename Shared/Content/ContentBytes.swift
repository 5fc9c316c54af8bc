import Crypto
import Glibc

/// The bytes of one content, as `ContentStore.read` gives them. Each iteration reads from the start.
package struct ContentBytes: AsyncSequence, Sendable {
  package typealias Element = [UInt8]
  package typealias Failure = ContentError

  let id: ContentID
  let chunkSize: Int
  let place: ContentPlace

  package func makeAsyncIterator() -> Iterator {
    Iterator(id: id, chunkSize: chunkSize, place: place)
  }

  package struct Iterator: AsyncIteratorProtocol {
    private let id: ContentID
    private let chunkSize: Int
    private let place: ContentPlace
    private var file: OpenFile?
    /// What was read from a bucket and not given yet.
    private var piece: ArraySlice<UInt8> = []
    private var hasher = SHA256()
    private var position: Int64 = 0
    private var isDone = false

    init(id: ContentID, chunkSize: Int, place: ContentPlace) {
      self.id = id
      self.chunkSize = chunkSize
      self.place = place
    }

    package mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(ContentError) -> [UInt8]? {
      guard !isDone else { return nil }
      // Whatever is thrown below ends the sequence.
      isDone = true
      let count = Int(Swift.min(Int64(chunkSize), id.size - position))
      let step: (bytes: [UInt8], hasher: SHA256)
      switch place {
      case .folder(let folder):
        let file = try await open(in: folder)
        step = try await folder.threads.run { [self] () throws(ContentError) in
          try check(try file.read(count))
        }
      case .bucket(let bucket, let spool):
        if piece.isEmpty { piece = try await bucket.read(id, from: position)[...] }
        let bytes = Array(piece.prefix(count))
        piece = piece.dropFirst(count)
        step = try await spool.threads.run { [self] () throws(ContentError) in try check(bytes) }
      }
      hasher = step.hasher
      position += Int64(step.bytes.count)
      isDone = position == id.size
      return step.bytes.isEmpty ? nil : step.bytes
    }

    private mutating func open(in folder: ContentFolder) async throws(ContentError) -> OpenFile {
      if let file { return file }
      let opened = try await folder.threads.run { [id] () throws(ContentError) in
        do throws(ContentError) {
          let file = try OpenFile.reading(folder.path(of: id))
          guard try file.size() == id.size else { throw ContentError.corrupted(id) }
          return file
        } catch .system(_, ENOENT) {
          throw .notFound(id)
        }
      }
      file = opened
      return opened
    }

    /// Adds the next chunk to the hash, and checks the whole with the last one.
    private func check(_ bytes: [UInt8]) throws(ContentError) -> (bytes: [UInt8], hasher: SHA256) {
      let hasher = hasher.adding(bytes)
      let isLast = position + Int64(bytes.count) == id.size
      guard !bytes.isEmpty || isLast else { throw .corrupted(id) }
      if isLast {
        let read = ContentID(digest: hasher.finalize(), size: id.size)
        guard read == id else { throw .corrupted(id) }
      }
      return (bytes, hasher)
    }
  }
}
