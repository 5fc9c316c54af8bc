/// Where a streaming handler writes its replies.
package struct ReplyWriter<Reply: WireMessage>: Sendable {
  private let exchange: ServerExchange

  init(_ exchange: ServerExchange) { self.exchange = exchange }

  /// Returns when the bytes waiting for the peer are below the stream's mark, so a slow reader
  /// slows its writer. Throws CANCELLED or DEADLINE_EXCEEDED when the call is over.
  /// `compressed` false leaves this reply as it is in a call that compresses its replies.
  package func write(_ reply: Reply, compressed: Bool = true) async throws {
    // Nearly every reply goes out in this one function: each further asynchronous one costs it 400
    // instructions.
    guard exchange.sendsInPlace else {
      return try await exchange.send(reply, compressed: compressed)
    }
    if try exchange.sendInPlace(reply) { try await exchange.waitForRoom() }
  }
}
