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
      try await call.onLoop { call throws(RPCError) in
        try await call.chosen().awaitInitialMetadata()
      }
    }
  }

  /// What came with the status; empty before the end.
  package var trailingMetadata: Metadata {
    get async {
      await call.onChosen { $0.trailingMetadata } ?? [:]
    }
  }

  /// Whether the reply that was taken last came compressed.
  package var lastWasCompressed: Bool {
    get async {
      await call.onChosen { $0.messages.lastWasCompressed } ?? false
    }
  }

  package struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate let call: ClientCall

    package mutating func next() async throws(RPCError) -> Reply? {
      try await call.onLoop { call throws(RPCError) in try await call.next(Reply.self) }
    }

    package mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(RPCError) -> Reply? {
      try await call.onLoop { call throws(RPCError) in try await call.next(Reply.self) }
    }
  }

  package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(call: call) }
}
