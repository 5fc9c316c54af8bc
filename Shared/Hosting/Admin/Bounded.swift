import Synchronization

struct TimedOut: Error {}

/// What `body` returns or throws, or `TimedOut`. A body that ignores its cancellation is left
/// behind: the caller goes on in time whatever the body does.
func bounded<T: Sendable>(
  by timeout: Duration, _ body: @escaping @Sendable () async throws -> T
) async throws -> T {
  let race = Race<T>()
  let work = Task {
    do { race.finish(.success(try await body())) } catch { race.finish(.failure(error)) }
  }
  let timer = Task {
    try await Task.sleep(for: timeout)
    race.finish(.failure(TimedOut()))
  }
  defer {
    work.cancel()
    timer.cancel()
  }
  return try await withCheckedThrowingContinuation { race.wait($0) }
}

/// The first of several results goes to the one who waits; later ones are dropped.
private final class Race<T: Sendable>: Sendable {
  private enum State {
    case open
    case waiting(CheckedContinuation<T, any Error>)
    case decided(Result<T, any Error>)
    case over
  }

  private let state = Mutex(State.open)

  func finish(_ result: Result<T, any Error>) {
    let waiter: CheckedContinuation<T, any Error>? = state.withLock { state in
      switch state {
      case .open: state = .decided(result)
      case .waiting(let continuation):
        state = .over
        return continuation
      case .decided, .over: break
      }
      return nil
    }
    waiter?.resume(with: result)
  }

  func wait(_ continuation: CheckedContinuation<T, any Error>) {
    let result: Result<T, any Error>? = state.withLock { state in
      if case .decided(let result) = state {
        state = .over
        return result
      }
      state = .waiting(continuation)
      return nil
    }
    if let result { continuation.resume(with: result) }
  }
}
