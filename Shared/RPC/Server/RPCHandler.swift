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

  /// For generated code: `run` takes the request, runs the method and sends its reply, as the function
  /// below does, and knows the messages' types. There the messages are in memory that the task allocates,
  /// and the method is one more asynchronous call away, after which the task asks again where it is to run:
  /// 900 instructions.
  package static func unary(
    _ method: RPCMethod, run: @escaping @Sendable (ServerExchange) async throws -> Void
  ) -> RPCHandler {
    RPCHandler(method: method, run: run)
  }

  package static func unary<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod, _ body: @escaping @Sendable (Q, ServerCall) async throws -> R
  ) -> RPCHandler {
    unary(method) { exchange in
      let request =
        try exchange.takesInPlace
        ? exchange.takeOnlyRequest(Q.self) : await exchange.onlyRequest(Q.self)
      let reply = try await body(request, exchange.call)
      if exchange.sendsInPlace {
        try exchange.sendInPlace(reply)
      } else {
        try await exchange.sendOnly(reply)
      }
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
