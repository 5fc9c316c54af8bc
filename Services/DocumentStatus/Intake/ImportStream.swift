import EInvoice
import RPC

/// The bytes of an import as they come in: a stream of chunks that the content store takes to disk one
/// by one.
struct ImportStream<Chunks: AsyncSequence>: AsyncSequence where Chunks.Element == [UInt8] {
  typealias Element = [UInt8]

  /// What came with the first message.
  let first: [UInt8]
  let rest: Chunks
  let ends: FileEnds

  struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate var first: [UInt8]?
    fileprivate var rest: Chunks.AsyncIterator
    fileprivate let ends: FileEnds

    mutating func next(isolation actor: isolated (any Actor)?) async throws -> [UInt8]? {
      guard let chunk = try await following(isolation: actor) else { return nil }
      guard chunk.count <= ImportLimits.chunk else {
        throw RPCError(.invalidArgument, "chunk must be at most 1 MiB a message")
      }
      try ends.take(chunk)
      return chunk
    }

    private mutating func following(
      isolation actor: isolated (any Actor)?
    ) async throws -> [UInt8]? {
      if let first {
        self.first = nil
        return first
      }
      return try await rest.next(isolation: actor)
    }
  }

  func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(first: first, rest: rest.makeAsyncIterator(), ends: ends)
  }
}
