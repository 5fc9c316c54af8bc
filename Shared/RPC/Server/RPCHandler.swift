/// A method with the way to run it, erased over its messages.
package struct RPCHandler: Sendable {
  package let method: RPCMethod
  /// As the server's options have them: set when the server takes the handler.
  var sizes = MessageSizes()
  let run: @Sendable (ServerExchange) async throws -> Void
  /// The same without a task, for a method that never suspends.
  let runInPlace: (@Sendable (ServerExchange) throws -> Void)?

  init(
    method: RPCMethod, runInPlace: (@Sendable (ServerExchange) throws -> Void)? = nil,
    run: @escaping @Sendable (ServerExchange) async throws -> Void
  ) {
    self.method = method
    self.run = run
    self.runInPlace = runInPlace
  }

  package static func unary<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod, _ body: @escaping @Sendable (Q, ServerCall) async throws -> R
  ) -> RPCHandler {
    RPCHandler(method: method) { exchange in
      guard exchange.takesInPlace else {
        let reply = try await body(try await exchange.onlyRequest(Q.self), exchange.call)
        return try await exchange.sendOnly(reply)
      }
      let reply = try await body(try exchange.takeOnlyRequest(Q.self), exchange.call)
      guard exchange.sendsInPlace else { return try await exchange.sendOnly(reply) }
      try exchange.sendInPlace(reply)
    }
  }

  /// A method that never suspends: it runs without a task, unless an interceptor or an authenticator
  /// needs one. There is no `Deadline.current` in it, as it can call nobody.
  package static func plainUnary<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod, _ body: @escaping @Sendable (Q, ServerCall) throws -> R
  ) -> RPCHandler {
    RPCHandler(
      method: method,
      runInPlace: { exchange in
        let reply = try body(try exchange.takeOnlyRequest(Q.self), exchange.call)
        try exchange.sendInPlace(reply)
      },
      run: { exchange in
        let reply = try body(try await exchange.onlyRequest(Q.self), exchange.call)
        try await exchange.sendOnly(reply)
      })
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
