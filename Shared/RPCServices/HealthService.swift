package import Contracts
package import RPC
import Synchronization

/// The standard health service, grpc.health.v1: whether this server, or one service of it, takes
/// calls. The name "" stands for the server.
///
/// A `Watch` gets the status at once and then each change. When the server stops, its watches get
/// NOT_SERVING and end with UNAVAILABLE, because a watch that stayed open would hold up a stop
/// that waits for the calls it accepted.
package final class HealthService: GrpcHealthV1HealthServer {
  package typealias Status = GrpcHealthV1HealthCheckResponse.ServingStatus

  private struct Watcher {
    let name: String
    let statuses: AsyncStream<Status>.Continuation
  }

  private struct State {
    /// Of the server, "", and of each of its services.
    var statuses: [String: Status]
    var isStopped = false
    var watchers: [Int: Watcher] = [:]
    var nextWatcher = 0

    /// Of a watch; the protocol asks for SERVICE_UNKNOWN, and to stay, as the service may come.
    func shown(_ name: String) -> Status { statuses[name] ?? .serviceUnknown }
  }

  private let state: Mutex<State>

  /// Not serving until told otherwise.
  /// - Parameter services: full names of the services that the server has.
  package init(services: some Sequence<String>) {
    let names = Set(services).union([""])
    let statuses = Dictionary(uniqueKeysWithValues: names.map { ($0, Status.notServing) })
    state = Mutex(State(statuses: statuses))
  }

  /// - Parameter failing: full names of services that do not take calls although the server does.
  package func setServing(_ isServing: Bool, except failing: Set<String> = []) {
    state.withLock { state in
      guard !state.isStopped else { return }
      for name in state.statuses.keys {
        state.statuses[name] = isServing && !failing.contains(name) ? .serving : .notServing
      }
      for watcher in state.watchers.values { watcher.statuses.yield(state.shown(watcher.name)) }
    }
  }

  /// The server stops: NOT_SERVING from now on.
  package func stop() {
    setServing(false)
    let ended = state.withLock { state in
      state.isStopped = true
      defer { state.watchers = [:] }
      return Array(state.watchers.values)
    }
    // Outside of the lock, because a stream that finishes calls `forget`.
    for watcher in ended { watcher.statuses.finish() }
  }

  package func check(
    _ request: GrpcHealthV1HealthCheckRequest, _ call: ServerCall
  ) async throws -> GrpcHealthV1HealthCheckResponse {
    guard let status = state.withLock({ $0.statuses[request.service] }) else {
      throw RPCError(.notFound, "this server has no such service")
    }
    return GrpcHealthV1HealthCheckResponse(status: status)
  }

  package func list(
    _ request: GrpcHealthV1HealthListRequest, _ call: ServerCall
  ) async throws -> GrpcHealthV1HealthListResponse {
    let statuses = state.withLock { $0.statuses }
    return GrpcHealthV1HealthListResponse(
      statuses: statuses.mapValues { GrpcHealthV1HealthCheckResponse(status: $0) })
  }

  package func watch(
    _ request: GrpcHealthV1HealthCheckRequest,
    _ replies: ReplyWriter<GrpcHealthV1HealthCheckResponse>, _ call: ServerCall
  ) async throws {
    var last: Status?
    for await status in changes(of: request.service) where status != last {
      try await replies.write(GrpcHealthV1HealthCheckResponse(status: status))
      last = status
    }
    try Task.checkCancellation()
    throw RPCError(.unavailable, "the server is stopping")
  }

  /// The status now and each later one; a reader that is slow gets the newest.
  private func changes(of name: String) -> AsyncStream<Status> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Status.self, bufferingPolicy: .bufferingNewest(1))
    state.withLock { state in
      continuation.yield(state.shown(name))
      guard !state.isStopped else {
        continuation.finish()
        return
      }
      let number = state.nextWatcher
      state.nextWatcher += 1
      state.watchers[number] = Watcher(name: name, statuses: continuation)
      continuation.onTermination = { [weak self] _ in self?.forget(number) }
    }
    return stream
  }

  private func forget(_ watcher: Int) {
    _ = state.withLock { $0.watchers.removeValue(forKey: watcher) }
  }

  /// Open watches, for the tests.
  var watchCount: Int { state.withLock { $0.watchers.count } }
}
