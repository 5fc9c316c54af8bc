import NIOCore
import Synchronization

/// One end of a connection inside this process: what one end flushes, the other reads, each on its
/// own event loop. There is no socket, and everything above it is the same.
final class PipeChannel: Channel, ChannelCore, Sendable {
  /// Bytes under way beyond which the channel is not writable, and below which it is again.
  private static let high = 128 << 10
  private static let low = 64 << 10

  let eventLoop: any EventLoop
  let allocator = ByteBufferAllocator()
  private let closed: EventLoopPromise<Void>
  private let shared = Mutex(Shared())
  /// Written and not flushed.
  private let pending: NIOLoopBoundBox<[(ByteBuffer, EventLoopPromise<Void>?)]>

  private struct Shared {
    var pipeline: ChannelPipeline?
    var other: PipeChannel?
    var isActive = false
    var isClosed = false
    var isWritable = true
    /// Written and not yet read by the other end.
    var underWay = 0
  }

  private init(_ loop: any EventLoop) {
    eventLoop = loop
    closed = loop.makePromise()
    pending = .makeBoxSendingValue([], eventLoop: loop)
  }

  static func pair(_ one: any EventLoop, _ other: any EventLoop) -> (PipeChannel, PipeChannel) {
    let ends = (PipeChannel(one), PipeChannel(other))
    ends.0.shared.withLock { $0.other = ends.1 }
    ends.1.shared.withLock { $0.other = ends.0 }
    return ends
  }

  /// On its event loop, when its handlers are there.
  func activate() {
    let isNew = shared.withLock { shared in
      defer { shared.isActive = !shared.isClosed }
      return !shared.isActive && !shared.isClosed
    }
    guard isNew else { return }
    pipeline.fireChannelRegistered()
    pipeline.fireChannelActive()
  }

  // MARK: Channel

  var pipeline: ChannelPipeline {
    if let pipeline = shared.withLock({ $0.pipeline }) { return pipeline }
    let made = ChannelPipeline(channel: self)
    return shared.withLock { shared in
      let pipeline = shared.pipeline ?? made
      shared.pipeline = pipeline
      return pipeline
    }
  }

  var closeFuture: EventLoopFuture<Void> { closed.futureResult }
  var isActive: Bool { shared.withLock { $0.isActive } }
  var isWritable: Bool { shared.withLock { $0.isWritable } }
  var localAddress: SocketAddress? { nil }
  var remoteAddress: SocketAddress? { nil }
  var parent: (any Channel)? { nil }
  var _channelCore: any ChannelCore { self }

  func setOption<Option: ChannelOption>(
    _ option: Option, value: Option.Value
  ) -> EventLoopFuture<Void> { eventLoop.makeFailedFuture(ChannelError.operationUnsupported) }

  func getOption<Option: ChannelOption>(_ option: Option) -> EventLoopFuture<Option.Value> {
    eventLoop.makeFailedFuture(ChannelError.operationUnsupported)
  }

  // MARK: Writing

  func write0(_ data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard isActive else {
      promise?.fail(ChannelError.ioOnClosedChannel)
      return
    }
    let bytes = unwrapData(data, as: ByteBuffer.self)
    pending.value.append((bytes, promise))
    count(bytes.readableBytes)
  }

  func flush0() {
    let leaving = pending.value
    pending.value = []
    guard !leaving.isEmpty, let other = shared.withLock({ $0.other }) else {
      for (_, promise) in leaving { promise?.fail(ChannelError.ioOnClosedChannel) }
      return
    }
    let buffers = leaving.map(\.0)
    other.eventLoop.execute { other.read(buffers, from: self) }
    for (_, promise) in leaving { promise?.succeed() }
  }

  private func read(_ buffers: [ByteBuffer], from writer: PipeChannel) {
    if isActive {
      for buffer in buffers { pipeline.fireChannelRead(buffer) }
      pipeline.fireChannelReadComplete()
    }
    let bytes = buffers.reduce(0) { $0 + $1.readableBytes }
    writer.eventLoop.execute { writer.count(-bytes) }
  }

  private func count(_ bytes: Int) {
    let hasTurned = shared.withLock { shared in
      shared.underWay += bytes
      let was = shared.isWritable
      shared.isWritable = was ? shared.underWay <= Self.high : shared.underWay < Self.low
      return shared.isWritable != was
    }
    if hasTurned, isActive { pipeline.fireChannelWritabilityChanged() }
  }

  // MARK: The end

  func close0(error: any Error, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    let other = shared.withLock { $0.other }
    // As a socket whose peer allows no half-closed connection: the other end closes, then this one.
    if mode == .output {
      other?.eventLoop.execute { other?.close0(error: ChannelError.eof, mode: .all, promise: nil) }
      promise?.succeed()
      return
    }
    let (isFirst, wasActive) = shared.withLock { shared in
      defer {
        shared.isClosed = true
        shared.isActive = false
        shared.other = nil
      }
      return (!shared.isClosed, shared.isActive)
    }
    guard isFirst else {
      promise?.fail(ChannelError.alreadyClosed)
      return
    }
    for (_, promise) in pending.value { promise?.fail(error) }
    pending.value = []
    promise?.succeed()
    if wasActive {
      pipeline.fireChannelInactive()
      pipeline.fireChannelUnregistered()
    }
    other?.eventLoop.execute { other?.close0(error: ChannelError.eof, mode: .all, promise: nil) }
    eventLoop.execute {
      self.removeHandlers(pipeline: self.pipeline)
      self.closed.succeed()
    }
  }

  // MARK: What a pipe has not

  func localAddress0() throws -> SocketAddress { throw ChannelError.operationUnsupported }
  func remoteAddress0() throws -> SocketAddress { throw ChannelError.operationUnsupported }

  func register0(promise: EventLoopPromise<Void>?) {
    promise?.fail(ChannelError.operationUnsupported)
  }

  func bind0(to: SocketAddress, promise: EventLoopPromise<Void>?) {
    promise?.fail(ChannelError.operationUnsupported)
  }

  func connect0(to: SocketAddress, promise: EventLoopPromise<Void>?) {
    promise?.fail(ChannelError.operationUnsupported)
  }

  func triggerUserOutboundEvent0(_ event: Any, promise: EventLoopPromise<Void>?) {
    promise?.fail(ChannelError.operationUnsupported)
  }

  /// Everything is read as it comes.
  func read0() {}

  func channelRead0(_ data: NIOAny) {}
  func errorCaught0(error: any Error) {}
}
