import NIOCore
import NIOPosix

/// Event loops with what this runtime keeps on each.
///
/// Nobody else takes loops from the group, so NIO deals accepted connections evenly: in turn.
final class LoopGroup: Sendable {
  /// One loop a core, for the life of the process: servers and channels share it unless a server
  /// asks for loops of its own.
  static let shared = LoopGroup(loops: System.coreCount)

  let loops: [LoopExecutor]
  let group: MultiThreadedEventLoopGroup

  init(loops count: Int) {
    group = MultiThreadedEventLoopGroup(numberOfThreads: count)
    loops = group.makeIterator().map { LoopExecutor(loop: $0) }
  }

  func executor(of loop: any EventLoop) -> LoopExecutor? { loops.first { $0.loop === loop } }
}
