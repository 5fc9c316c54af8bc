import NIOCore
import NIOPosix
import Synchronization

/// Event loops with what this runtime keeps on each.
///
/// Nobody else takes loops from the group, so NIO deals accepted connections evenly: in turn.
final class LoopGroup: Sendable {
  /// One loop a core, for the life of the process: servers and channels share it unless a server
  /// asks for loops of its own.
  static let shared = LoopGroup(loops: System.coreCount)

  private static let pause = Duration.milliseconds(5)

  let loops: [LoopExecutor]
  let group: MultiThreadedEventLoopGroup
  private let isEnding = Mutex(false)

  init(loops count: Int) {
    group = MultiThreadedEventLoopGroup(numberOfThreads: count)
    loops = group.makeIterator().map { LoopExecutor(loop: $0) }
  }

  func executor(of loop: any EventLoop) -> LoopExecutor? { loops.first { $0.loop === loop } }

  /// Ends the threads of a group that nothing is served on any more. A handler that has not heeded its
  /// cancellation within the limit keeps them: its task could not come to its end elsewhere.
  func end(within limit: Duration) async {
    let isFirst = isEnding.withLock { isEnding in
      defer { isEnding = true }
      return !isEnding
    }
    guard self !== Self.shared, isFirst else { return }
    let latest = ContinuousClock.now + limit
    for loop in loops {
      while await loop.retireWorkers() > 0 {
        guard ContinuousClock.now < latest else { return }
        try? await Task.sleep(for: Self.pause)
      }
    }
    try? await group.shutdownGracefully()
  }
}
