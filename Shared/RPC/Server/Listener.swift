import NIOCore
import Synchronization

/// An address that a server listens on.
struct Listener: Sendable {
  /// So many connections the kernel lets wait to be accepted.
  static let backlog = 1_024
  private static let pause = TimeAmount.milliseconds(2)
  /// So many pauses without a new connection say that the queue is empty.
  private static let quietPauses = 3

  let channel: any Channel
  let accepted: AcceptCounter

  /// Accepts what waits in the kernel's queue, then closes. The kernel resets what it has queued
  /// when a listener closes, and among it are clients that have sent their first call.
  ///
  /// The loop accepts whenever it looks at its sockets, so a listener from which nothing came while
  /// the loop looked a few times has an empty queue. The queue is accepted in its order, so after as
  /// many as it holds all that waited at first have passed; who came later does not hold up the stop.
  /// - Parameter loops: those that connections are handed to.
  func close(handingTo loops: [any EventLoop]) async {
    // The kernel lets one more wait than it was told.
    let end = accepted.count.load(ordering: .relaxed) + Self.backlog + 1
    var seen = -1
    var quiet = 0
    while quiet < Self.quietPauses, seen < end {
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
