package import CProtobufC

/// Reads and writes messages by protobuf-c.
package enum ProtobufCoding {
  /// The message in `bytes`. Nothing of `bytes` is kept.
  @inlinable
  package static func decode<M: ProtobufMessage>(
    _ type: M.Type, from bytes: UnsafeRawBufferPointer
  ) throws(ProtobufError) -> M {
    let arena = Arena.borrow()
    defer { arena.release() }
    let descriptor = unsafe descriptor(of: type, arena)
    let c = unsafe try unpack(bytes, as: descriptor, arena)
    let message = unsafe M(lifting: c, in: arena)
    if let rule = arena.stringFault { throw ProtobufError(rule, message: M.protoName) }
    return message
  }

  /// Calls `write` with the message ready to be written: its size is known, its bytes are not
  /// there yet.
  @inlinable
  package static func encode<M: ProtobufMessage, R>(
    _ message: M, _ write: (PackedMessage) throws -> R
  ) rethrows -> R {
    let arena = Arena.borrow()
    defer { arena.release() }
    return unsafe try write(PackedMessage(arena.lower(message)))
  }

  /// protoc-c's `…__init` puts the descriptor's address into every struct: the one way to it that
  /// does not ask Swift for the address of a C constant.
  @inlinable
  static func descriptor<M: ProtobufMessage>(
    of type: M.Type, _ arena: Arena
  ) -> UnsafePointer<ProtobufCMessageDescriptor> {
    let sample = unsafe arena.allocate(M.cSize)
    unsafe M.initialize(sample)
    return unsafe sample.load(as: ProtobufCMessage.self).descriptor
  }

  @usableFromInline
  static func unpack(
    _ bytes: UnsafeRawBufferPointer, as descriptor: UnsafePointer<ProtobufCMessageDescriptor>,
    _ arena: Arena
  ) throws(ProtobufError) -> UnsafeRawPointer {
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
}

/// A message in protobuf-c's struct, valid while the closure it is given to runs.
@safe
package struct PackedMessage {
  private let message: UnsafePointer<ProtobufCMessage>
  /// Bytes it will take.
  package let size: Int

  @usableFromInline
  init(_ c: UnsafeMutableRawPointer) {
    unsafe message = UnsafePointer(c.assumingMemoryBound(to: ProtobufCMessage.self))
    size = unsafe protobuf_c_message_get_packed_size(message)
  }

  /// Writes the message to `target`, which has at least `size` bytes.
  package func write(to target: UnsafeMutableRawBufferPointer) {
    guard target.count >= size, let start = target.baseAddress else { return }
    unsafe _ = protobuf_c_message_pack(message, start.assumingMemoryBound(to: UInt8.self))
  }
}
