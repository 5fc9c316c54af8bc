import NIOCore
import Synchronization

/// How many connections may still be opened.
final class ConnectionPlaces: Sendable {
  private let free: Mutex<Int>

  init(_ count: Int) { free = Mutex(count) }

  func take() -> Bool {
    free.withLock { free in
      guard free > 0 else { return false }
      free -= 1
      return true
    }
  }

  func giveBack() { free.withLock { $0 += 1 } }
}

/// Stands before the HTTP decoder and ends a connection that sends too much or lasts too long.
final class ConnectionBounds: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let limits: AdminServer.Limits
  private let places: ConnectionPlaces
  private var bytes = 0
  private var hasPlace = false
  private var timer: Scheduled<Void>?

  init(_ limits: AdminServer.Limits, _ places: ConnectionPlaces) {
    self.limits = limits
    self.places = places
  }

  func channelActive(context: ChannelHandlerContext) {
    hasPlace = places.take()
    guard hasPlace else {
      context.close(promise: nil)
      return
    }
    timer = context.eventLoop.assumeIsolated().scheduleTask(
      in: .nanoseconds(limits.connectionTime.nanoseconds)
    ) { context.close(promise: nil) }
    context.fireChannelActive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    bytes += unwrapInboundIn(data).readableBytes
    guard hasPlace, bytes <= limits.requestBytes else {
      context.close(promise: nil)
      return
    }
    context.fireChannelRead(data)
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    if hasPlace { places.giveBack() }
    hasPlace = false
    context.fireChannelInactive()
  }
}
