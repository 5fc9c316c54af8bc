/// Where a streaming handler writes its replies.
package struct ReplyWriter<Reply: WireMessage>: Sendable {
  private let exchange: ServerExchange

  init(_ exchange: ServerExchange) { self.exchange = exchange }

  /// Returns when the bytes waiting for the peer are below the stream's mark, so a slow reader
  /// slows its writer. Throws CANCELLED or DEADLINE_EXCEEDED when the call is over.
  package func write(_ reply: Reply) async throws {
    try await exchange.send(reply)
  }
}
