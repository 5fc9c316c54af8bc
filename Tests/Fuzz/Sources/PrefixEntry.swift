import NIOCore

@testable import RPC

/// A call's received messages: the input says the limit, the compression, and in which pieces the
/// bytes come and when messages are taken.
enum PrefixEntry {
  static func run(_ input: inout FuzzInput) {
    let limit = input.choice([0, 1, 100, 1 << 10, 1 << 16])
    let compression = input.choice([nil, Compression.gzip, .deflate])
    var buffer = MessageBuffer(limit: limit)
    buffer.compression = compression
    var fed: [UInt8] = []
    var taken: [[UInt8]] = []
    var paid = 0
    do throws(RPCError) {
      while !input.isEmpty {
        let control = input.byte()
        let piece = Array(input.bytes(Int(control >> 2)))
        fed += piece
        try append(piece, to: &buffer)
        if control & 1 == 1, let message = try take(&buffer, limit) { taken.append(message) }
        if control & 2 == 2 { paid += buffer.payBack() }
        precondition((0...fed.count).contains(paid), "more is paid back than came")
        precondition(buffer.byteCount <= fed.count, "more is held than came")
      }
      while let message = try take(&buffer, limit) { taken.append(message) }
    } catch {
      return
    }
    paid += buffer.payBack()
    precondition(paid == fed.count, "what is taken or waited for is not all paid back")
    precondition(compression != nil || taken == plainMessages(in: fed), "messages are cut wrong")
  }

  private static func append(
    _ piece: [UInt8], to buffer: inout MessageBuffer
  ) throws(RPCError) {
    try unsafe piece.withUnsafeBytes { bytes in
      Result { () throws(RPCError) in try unsafe buffer.append(bytes) }
    }.get()
  }

  private static func take(_ buffer: inout MessageBuffer, _ limit: Int) throws(RPCError) -> [UInt8]?
  {
    var message: [UInt8]?
    if let packed = try buffer.takePacked() {
      message = try unpack(packed)
    } else {
      _ = try unsafe buffer.take { (bytes) throws(RPCError) in message = unsafe Array(bytes) }
    }
    precondition(message.map { $0.count <= limit } ?? true, "a message is over the limit")
    return message
  }

  private static func unpack(_ packed: PackedMessage) throws(RPCError) -> [UInt8] {
    let bytes = Array(packed.bytes.readableBytesView)
    let plain: Result<[UInt8]?, RPCError> = unsafe bytes.withUnsafeBytes { bytes in
      Result { () throws(RPCError) in
        try unsafe packed.compression.decompress(bytes, limit: packed.limit)
      }
    }
    guard let plain = try plain.get() else {
      throw RPCError(.resourceExhausted, "A message is over the limit when decompressed.")
    }
    return plain
  }

  /// The same, read at once: a flag of 0, a length, that many bytes, and so on.
  private static func plainMessages(in bytes: [UInt8]) -> [[UInt8]] {
    var messages: [[UInt8]] = []
    var rest = bytes[...]
    while rest.count >= 5 {
      let length = rest.dropFirst().prefix(4).reduce(0) { $0 << 8 | Int($1) }
      guard rest.count >= 5 + length else { break }
      messages.append(Array(rest.dropFirst(5).prefix(length)))
      rest = rest.dropFirst(5 + length)
    }
    return messages
  }
}
