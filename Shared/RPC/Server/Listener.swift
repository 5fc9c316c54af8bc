import Glibc
import NIOCore
import Synchronization

/// An address that a server listens on.
struct Listener: Sendable {
  /// So many connections the kernel lets wait to be accepted.
  static let backlog = 1_024
  private static let pause = TimeAmount.milliseconds(2)
  /// After so many pauses without a new connection the loop cannot accept what waits: it has no
  /// descriptors left.
  private static let idlePauses = 100

  let channel: any Channel
  let accepted: AcceptCounter

  /// Accepts what waits in the kernel's queue, then closes. The kernel resets what it has queued
  /// when a listener closes, and among it are clients that have sent their first call.
  ///
  /// The queue is accepted in its order, so after as many as it holds all that waited at first have
  /// passed; who came later does not hold up the stop.
  /// - Parameter loops: those that connections are handed to.
  func close(handingTo loops: [any EventLoop]) async {
    // The kernel lets one more wait than it was told.
    let end = accepted.count.load(ordering: .relaxed) + Self.backlog + 1
    var seen = -1
    var idle = 0
    while idle < Self.idlePauses, seen < end, await hasWaiting {
      try? await channel.eventLoop.scheduleTask(in: Self.pause) {}.futureResult.get()
      let count = accepted.count.load(ordering: .relaxed)
      idle = count == seen ? idle + 1 : 0
      seen = count
    }
    // A connection is prepared on its own loop and comes back before it is opened.
    for loop in loops + [channel.eventLoop] { try? await loop.submit {}.get() }
    try? await channel.close()
  }

  /// Whether a connection waits in the kernel's queue.
  private var hasWaiting: Bool {
    get async {
      let channel = channel
      let waits = channel.eventLoop.submit {
        try channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(
          of: NIOBSDSocket.Handle.self
        ) { socket in
          var question = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
          return unsafe poll(&question, 1, 0) == 1
        }
      }
      return (try? await waits.get()) == true
    }
  }
}

/// Stands in a listener's pipeline and counts the connections that pass.
final class AcceptCounter: ChannelInboundHandler, Sendable {
  typealias InboundIn = any Channel

  let count = Atomic<Int>(0)

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    count.add(1, ordering: .relaxed)
    context.fireChannelRead(data)
  }
}
