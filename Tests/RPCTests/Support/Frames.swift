/// Hand-built HTTP/2 frames (RFC 9113 section 4.1).
enum Frames {
  enum Kind: UInt8 {
    case data = 0
    case headers, priority, reset, settings, pushPromise, ping, goAway, windowUpdate, continuation
  }

  static let endStream: UInt8 = 1
  static let acknowledge: UInt8 = 1
  static let endHeaders: UInt8 = 4
  static let padded: UInt8 = 8

  static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

  static func frame(
    _ kind: Kind, _ flags: UInt8 = 0, _ stream: UInt32 = 0, _ payload: [UInt8] = [],
    length: Int? = nil
  ) -> [UInt8] {
    var frame = Array(big(UInt32(length ?? payload.count)).dropFirst())
    frame += [kind.rawValue, flags]
    frame += big(stream)
    return frame + payload
  }

  static func settings(_ entries: [(UInt16, UInt32)] = []) -> [UInt8] {
    var payload: [UInt8] = []
    for (id, value) in entries { payload += [UInt8(id >> 8), UInt8(id & 255)] + big(value) }
    return frame(.settings, 0, 0, payload)
  }

  static func reset(_ stream: UInt32, _ code: UInt32 = 8) -> [UInt8] {
    frame(.reset, 0, stream, big(code))
  }

  static func windowUpdate(_ stream: UInt32, _ increment: UInt32) -> [UInt8] {
    frame(.windowUpdate, 0, stream, big(increment))
  }

  /// HEADERS whose fields are literals without indexing (RFC 7541 section 6.2.2).
  static func headers(
    _ stream: UInt32, _ fields: [(String, String)] = call, _ flags: UInt8 = endHeaders
  ) -> [UInt8] {
    frame(.headers, flags, stream, block(fields))
  }

  static func block(_ fields: [(String, String)]) -> [UInt8] {
    var block: [UInt8] = []
    for (name, value) in fields {
      block += [0, UInt8(name.utf8.count)]
      block += Array(name.utf8)
      block.append(UInt8(value.utf8.count))
      block += Array(value.utf8)
    }
    return block
  }

  /// The header list of a call of `Echo`.
  static let call = [
    (":method", "POST"), (":scheme", "http"), (":path", "/test.Service/Echo"),
    (":authority", "test"), ("content-type", "application/grpc"), ("te", "trailers"),
  ]

  /// A message with gRPC's prefix.
  static func message(_ bytes: [UInt8], flag: UInt8 = 0, length: UInt32? = nil) -> [UInt8] {
    [flag] + big(length ?? UInt32(bytes.count)) + bytes
  }

  static func big(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
