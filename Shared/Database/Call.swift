import Synchronization

/// A call of `write` or `read` that waits for a thread, type-erased.
protocol Call: AnyObject, Sendable {
  var access: Access { get }

  /// Whether the call is to be run: it is not, once its task was cancelled before. After this it
  /// finishes, whatever becomes of the task.
  func claim() -> Bool

  /// Runs the body on the transaction's executor and keeps what came of it until `answer`.
  func start(_ transaction: isolated Transaction)

  /// The state after `start`: nil while the body has not returned.
  var succeeded: Bool? { get }

  /// Replaces what came of the body, and makes a body that is still running irrelevant.
  func fail(_ error: any Error)

  /// Resumes the caller with what came of the body.
  func answer()
}

/// A call and its answer's type. Only its two ends know that type: what lies between is compiled once.
/// Generic as a whole it looked types up at run time 80 times a create, 25,000 of 430,000 instructions.
struct TransactionCall<Answer: Sendable>: Sendable {
  let call: BodyCall

  init(
    _ access: Access, _ body: @escaping @Sendable (isolated Transaction) async throws -> Answer
  ) {
    call = BodyCall(access) { tx in KeptAnswer(try await body(tx)) }
  }

  /// Stands in an engine's queue until the call is answered, refused or cancelled.
  ///
  /// - Parameter append: puts the call into the queue, or returns why it cannot wait there.
  func value(
    appendingTo append: @Sendable (any Call) -> DatabaseError?
  ) async throws -> Answer {
    try Self.answer(try await call.value(appendingTo: append))
  }

  /// What came of the body, for who runs it and awaits no answer.
  func outcome() throws -> Answer { try Self.answer(try call.outcome()) }

  private static func answer(_ kept: BodyCall.Kept) throws -> Answer {
    guard let kept = kept as? KeptAnswer<Answer> else {
      throw DatabaseError(.misuse, "the body gave an answer of another type")
    }
    return kept.answer
  }
}

private final class KeptAnswer<Answer: Sendable>: Sendable {
  let answer: Answer

  init(_ answer: Answer) { self.answer = answer }
}

final class BodyCall: Call {
  /// The body's answer in its box.
  typealias Kept = any AnyObject & Sendable

  private struct State {
    var continuation: CheckedContinuation<Kept, any Error>?
    var outcome: Result<Kept, any Error>?
    /// Counts the runs, so that a body that was given up cannot answer for a later run.
    var run = 0
    var claimed = false
    var cancelled = false
  }

  let access: Access
  private let body: @Sendable (isolated Transaction) async throws -> Kept
  private let state = Mutex(State())

  init(
    _ access: Access, _ body: @escaping @Sendable (isolated Transaction) async throws -> Kept
  ) {
    self.access = access
    self.body = body
  }

  func value(
    appendingTo append: @Sendable (any Call) -> DatabaseError?
  ) async throws -> Kept {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let cancelled = state.withLock { state in
          state.continuation = continuation
          return state.cancelled
        }
        if cancelled {
          refuse(CancellationError())
        } else if let refusal = append(self) {
          refuse(refusal)
        }
      }
    } onCancel: {
      let dropped = state.withLock { state in
        guard !state.claimed else { return false }
        state.cancelled = true
        return true
      }
      if dropped { refuse(CancellationError()) }
    }
  }

  private func refuse(_ error: any Error) {
    fail(error)
    answer()
  }

  func claim() -> Bool {
    state.withLock { state in
      guard !state.cancelled else { return false }
      state.claimed = true
      return true
    }
  }

  func start(_ transaction: isolated Transaction) {
    let run = state.withLock { state in
      state.run += 1
      state.outcome = nil
      return state.run
    }
    if let executor = transaction.taskExecutor {
      Task(executorPreference: executor) { [self] in await perform(run, transaction) }
    } else {
      Task { await perform(run, transaction) }
    }
  }

  private func perform(_ run: Int, _ transaction: isolated Transaction) async {
    let outcome: Result<Kept, any Error>
    do {
      outcome = .success(try await body(transaction))
    } catch {
      outcome = .failure(error)
    }
    finish(run, outcome)
  }

  private func finish(_ run: Int, _ outcome: Result<Kept, any Error>) {
    state.withLock { state in
      if state.run == run { state.outcome = outcome }
    }
  }

  var succeeded: Bool? {
    state.withLock { state in
      switch state.outcome {
      case .success: true
      case .failure: false
      case nil: nil
      }
    }
  }

  func fail(_ error: any Error) {
    state.withLock { state in
      state.run += 1
      state.outcome = .failure(error)
    }
  }

  /// What came of the body, for who runs it and awaits no answer.
  func outcome() throws -> Kept {
    guard let outcome = state.withLock({ $0.outcome }) else {
      throw DatabaseError(.misuse, "the body has not run")
    }
    return try outcome.get()
  }

  func answer() {
    let (continuation, outcome) = state.withLock { state in
      defer { state.continuation = nil }
      return (state.continuation, state.outcome)
    }
    guard let continuation, let outcome else { return }
    continuation.resume(with: outcome)
  }
}
