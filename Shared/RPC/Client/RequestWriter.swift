/// Where the caller of a client-streaming or bidirectional call writes its requests.
package struct RequestWriter<Request: WireMessage>: Sendable {
  private let call: ClientCall

  init(_ call: ClientCall) { self.call = call }

  /// Returns when the bytes waiting for the server are below the stream's mark. Throws the call's
  /// status when it has ended. `compressed` false leaves this request as it is in a call that
  /// compresses its requests.
  package func write(_ request: Request, compressed: Bool = true) async throws(RPCError) {
    try await call.onLoop { call throws(RPCError) in
      try await call.write(request, compressed: compressed)
    }
  }

  /// The last request was written.
  package func finish() async { await call.endRequests() }
}
