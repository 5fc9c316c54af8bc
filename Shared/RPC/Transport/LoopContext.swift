import NIOCore

/// What belongs to one event loop and is touched on it only: nothing is shared between loops on
/// the way of a request.
final class LoopContext {
  unowned let executor: LoopExecutor
  let loop: any EventLoop
  let turn: LoopTurn
  let timers: TimerWheel
  let workers: WorkerPool
  let spare = SpareParts()
  let memory = MemoryPool()
  /// The frames of one write; connections of the loop use it in turn, so an idle one holds none.
  var frames = ByteBuffer()

  init(executor: LoopExecutor) {
    self.executor = executor
    loop = executor.loop
    turn = LoopTurn(executor: executor)
    timers = TimerWheel(loop: executor.loop)
    workers = WorkerPool(executor: executor)
  }
}
