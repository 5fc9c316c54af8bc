import NIOCore

/// Messages on their way to the end of a buffer, each behind its prefix.
///
/// A buffer looks at each write whether somebody shares it and what room it has, which took up to 60 instructions
/// of a message. Here that is asked when the room is used up, and a message finds its place by one comparison.
@safe @usableFromInline
package struct FramedOutput: ~Copyable {
  @inlinable static var prefixBytes: Int { 5 }

  /// What `writeFramed` was called on, which nobody else has for longer than this lives: so `room` stays where it
  /// is until this makes more of it. To take the buffer out and put it back counts a reference.
  private let buffer: UnsafeMutablePointer<ByteBuffer>
  /// How many messages there will be, or more.
  private let count: Int
  /// The bytes in the buffer from which on whoever writes should wait for those who read.
  private let mark: Int
  /// What a message may have. The prefix has no room for more than 4 GiB.
  @usableFromInline let limit: Int
  /// Behind the buffer's bytes, how much of it was written to, and how much goes below the mark.
  @usableFromInline var room = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)
  @usableFromInline var used = 0
  @usableFromInline var belowMark = 0

  fileprivate init(
    to buffer: UnsafeMutablePointer<ByteBuffer>, count: Int, mark: Int, limit: Int
  ) {
    unsafe self.buffer = buffer
    self.count = count
    self.mark = mark
    self.limit = min(limit, Int(UInt32.max))
    // One without memory would make an object to hold none.
    if unsafe buffer.pointee.capacity > 0 { open() } else { belowMark = mark }
  }

  /// Whether whoever writes should wait.
  @inlinable
  var isFull: Bool { used >= belowMark }

  /// Lets `write` append one message after the other, until it has no more or whoever writes should wait.
  ///
  /// Not inlined: in a loop of its caller's a reference is counted to each message, 40 instructions.
  @inlinable @inline(never)
  package mutating func fill(
    _ write: (inout FramedOutput) throws(RPCError) -> Bool
  ) throws(RPCError) {
    while try write(&self), !isFull {}
  }

  /// Appends a message: `pack` has so much room and says how many bytes the message took.
  @inlinable @inline(__always)
  package mutating func write(
    room most: Int, _ pack: (UnsafeMutableRawBufferPointer) -> Int
  ) throws(RPCError) {
    let framed = Self.prefixBytes &+ most
    if unsafe room.count &- used < framed { makeRoom(for: framed) }
    // No message leads there: where there is room for its prefix there is memory.
    guard let start = unsafe room.baseAddress else { preconditionFailure("a buffer without room") }
    let prefix = unsafe start + used
    let length = unsafe pack(
      UnsafeMutableRawBufferPointer(start: prefix + Self.prefixBytes, count: most))
    guard length <= limit else { throw RPCError.tooLong(length, limit) }
    unsafe prefix.storeBytes(of: 0, as: UInt8.self)
    unsafe (prefix + 1).storeBytes(
      of: UInt32(truncatingIfNeeded: length).bigEndian, as: UInt32.self)
    used &+= Self.prefixBytes &+ length
  }

  /// The same for a message that does not know what room it needs.
  package mutating func write(unmeasured message: some WireMessage) throws(RPCError) {
    close()
    defer { open() }
    unsafe try buffer.pointee.append(unmeasured: message, limit: limit)
  }

  /// For all messages, had they `most` bytes, or for those below the mark and the one that reaches it.
  @usableFromInline @inline(never)
  mutating func makeRoom(for most: Int) {
    close()
    let messages = min(count, max(belowMark - used, 0) / most + 1)
    unsafe buffer.pointee.reserveCapacity(minimumWritableBytes: most * messages)
    open()
  }

  private mutating func open() {
    unsafe room = buffer.pointee.withUnsafeMutableWritableBytes { unsafe $0 }
    used = 0
    belowMark = unsafe mark - buffer.pointee.readableBytes
  }

  /// Tells the buffer of what was written.
  fileprivate mutating func close() { unsafe buffer.pointee.moveWriterIndex(forwardBy: used) }
}

extension ByteBuffer {
  /// Appends the messages that `write` writes: `count` of them or more, until there are `mark` bytes, each
  /// of at most `limit`. What `write` throws ends this, and the messages before stay.
  mutating func writeFramed(
    count: Int = 1, mark: Int = 0, limit: Int,
    _ write: (inout FramedOutput) throws(RPCError) -> Void
  ) throws(RPCError) {
    unsafe try withUnsafeMutablePointer(to: &self) { buffer throws(RPCError) in
      var output = unsafe FramedOutput(to: buffer, count: max(count, 1), mark: mark, limit: limit)
      defer { output.close() }
      try write(&output)
    }
  }

  /// The message with its prefix, or nothing and an error.
  fileprivate mutating func append(
    unmeasured message: some WireMessage, limit: Int
  ) throws(RPCError) {
    let start = writerIndex
    // The length is known when the message is there.
    writeRepeatingByte(0, count: FramedOutput.prefixBytes)
    do throws(RPCError) {
      try message.appendWireBytes(to: &self)
      let length = writerIndex - start - FramedOutput.prefixBytes
      guard length <= limit else { throw RPCError.tooLong(length, limit) }
      setInteger(UInt32(length), at: start + 1)
    } catch {
      moveWriterIndex(to: start)
      throw error
    }
  }
}
