import NIOCore

/// Asks a connection's server whether it serves, for as long as the connection is used (gRFC A17).
///
///     unknown ──SERVING──▶ serving ◀──▶ failing ◀── another status, or the watch ended
///
/// A server without the health service serves. A watch that ends is begun again: at once when it
/// had said something, after a growing pause otherwise.
final class HealthWatch {
  enum Health {
    case unknown
    case serving
    case failing(any Error)
  }

  private static let method = RPCMethod(
    service: "grpc.health.v1.Health", name: "Watch", kind: .serverStreaming,
    idempotency: .noSideEffects)

  private(set) var health = Health.unknown
  let connection: ClientConnection
  private let connector: Connector
  private let service: String
  private let changed: () -> Void
  private var task: Task<Void, Never>?
  private var isOver = false

  init(
    _ connection: ClientConnection, _ connector: Connector, service: String,
    changed: @escaping () -> Void
  ) {
    self.connection = connection
    self.connector = connector
    self.service = service
    self.changed = changed
  }

  func start() {
    connection.watches += 1
    let bound = NIOLoopBound(self, eventLoop: connector.loop)
    task = Task.detached(executorPreference: connector.executor) { await bound.value.run() }
  }

  func stop() {
    guard !isOver else { return }
    isOver = true
    connection.watches -= 1
    task?.cancel()
  }

  private func run() async {
    let options = connector.options
    let terms = CallTerms(Self.method, CallOptions(), options)
    var failures = 0
    while !isOver {
      do throws(RPCError) {
        let request = try await terms.framed(HealthRequest(service: service))
        guard
          let stream = connection.open(
            connector.headers, terms, { $0.begin(with: request, isWhole: true) })
        else { return }
        defer { stream.abandon() }
        while let reply = try await stream.next(HealthReply.self) {
          failures = 0
          tell(reply.isServing ? .serving : .failing(NotServing(service: service)))
        }
        tell(.failing(NotServing(service: service)))
      } catch {
        if error.code == .unimplemented { return tell(.serving) }
        tell(.failing(error))
      }
      if failures > 0 {
        try? await Task.sleep(for: options.backoff.pause(after: failures - 1))
      }
      failures += 1
    }
  }

  private func tell(_ health: Health) {
    guard !isOver else { return }
    self.health = health
    changed()
  }
}

/// The server says that it does not serve.
struct NotServing: Error {
  let service: String
}
