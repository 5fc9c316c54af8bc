import NIOCore
import Synchronization

/// Cuts what arrives into frames and keeps them.
final class FrameInbox: ChannelInboundHandler, Sendable {
  typealias InboundIn = ByteBuffer

  private struct State {
    var bytes = ByteBuffer()
    var skipped: Int
    var frames: [FramePeer.Frame] = []
    var taken = 0
    var isClosed = false
  }

  private let state: Mutex<State>

  /// `skipping` the preface, where this end is the server.
  init(skipping: Int) { state = Mutex(State(skipped: skipping)) }

  var frames: [FramePeer.Frame] { state.withLock { $0.frames } }

  /// The next event in order, nil when there is none yet.
  func take() -> FramePeer.Event? {
    state.withLock { state in
      if state.taken < state.frames.count {
        state.taken += 1
        return .frame(state.frames[state.taken - 1])
      }
      return state.isClosed ? .closed : nil
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var received = unwrapInboundIn(data)
    state.withLock { state in
      let skipped = min(state.skipped, received.readableBytes)
      received.moveReaderIndex(forwardBy: skipped)
      state.skipped -= skipped
      state.bytes.writeBuffer(&received)
      while let frame = state.bytes.readFrame() { state.frames.append(frame) }
      state.bytes.discardReadBytes()
    }
  }

  func channelInactive(context: ChannelHandlerContext) { state.withLock { $0.isClosed = true } }

  /// A peer that resets its connection is what many tests wait for.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}

extension ByteBuffer {
  fileprivate mutating func readFrame() -> FramePeer.Frame? {
    guard let head = getBytes(at: readerIndex, length: 9) else { return nil }
    let length = Int(head[0]) << 16 | Int(head[1]) << 8 | Int(head[2])
    guard readableBytes >= 9 + length else { return nil }
    moveReaderIndex(forwardBy: 9)
    return FramePeer.Frame(
      kind: Frames.Kind(rawValue: head[3]), flags: head[4],
      stream: head[5...].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff,
      payload: readBytes(length: length) ?? [])
  }
}
