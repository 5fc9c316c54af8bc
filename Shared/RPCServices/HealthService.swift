package import Contracts
package import RPC
import Synchronization

/// The standard health service, grpc.health.v1: whether this server, or one service of it, takes
/// calls. The name "" stands for the server; every service has the server's status.
///
/// A `Watch` gets the status at once and then each change. When the server stops, its watches get
/// NOT_SERVING and end with UNAVAILABLE, because a watch that stayed open would hold up a stop
/// that waits for the calls it accepted.
package final class HealthService: GrpcHealthV1HealthServer {
  package typealias Status = GrpcHealthV1HealthCheckResponse.ServingStatus

  private struct State {
    var status = Status.notServing
    var isStopped = false
    var watches: [Int: AsyncStream<Status>.Continuation] = [:]
    var nextWatch = 0
  }

  private let names: Set<String>
  private let state = Mutex(State())

  /// Not serving until told otherwise.
  /// - Parameter services: full names of the services that the server has.
  package init(services: some Sequence<String>) {
    names = Set(services).union([""])
  }

  package func setServing(_ isServing: Bool) {
    state.withLock { state in
      guard !state.isStopped else { return }
      state.status = isServing ? .serving : .notServing
      for watch in state.watches.values { watch.yield(state.status) }
    }
  }

  /// The server stops: NOT_SERVING from now on.
  package func stop() {
    let ended = state.withLock { state in
      state.isStopped = true
      state.status = .notServing
      for watch in state.watches.values { watch.yield(.notServing) }
      defer { state.watches = [:] }
      return Array(state.watches.values)
    }
    // Outside of the lock, because a stream that finishes calls `forget`.
    for watch in ended { watch.finish() }
  }

  package func check(
    _ request: GrpcHealthV1HealthCheckRequest, _ call: ServerCall
  ) async throws -> GrpcHealthV1HealthCheckResponse {
    guard names.contains(request.service) else {
      throw RPCError(.notFound, "this server has no such service")
    }
    return GrpcHealthV1HealthCheckResponse(status: state.withLock { $0.status })
  }

  package func watch(
    _ request: GrpcHealthV1HealthCheckRequest,
    _ replies: ReplyWriter<GrpcHealthV1HealthCheckResponse>, _ call: ServerCall
  ) async throws {
    let isKnown = names.contains(request.service)
    var last: Status?
    for await status in changes() {
      // The protocol asks for SERVICE_UNKNOWN, and to stay, as the service may come.
      let shown = isKnown ? status : .serviceUnknown
      guard shown != last else { continue }
      try await replies.write(GrpcHealthV1HealthCheckResponse(status: shown))
      last = shown
    }
    try Task.checkCancellation()
    throw RPCError(.unavailable, "the server is stopping")
  }

  /// The status now and each later one; a reader that is slow gets the newest.
  private func changes() -> AsyncStream<Status> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Status.self, bufferingPolicy: .bufferingNewest(1))
    state.withLock { state in
      continuation.yield(state.status)
      guard !state.isStopped else {
        continuation.finish()
        return
      }
      let number = state.nextWatch
      state.nextWatch += 1
      state.watches[number] = continuation
      continuation.onTermination = { [weak self] _ in self?.forget(number) }
    }
    return stream
  }

  private func forget(_ watch: Int) {
    _ = state.withLock { $0.watches.removeValue(forKey: watch) }
  }

  /// Open watches, for the tests.
  var watchCount: Int { state.withLock { $0.watches.count } }
}
