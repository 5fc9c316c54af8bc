public import CProtobufC

/// Reads and writes messages by protobuf-c.
@usableFromInline
package enum ProtobufCoding {
  /// The message in `bytes`. Nothing of `bytes` is kept.
  @inlinable
  package static func decode<M: ProtobufMessage>(
    _ type: M.Type, from bytes: UnsafeRawBufferPointer
  ) throws(ProtobufError) -> M {
    let arena = Arena.borrow()
    defer { arena.release() }
    let sample = unsafe arena.allocate(M.cSize)
    unsafe M.initialize(sample)
    let message = unsafe M(lifting: try unpack(bytes, as: sample, arena), in: arena)
    unsafe try arena.checkStrings(of: sample)
    return message
  }

  /// Calls `write` with the message ready to be written.
  @inlinable @inline(__always)
  package static func encode<M: ProtobufMessage, R, E>(
    _ message: M, _ write: (PackedMessage) throws(E) -> R
  ) throws(E) -> R {
    let arena = Arena.borrow()
    defer { arena.release() }
    // The C struct points into the message's own strings and arrays.
    return try withExtendedLifetime(message) { () throws(E) in
      unsafe try write(PackedMessage(arena.lower(message), in: arena))
    }
  }

  /// `sample` is a struct of the message's type as protoc-c's `…__init` makes it, which puts the
  /// descriptor's address into it: the one way to that which does not ask Swift for the address of a
  /// C constant.
  @usableFromInline
  static func unpack(
    _ bytes: UnsafeRawBufferPointer, as sample: UnsafeMutableRawPointer, _ arena: Arena
  ) throws(ProtobufError) -> UnsafeRawPointer {
    let descriptor = unsafe descriptor(of: sample)
    var check = InputCheck()
    unsafe try check.check(bytes, as: descriptor)
    let data = unsafe bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    guard
      let message = unsafe protobuf_c_message_unpack(
        descriptor, arena.allocator, bytes.count, data)
    else {
      throw ProtobufError(.refused, message: unsafe String(cString: descriptor.pointee.name))
    }
    return UnsafeRawPointer(message)
  }

  @inlinable
  static func descriptor(
    of message: UnsafeMutableRawPointer
  ) -> UnsafePointer<ProtobufCMessageDescriptor> {
    unsafe message.load(as: ProtobufCMessage.self).descriptor
  }
}

/// A message in protobuf-c's struct, valid while the closure it is given to runs.
@safe @usableFromInline
package struct PackedMessage {
  @usableFromInline let message: UnsafePointer<ProtobufCMessage>
  /// Bytes to write it into: enough, and what it takes exactly when it is long.
  @usableFromInline
  package let room: Int

  /// A room longer than this is worth a pass over the message for its size.
  @inlinable static var shortRoom: Int { 1 << 10 }

  @inlinable
  init(_ c: UnsafeMutableRawPointer, in arena: Arena) {
    unsafe message = UnsafePointer(c.assumingMemoryBound(to: ProtobufCMessage.self))
    let longest = arena.longest
    assert(unsafe longest >= protobuf_c_message_get_packed_size(message))
    room =
      longest <= Self.shortRoom ? longest : unsafe protobuf_c_message_get_packed_size(message)
  }

  /// Writes the message to `target`, which has at least `room` bytes. How many it wrote.
  @inlinable
  package func write(to target: UnsafeMutableRawBufferPointer) -> Int {
    guard target.count >= room, let start = target.baseAddress else { return 0 }
    return unsafe protobuf_c_message_pack(message, start.assumingMemoryBound(to: UInt8.self))
  }
}
