import NIOCore

/// What an event loop keeps of finished calls for the next ones: making a call's two buffers and its
/// shared part anew was 8 allocations.
final class SpareParts {
  /// A buffer that grew beyond this is given back to the system.
  private static let keptBytes = 4 << 10
  /// Two buffers a call of as many calls as a loop has parked workers: at most 8 MiB a loop.
  private static let keptBuffers = 2_048
  private static let keptCalls = 1_024

  private var buffers: [ByteBuffer] = []
  private var calls: [ServerCall.Shared] = []

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

  func takeCall() -> ServerCall.Shared { calls.popLast() ?? ServerCall.Shared() }

  /// Takes the call's shared part back unless somebody else still has the call.
  func put(_ call: inout ServerCall) {
    var shared = call.leave()
    guard calls.count < Self.keptCalls, isKnownUniquelyReferenced(&shared) else { return }
    shared.clear()
    calls.append(shared)
  }
}
