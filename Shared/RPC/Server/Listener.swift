import NIOCore
import Synchronization

/// An address that a server listens on.
struct Listener: Sendable {
  /// A queue that never ends must not hold up the stop for longer.
  private static let drainLimit = Duration.seconds(1)
  private static let pause = TimeAmount.milliseconds(2)
  /// So many pauses without a new connection say that the queue is empty.
  private static let quietPauses = 3

  let channel: any Channel
  let accepted: AcceptCounter

  /// Accepts what waits in the kernel's queue, then closes. The kernel resets what it has queued
  /// when a listener closes, and among it are clients that have sent their first call.
  ///
  /// The loop accepts whenever it looks at its sockets, so a listener from which nothing came while
  /// the loop looked a few times has an empty queue.
  /// - Parameter loops: those that connections are handed to.
  func close(handingTo loops: [any EventLoop]) async {
    let end = ContinuousClock.now + Self.drainLimit
    var seen = -1
    var quiet = 0
    while quiet < Self.quietPauses, .now < end {
      try? await channel.eventLoop.scheduleTask(in: Self.pause) {}.futureResult.get()
      let count = accepted.count.load(ordering: .relaxed)
      quiet = count == seen ? quiet + 1 : 0
      seen = count
    }
    // A connection is prepared on its own loop and comes back before it is opened.
    for loop in loops + [channel.eventLoop] { try? await loop.submit {}.get() }
    try? await channel.close()
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
