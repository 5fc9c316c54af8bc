/// Hand-built HTTP/2 frames (RFC 9113 section 4.1). They may be as wrong as a test needs.
package enum Frames {
  package enum Kind: UInt8, Sendable {
    case data = 0
    case headers, priority, reset, settings, pushPromise, ping, goAway, windowUpdate, continuation
  }

  package static let endStream: UInt8 = 1
  package static let acknowledge: UInt8 = 1
  package static let endHeaders: UInt8 = 4
  package static let padded: UInt8 = 8
  package static let prioritized: UInt8 = 32

  package static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

  /// `length` tells another length than the payload's.
  package static func frame(
    _ kind: Kind, _ flags: UInt8 = 0, _ stream: UInt32 = 0, _ payload: [UInt8] = [],
    length: Int? = nil
  ) -> [UInt8] {
    frame(type: kind.rawValue, flags, stream, payload, length: length)
  }

  package static func frame(
    type: UInt8, _ flags: UInt8 = 0, _ stream: UInt32 = 0, _ payload: [UInt8] = [],
    length: Int? = nil
  ) -> [UInt8] {
    var frame = Array(big(UInt32(length ?? payload.count)).dropFirst())
    frame += [type, flags]
    frame += big(stream)
    return frame + payload
  }

  package static func data(_ stream: UInt32, _ bytes: [UInt8], _ flags: UInt8 = 0) -> [UInt8] {
    frame(.data, flags, stream, bytes)
  }

  /// DATA with `padding` bytes after `bytes`.
  package static func padded(
    _ stream: UInt32, _ bytes: [UInt8], padding: UInt8, _ flags: UInt8 = 0
  ) -> [UInt8] {
    let zeros = [UInt8](repeating: 0, count: Int(padding))
    return frame(.data, flags | padded, stream, [padding] + bytes + zeros)
  }

  package static func settings(_ entries: [(UInt16, UInt32)] = []) -> [UInt8] {
    var payload: [UInt8] = []
    for (id, value) in entries { payload += [UInt8(id >> 8), UInt8(id & 255)] + big(value) }
    return frame(.settings, 0, 0, payload)
  }

  package static func initialWindow(_ bytes: UInt32) -> [UInt8] { settings([(4, bytes)]) }

  package static let settingsAcknowledgement = frame(.settings, acknowledge)

  package static func reset(_ stream: UInt32, _ code: UInt32 = 8) -> [UInt8] {
    frame(.reset, 0, stream, big(code))
  }

  package static func windowUpdate(_ stream: UInt32, _ increment: UInt32) -> [UInt8] {
    frame(.windowUpdate, 0, stream, big(increment))
  }

  package static func ping(_ text: String = "ping", _ flags: UInt8 = 0) -> [UInt8] {
    frame(.ping, flags, 0, pingPayload(text))
  }

  /// Eight bytes: the text, then zeros.
  package static func pingPayload(_ text: String) -> [UInt8] {
    Array((Array(text.utf8) + [UInt8](repeating: 0, count: 8)).prefix(8))
  }

  package static func goAway(
    lastStream: UInt32, _ code: UInt32 = 0, _ debug: String = ""
  ) -> [UInt8] {
    frame(.goAway, 0, 0, big(lastStream) + big(code) + Array(debug.utf8))
  }

  /// PRIORITY; `weight` is one less than it means.
  package static func priority(
    _ stream: UInt32, on parent: UInt32 = 0, exclusive: Bool = false, weight: UInt8 = 255
  ) -> [UInt8] {
    frame(.priority, 0, stream, big(parent | (exclusive ? 1 << 31 : 0)) + [weight])
  }

  package static func continuation(
    _ stream: UInt32, _ block: [UInt8], _ flags: UInt8 = endHeaders
  ) -> [UInt8] {
    frame(.continuation, flags, stream, block)
  }

  /// HEADERS whose fields are literals without indexing (RFC 7541 section 6.2.2).
  package static func headers(
    _ stream: UInt32, _ fields: [(String, String)] = call, _ flags: UInt8 = endHeaders
  ) -> [UInt8] {
    frame(.headers, flags, stream, block(fields))
  }

  package static func block(_ fields: [(String, String)]) -> [UInt8] {
    fields.flatMap { [0] + string($0.0) + string($0.1) }
  }

  /// A string literal that is not Huffman-coded (RFC 7541 section 5.2).
  private static func string(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard bytes.count >= 127 else { return [UInt8(bytes.count)] + bytes }
    var coded: [UInt8] = [127]
    var rest = bytes.count - 127
    while rest >= 128 {
      coded.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    return coded + [UInt8(rest)] + bytes
  }

  /// The header list of a call of `Echo`.
  package static let call = call("/test.Service/Echo")

  package static func call(_ path: String) -> [(String, String)] {
    [
      (":method", "POST"), (":scheme", "http"), (":path", path), (":authority", "test"),
      ("content-type", "application/grpc"), ("te", "trailers"),
    ]
  }

  /// A message with gRPC's prefix. `length` tells another length than it has.
  package static func message(_ bytes: [UInt8], flag: UInt8 = 0, length: UInt32? = nil) -> [UInt8] {
    [flag] + big(length ?? UInt32(bytes.count)) + bytes
  }

  package static func big(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
