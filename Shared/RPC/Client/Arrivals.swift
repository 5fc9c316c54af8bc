import NIOCore
import Synchronization
import Threads

/// A channel's unary calls on their way to its event loop: begun at once where the caller is there
/// already, else in one hop for all that come until the loop looks.
final class Arrivals: Sleeper {
  private let executor: LoopExecutor
  private let core: NIOLoopBoundBox<ClientChannel>
  private let waiting = Mutex<[UnaryCall]>([])

  init(_ executor: LoopExecutor, _ core: NIOLoopBoundBox<ClientChannel>) {
    self.executor = executor
    self.core = core
  }

  func begin(_ call: UnaryCall) {
    if executor.isHere { return call.begin(on: core.value) }
    let isFirst = waiting.withLock { calls in
      calls.append(call)
      return calls.count == 1
    }
    if isFirst { Wakes.later(self) }
  }

  func wake() { executor.loop.execute { self.beginAll() } }

  private func beginAll() {
    var calls: [UnaryCall] = []
    waiting.withLock { swap(&calls, &$0) }
    let turn = executor.context.turn
    turn.expectRun()
    for call in calls { call.begin(on: core.value) }
    turn.run()
  }
}
