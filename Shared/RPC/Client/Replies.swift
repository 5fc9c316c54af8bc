/// The replies of a streaming call, in order, to be iterated once. Ends with nil when the status
/// is OK and throws the status otherwise.
package struct Replies<Reply: WireMessage>: AsyncSequence, Sendable {
  package typealias Element = Reply
  package typealias Failure = RPCError

  package struct AsyncIterator: AsyncIteratorProtocol {
    package mutating func next() async throws(RPCError) -> Reply? { nil }
    package mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(RPCError) -> Reply? { nil }
  }

  package func makeAsyncIterator() -> AsyncIterator { AsyncIterator() }
}
