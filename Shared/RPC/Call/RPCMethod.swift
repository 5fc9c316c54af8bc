/// A method as its proto declares it: where it is called and what may be done with it.
package struct RPCMethod: Sendable, Hashable {
  /// Which sides send a stream of messages: neither, the client, the server, or both.
  package enum Kind: Sendable { case unary, clientStreaming, serverStreaming, bidirectional }

  /// The proto's `idempotency_level`: a client retries and hedges only what is marked.
  package enum Idempotency: Sendable { case unknown, noSideEffects, idempotent }

  /// One object behind it, since a method goes wherever its calls go.
  private let parts: Parts

  /// The full name of the service, "daybook.clientlink.v1alpha.ClientService".
  package var service: String { parts.service }
  /// "GetClient"
  package var name: String { parts.name }
  /// The `:path` of a call, "/daybook.clientlink.v1alpha.ClientService/GetClient".
  package var path: String { parts.path }
  package var kind: Kind { parts.kind }
  package var idempotency: Idempotency { parts.idempotency }

  package init(service: String, name: String, kind: Kind, idempotency: Idempotency) {
    parts = Parts(service: service, name: name, kind: kind, idempotency: idempotency)
  }

  /// The same for all copies of a method, while there is one. A method made a second time, of the
  /// same path, has another.
  package var identity: ObjectIdentifier { ObjectIdentifier(parts) }

  /// A path names one method.
  package static func == (left: RPCMethod, right: RPCMethod) -> Bool {
    left.parts === right.parts || left.path == right.path
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(path) }

  private final class Parts: Sendable {
    let service: String
    let name: String
    let path: String
    let kind: Kind
    let idempotency: Idempotency

    init(service: String, name: String, kind: Kind, idempotency: Idempotency) {
      self.service = service
      self.name = name
      path = "/\(service)/\(name)"
      self.kind = kind
      self.idempotency = idempotency
    }
  }
}
