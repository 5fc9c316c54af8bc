import NIOCore

/// What an event loop keeps of finished calls for the next ones: buffers that our own calls hand to
/// their callers, and how many streams its connections may keep.
final class SpareParts {
  /// A buffer that grew beyond this is given back to the system.
  static let keptBytes = 4 << 10
  /// At most 8 MiB a loop.
  private static let keptBuffers = 2_048
  /// With two buffers each, at most 8 MiB a loop again.
  private static let keptStreams = 1_024

  private var buffers = OwnedList<ByteBuffer>()
  private var streams = 0

  func takeBuffer() -> ByteBuffer { buffers.popLast() ?? ByteBuffer() }

  /// Takes the buffer's memory and leaves an empty one.
  func put(_ buffer: inout ByteBuffer) {
    var spare = ByteBuffer()
    swap(&spare, &buffer)
    guard spare.capacity > 0, spare.capacity <= Self.keptBytes, buffers.count < Self.keptBuffers
    else { return }
    spare.clear()
    buffers.append(spare)
  }

  /// For a finished stream that a connection would keep. False when it must let go of it.
  func reserveStream() -> Bool {
    guard streams < Self.keptStreams else { return false }
    streams += 1
    return true
  }

  /// So many of the streams that were kept serve a call again, or are gone.
  func releaseStreams(_ count: Int) { streams -= count }
}

extension ByteBuffer {
  /// Empties it; memory of more than `bytes` goes back to the system.
  mutating func removeAll(keeping bytes: Int) {
    if capacity > bytes {
      self = ByteBuffer()
    } else if writerIndex > 0 {
      clear()
    }
  }
}
