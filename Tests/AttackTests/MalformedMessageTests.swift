import RPCTestSupport
import Testing

/// Protobuf that is wrong in every way its wire format can be, or right and meant to be expensive.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct MalformedMessageTests {
  private static let invalid = "3"
  private static let exhausted = "8"

  private static func nested(_ depth: Int) -> [UInt8] {
    var message: [UInt8] = []
    // Field 3 of SimpleRequest is a message; deeper it is unknown and may be passed over unread.
    for _ in 0..<depth {
      message = [3 << 3 | 2] + Requests.varint(message.count) + message
    }
    return message
  }

  private static let shapes: [(String, [UInt8], Set<String>)] = [
    ("a tag that breaks off", [0x80], [invalid]),
    ("a varint that breaks off", [2 << 3, 0x80], [invalid]),
    ("a varint of eleven bytes", [2 << 3] + [UInt8](repeating: 0xff, count: 11), [invalid]),
    ("field 0", [0], [invalid]),
    ("a field number over 2^29", [0xf8, 0xff, 0xff, 0xff, 0x7f, 0], [invalid]),
    ("wire type 6", [2 << 3 | 6], [invalid]),
    ("wire type 7", [2 << 3 | 7], [invalid]),
    ("a group that does not end", [9 << 3 | 3], [invalid]),
    ("a group's end without its start", [9 << 3 | 4], [invalid]),
    ("a group that ends as another", [9 << 3 | 3, 10 << 3 | 4], [invalid]),
    ("a length beyond the end", [3 << 3 | 2, 100], [invalid]),
    ("a length of 2^63", [3 << 3 | 2] + [UInt8](repeating: 0xff, count: 9) + [1], [invalid]),
    ("a fixed64 that breaks off", [9 << 3 | 1, 0, 0], [invalid]),
    ("a fixed32 that breaks off", [9 << 3 | 5, 0], [invalid]),
    ("a submessage that is malformed", [3 << 3 | 2, 1, 0x80], [invalid]),
    ("a wire type that is not the field's", [2 << 3 | 2, 1, 0], ["0", invalid]),
    ("text that is no UTF-8", [7 << 3 | 2, 4, 2 << 3 | 2, 2, 0xff, 0xfe], [invalid]),
    ("a hundred levels", nested(100), ["0", invalid, exhausted]),
    ("20,000 levels", nested(20_000), ["0", invalid, exhausted]),
    (
      "groups in groups, 100,000 deep", [UInt8](repeating: 9 << 3 | 3, count: 100_000),
      [invalid, exhausted]
    ),
    (
      "a million unknown fields", Array(repeatElement([15 << 3, 0], count: 1_000_000).joined()),
      ["0", invalid, exhausted]
    ),
    (
      "a million empty submessages",
      Array(repeatElement([3 << 3 | 2, 0], count: 1_000_000).joined()), ["0", invalid, exhausted]
    ),
    ("a reply of 2^31-1 bytes", Requests.reply(bytes: 0x7fff_ffff), [invalid, exhausted]),
    ("a reply of -1 bytes", Requests.reply(bytes: -1), [invalid]),
  ]

  /// One server takes them all.
  @Test func `a message is answered with its status`() async throws {
    try await attack(mebibytes: 256) { server in
      for (what, message, allowed) in Self.shapes {
        let call = try await RawCall.make(
          server.port, Requests.unary, body: Frames.message(message))
        let status = call["grpc-status"] ?? "none"
        #expect(allowed.contains(status), "\(what): \(status) \(call["grpc-message"] ?? "")")
      }
    }
  }
}
