import NIOCore

// A stream's messages where they are compressed.

extension ServerStream {
  /// The next request, as `takeRequest`, of a peer that may compress its messages: it named an encoding.
  func unpackRequest<Q: WireMessage>(_ type: Q.Type) async throws(RPCError) -> Q? {
    try checkRunning()
    guard let packed = try takePacked() else {
      var request: Q?
      try unsafe takeRequest { bytes throws(RPCError) in
        request = try unsafe Q(wireBytes: bytes)
      }
      if request != nil { call.note(requestWasCompressed: false) }
      return request
    }
    call.note(requestWasCompressed: true)
    let request = try await unpack(packed, type)
    try checkRunning()
    return request
  }

  /// Sends a reply that is compressed on its way, by what `replyCompression` chose. True when the writer
  /// should wait.
  func send(
    _ reply: some WireMessage, compressedBy compression: Compression
  ) async throws(RPCError) -> Bool {
    try checkRunning()
    let framed = try await ByteBuffer.packed(reply, compression, limit: served.sizes.reply)
    try checkRunning()
    let before = outgoing.readableBytes
    let mustWait = append(framed: framed)
    try countOutgoing(orKeep: before)
    startResponse()
    return mustWait
  }
}
