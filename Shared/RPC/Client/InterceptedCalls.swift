import Synchronization

// Calls of a channel that has interceptors.

extension RPCChannel {
  func interceptedReply<Q: WireMessage, R: WireMessage>(
    _ call: OutgoingCall, _ request: Q
  ) async throws(RPCError) -> Reply<R> {
    var reply: Reply<R>?
    do {
      _ = try await intercepted(call, 0) { call in
        let received: Reply<R> = try await self.plainReply(call.method, request, call.options)
        reply = received
        return CallEnd(
          initialMetadata: received.initialMetadata, trailingMetadata: received.trailingMetadata)
      }
    } catch {
      throw RPCError(thrown: error, deadline: nil)
    }
    guard let reply else { throw Self.notMade }
    return reply
  }

  /// The interceptors stay around a streaming call until it ends, in a task of their own that has the
  /// caller's task-local values and is cancelled with it until the call is on its way.
  func interceptedStart(
    _ call: OutgoingCall, _ body: @escaping Body
  ) async throws(RPCError) -> ClientCall {
    let handover = Handover()
    let task = Task {
      do {
        _ = try await intercepted(call, 0) { call in
          let end = try await self.handOver(call, body, to: handover)
          return try await end()
        }
        handover.give(.failure(Self.notMade))
      } catch {
        handover.give(.failure(RPCError(thrown: error, deadline: nil)))
      }
    }
    let result = await withTaskCancellationHandler {
      await handover.take()
    } onCancel: {
      task.cancel()
    }
    return try result.get()
  }

  /// Returns what waits for the call's end. Only its caller holds the call: letting go of it ends it.
  private func handOver(
    _ call: OutgoingCall, _ body: Body, to handover: Handover
  ) async throws(RPCError) -> @Sendable () async throws -> CallEnd {
    let call = try await plainStart(call.method, call.options, body)
    handover.give(.success(call))
    return call.end
  }

  private func intercepted(
    _ call: OutgoingCall, _ index: Int, _ last: (OutgoingCall) async throws -> CallEnd
  ) async throws -> CallEnd {
    guard index < options.interceptors.count else { return try await last(call) }
    return try await options.interceptors[index].intercept(call) { call in
      try await self.intercepted(call, index + 1, last)
    }
  }

  private static let notMade = RPCError(.internalError, "An interceptor did not make the call.")
}

/// Gives a call from the task that made it to the one that asked for it, and keeps nothing of it.
private final class Handover: Sendable {
  typealias Outcome = Result<ClientCall, RPCError>

  private enum State {
    case empty
    case given(Outcome)
    case awaited(CheckedContinuation<Outcome, Never>)
    case over
  }

  private let state = Mutex(State.empty)

  /// The first one counts.
  func give(_ outcome: Outcome) {
    let waiting = state.withLock { state -> CheckedContinuation<Outcome, Never>? in
      switch state {
      case .empty:
        state = .given(outcome)
        return nil
      case .awaited(let continuation):
        state = .over
        return continuation
      case .given, .over: return nil
      }
    }
    waiting?.resume(returning: outcome)
  }

  func take() async -> Outcome {
    await withCheckedContinuation { continuation in
      let given = state.withLock { state -> Outcome? in
        if case .given(let outcome) = state {
          state = .over
          return outcome
        }
        state = .awaited(continuation)
        return nil
      }
      if let given { continuation.resume(returning: given) }
    }
  }
}
