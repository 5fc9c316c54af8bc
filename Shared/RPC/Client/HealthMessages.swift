import NIOCore

// The two messages of grpc.health.v1 that a client needs, coded by hand: this runtime knows no
// generated messages, and what it needs of these is one field each.

/// grpc.health.v1.HealthCheckRequest: `string service = 1`.
struct HealthRequest: WireMessage {
  let service: String

  init(service: String) { self.service = service }

  /// A client reads none.
  init(wireBytes: UnsafeRawBufferPointer) throws(RPCError) {
    throw RPCError(.unimplemented, "A health request is not read here.")
  }

  func appendWireBytes(to buffer: inout ByteBuffer) throws(RPCError) {
    guard !service.isEmpty else { return }
    buffer.writeInteger(UInt8(1 << 3 | 2))
    var length = service.utf8.count
    while length > 0x7f {
      buffer.writeInteger(UInt8(truncatingIfNeeded: length) | 0x80)
      length >>= 7
    }
    buffer.writeInteger(UInt8(truncatingIfNeeded: length))
    buffer.writeString(service)
  }
}

/// grpc.health.v1.HealthCheckResponse: `ServingStatus status = 1`, of which SERVING is 1.
struct HealthReply: WireMessage {
  private(set) var status: UInt64 = 0

  var isServing: Bool { status == 1 }

  init(wireBytes: UnsafeRawBufferPointer) throws(RPCError) {
    var rest = unsafe [UInt8](wireBytes)[...]
    while !rest.isEmpty {
      let tag = try Self.varint(&rest)
      switch tag & 7 {
      case 0:
        let value = try Self.varint(&rest)
        if tag >> 3 == 1 { status = value }
      case 1: try Self.skip(8, &rest)
      case 2: try Self.skip(Self.varint(&rest), &rest)
      case 5: try Self.skip(4, &rest)
      default: throw Self.malformed
      }
    }
  }

  /// A client writes none.
  func appendWireBytes(to buffer: inout ByteBuffer) throws(RPCError) {
    throw RPCError(.unimplemented, "A health reply is not written here.")
  }

  private static let malformed = RPCError(.invalidArgument, "The health reply is malformed.")

  private static func varint(_ rest: inout ArraySlice<UInt8>) throws(RPCError) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard let byte = rest.popFirst() else { throw malformed }
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return value }
    }
    throw malformed
  }

  private static func skip(_ count: UInt64, _ rest: inout ArraySlice<UInt8>) throws(RPCError) {
    guard count <= UInt64(rest.count) else { throw malformed }
    rest = rest.dropFirst(Int(count))
  }
}
