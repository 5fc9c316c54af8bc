/// A method with the way to run it, erased over its messages.
package struct RPCHandler: Sendable {
  package let method: RPCMethod
  /// As the server's options have them: set when the server takes the handler.
  var sizes = MessageSizes()
  let run: @Sendable (ServerExchange) async throws -> Void

  package static func unary<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod, _ body: @escaping @Sendable (Q, ServerCall) async throws -> R
  ) -> RPCHandler {
    RPCHandler(method: method) { exchange in
      let reply = try await body(try await exchange.onlyRequest(Q.self), exchange.call)
      try await exchange.sendOnly(reply)
    }
  }

  package static func serverStreaming<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod,
    _ body: @escaping @Sendable (Q, ReplyWriter<R>, ServerCall) async throws -> Void
  ) -> RPCHandler {
    RPCHandler(method: method) { exchange in
      let request = try await exchange.onlyRequest(Q.self)
      try await body(request, ReplyWriter(exchange), exchange.call)
    }
  }

  package static func clientStreaming<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod,
    _ body: @escaping @Sendable (RequestStream<Q>, ServerCall) async throws -> R
  ) -> RPCHandler {
    RPCHandler(method: method) { exchange in
      try await exchange.sendOnly(try await body(RequestStream(exchange), exchange.call))
    }
  }

  package static func bidirectional<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod,
    _ body: @escaping @Sendable (RequestStream<Q>, ReplyWriter<R>, ServerCall) async throws -> Void
  ) -> RPCHandler {
    RPCHandler(method: method) { exchange in
      try await body(RequestStream(exchange), ReplyWriter(exchange), exchange.call)
    }
  }
}
