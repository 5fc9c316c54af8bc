/// A method as its proto declares it: where it is called and what may be done with it.
package struct RPCMethod: Sendable, Hashable {
  /// Which sides send a stream of messages: neither, the client, the server, or both.
  package enum Kind: Sendable { case unary, clientStreaming, serverStreaming, bidirectional }

  /// The proto's `idempotency_level`: a client retries and hedges only what is marked.
  package enum Idempotency: Sendable { case unknown, noSideEffects, idempotent }

  /// The full name of the service, "daybook.clientlink.v1alpha.ClientService".
  package let service: String
  /// "GetClient"
  package let name: String
  /// The `:path` of a call, "/daybook.clientlink.v1alpha.ClientService/GetClient".
  package let path: String
  package let kind: Kind
  package let idempotency: Idempotency

  package init(service: String, name: String, kind: Kind, idempotency: Idempotency) {
    self.service = service
    self.name = name
    self.path = "/\(service)/\(name)"
    self.kind = kind
    self.idempotency = idempotency
  }
}
