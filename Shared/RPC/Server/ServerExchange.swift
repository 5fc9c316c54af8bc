struct ServerExchange: Sendable {
  var call: ServerCall
  func onlyRequest<Q: WireMessage>(_ type: Q.Type) async throws -> Q {
    throw RPCError(.unimplemented, "")
  }
  func nextRequest<Q: WireMessage>(_ type: Q.Type) async throws -> Q? { nil }
  func send(_ reply: some WireMessage) async throws {}
}
