import RPCTestSupport

/// Calls of grpc.testing.TestService as an attacker makes them: bytes, and no generated code.
enum Requests {
  static let unary = Frames.call("/grpc.testing.TestService/UnaryCall")
  static let streaming = Frames.call("/grpc.testing.TestService/StreamingOutputCall")
  static let empty = Frames.call("/grpc.testing.TestService/EmptyCall")

  /// The ids of a client's streams, from the first.
  static func streams(_ count: Int) -> StrideTo<UInt32> {
    stride(from: 1, to: UInt32(count) * 2, by: 2)
  }

  /// A SimpleRequest for a reply with this many bytes.
  static func reply(bytes: Int) -> [UInt8] { [2 << 3] + varint(bytes) }

  /// A StreamingOutputCallRequest for `count` replies with this many bytes each.
  static func replies(_ count: Int, bytes: Int) -> [UInt8] {
    let parameters = [1 << 3] + varint(bytes)
    return (0..<count).flatMap { _ in [2 << 3 | 2] + varint(parameters.count) + parameters }
  }

  static func varint(_ value: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 128 {
      bytes.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }
}
