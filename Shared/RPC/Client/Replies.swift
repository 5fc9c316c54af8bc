/// The replies of a streaming call, in order, to be iterated once. Ends with nil when the status
/// is OK and throws the status otherwise. Letting go of it before its end cancels the call.
package struct Replies<Reply: WireMessage>: AsyncSequence, Sendable {
  package typealias Element = Reply
  package typealias Failure = RPCError

  private let call: ClientCall

  init(_ call: ClientCall) { self.call = call }

  /// What came before the first reply. Waits for it.
  package var initialMetadata: Metadata {
    get async throws(RPCError) {
      try await call.onLoop { stream throws(RPCError) in try await stream.awaitInitialMetadata() }
    }
  }

  /// What came with the status; empty before the end.
  package var trailingMetadata: Metadata {
    get async {
      let metadata = try? await call.onLoop { stream throws(RPCError) in stream.trailingMetadata }
      return metadata ?? [:]
    }
  }

  /// Whether the reply that was taken last came compressed.
  package var lastWasCompressed: Bool {
    get async {
      let compressed = try? await call.onLoop { stream throws(RPCError) in
        stream.messages.lastWasCompressed
      }
      return compressed ?? false
    }
  }

  package struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate let call: ClientCall

    package mutating func next() async throws(RPCError) -> Reply? {
      try await call.onLoop { stream throws(RPCError) in try await stream.next(Reply.self) }
    }

    package mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(RPCError) -> Reply? {
      try await call.onLoop { stream throws(RPCError) in try await stream.next(Reply.self) }
    }
  }

  package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(call: call) }
}
