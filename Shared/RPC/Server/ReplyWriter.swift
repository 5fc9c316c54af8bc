/// Where a streaming handler writes its replies.
@usableFromInline
package struct ReplyWriter<Reply: WireMessage>: Sendable {
  @usableFromInline let exchange: ServerExchange

  init(_ exchange: ServerExchange) { self.exchange = exchange }

  /// Returns when the bytes waiting for the peer are below the stream's mark, so a slow reader
  /// slows its writer. Throws CANCELLED or DEADLINE_EXCEEDED when the call is over.
  /// `compressed` false leaves this reply as it is in a call that compresses its replies.
  @usableFromInline
  package func write(_ reply: Reply, compressed: Bool = true) async throws {
    // Nearly every reply goes out in this one function: each further asynchronous one costs it 400
    // instructions.
    guard exchange.sendsInPlace else {
      return try await exchange.send(reply, compressed: compressed)
    }
    if try exchange.sendInPlace(reply) { try await exchange.waitForRoom() }
  }

  /// Writes one reply after the other, as `write` would. For replies that are at hand: one of 64 bytes
  /// costs 415 instructions, as the call and its buffer are looked at once for all that go below the stream's
  /// mark; written one by one it took 1,200. A reply that cannot be written ends it; those before are on their
  /// way, but for RESOURCE_EXHAUSTED because too many replies wait to be read: then those since it last waited
  /// are not.
  @inlinable
  package func write(
    contentsOf replies: some Sequence<Reply>, compressed: Bool = true
  ) async throws {
    guard exchange.sendsInPlace else {
      for reply in replies { try await write(reply, compressed: compressed) }
      return
    }
    let count = replies.underestimatedCount
    var rest = replies.makeIterator()
    while try exchange.sendPage(
      of: count,
      { output throws(RPCError) in
        try output.fill { output throws(RPCError) in
          guard let reply = rest.next() else { return false }
          try reply.appendFramed(to: &output)
          return true
        }
      })
    { try await exchange.waitForRoom() }
  }
}
