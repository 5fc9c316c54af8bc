/// The messages of a client-streaming or bidirectional call, in order, to be iterated once.
///
/// A message leaves the peer's flow-control window when it is taken here, so a handler that does
/// not read stops its client and nobody else.
package struct RequestStream<Request: WireMessage>: AsyncSequence, Sendable {
  package typealias Element = Request

  private let exchange: ServerExchange

  init(_ exchange: ServerExchange) { self.exchange = exchange }

  package struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate let exchange: ServerExchange

    /// Throws CANCELLED or DEADLINE_EXCEEDED when the call is over before its last message.
    package mutating func next() async throws -> Request? {
      try await exchange.nextRequest(Request.self)
    }
  }

  package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(exchange: exchange) }
}
