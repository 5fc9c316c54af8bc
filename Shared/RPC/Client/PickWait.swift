import NIOCore

/// A call that waits for a connection, its deadline or its cancellation.
final class PickWait: TimerTarget {
  enum Outcome {
    case waiting
    /// Room was kept on it: the call opens its stream there or gives the room back.
    case promised(ClientConnection)
    case failed(RPCError)
  }

  let waitsForReady: Bool
  private(set) var outcome = Outcome.waiting
  private let context: LoopContext
  private let deadline: Deadline?
  private var waiter = Waiter()

  init(_ context: LoopContext, _ deadline: Deadline?, waitsForReady: Bool) {
    self.context = context
    self.deadline = deadline
    self.waitsForReady = waitsForReady
  }

  func suspend() async {
    let timer = deadline.map { context.timers.schedule(self, at: $0.instant) }
    let bound = NIOLoopBound(self, eventLoop: context.loop)
    await withTaskCancellationHandler {
      await unsafe withUnsafeContinuation { unsafe waiter.suspend($0) }
    } onCancel: {
      bound.eventLoop.execute {
        bound.value.finish(.failed(RPCError(.cancelled, "The caller cancelled the call.")))
      }
    }
    if let timer { context.timers.cancel(timer) }
  }

  func finish(_ outcome: Outcome) {
    guard case .waiting = self.outcome else { return }
    self.outcome = outcome
    if case .promised(let connection) = outcome { connection.promise() }
    waiter.wake()
  }

  func timerFired() {
    finish(
      .failed(RPCError(.deadlineExceeded, "The deadline passed before there was a connection.")))
  }
}
