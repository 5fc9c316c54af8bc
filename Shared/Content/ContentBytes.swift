import Crypto
import Glibc

/// The bytes of one content, as `ContentStore.read` gives them. Each iteration reads from the start.
package struct ContentBytes: AsyncSequence, Sendable {
  package typealias Element = [UInt8]
  package typealias Failure = ContentError

  let id: ContentID
  let chunkSize: Int
  let folder: ContentFolder

  package func makeAsyncIterator() -> Iterator {
    Iterator(id: id, chunkSize: chunkSize, folder: folder)
  }

  package struct Iterator: AsyncIteratorProtocol {
    private let id: ContentID
    private let chunkSize: Int
    private let folder: ContentFolder
    private var file: OpenFile?
    private var hasher = SHA256()
    private var position: Int64 = 0
    private var isDone = false

    init(id: ContentID, chunkSize: Int, folder: ContentFolder) {
      self.id = id
      self.chunkSize = chunkSize
      self.folder = folder
    }

    package mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(ContentError) -> [UInt8]? {
      guard !isDone else { return nil }
      // Whatever is thrown below ends the sequence.
      isDone = true
      let file = try await open()
      let step = try await folder.threads.run { [self] () throws(ContentError) in
        try read(file)
      }
      hasher = step.hasher
      position += Int64(step.bytes.count)
      isDone = position == id.size
      return step.bytes.isEmpty ? nil : step.bytes
    }

    private mutating func open() async throws(ContentError) -> OpenFile {
      if let file { return file }
      let opened = try await folder.threads.run { [id, folder] () throws(ContentError) in
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

    /// Reads the next chunk, and checks the whole with the last one.
    private func read(_ file: OpenFile) throws(ContentError) -> (bytes: [UInt8], hasher: SHA256) {
      let bytes = try file.read(Int(Swift.min(Int64(chunkSize), id.size - position)))
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
