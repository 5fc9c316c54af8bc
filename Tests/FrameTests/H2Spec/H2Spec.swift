import RPCTestSupport
import Testing

/// The cases of the conformance tool h2spec, under its own ids, such as "http2/5.1.1/2": what
/// is sent, and what a server has to answer. The bytes and the checks are written anew from its
/// descriptions and the RFCs; where it takes a closed connection for an error, here the GOAWAY is
/// asked for too.
enum H2Spec {
  struct Case: Sendable, CustomTestStringConvertible {
    var id = ""
    let what: String
    let steps: [Step]

    init(_ what: String, _ steps: Step...) {
      self.what = what
      self.steps = steps
    }

    var testDescription: String { "\(id) \(what)" }
  }

  enum Step: Sendable {
    /// The preface, SETTINGS and their acknowledgements. Most cases begin with it.
    case handshake
    case send([UInt8])
    case expect(Expectation)
  }

  /// A section's cases are numbered in order, as h2spec does.
  static func section(_ name: String, _ cases: [Case]) -> [Case] {
    cases.enumerated().map { index, one in
      var one = one
      one.id = "\(name)/\(index + 1)"
      return one
    }
  }

  static var all: [Case] { generic + hpack + http2 }
  static var http2: [Case] { connection + streams + frames + messages }

  // MARK: What the cases send

  /// The streams that the server under test grants a connection.
  static let grantedStreams = 100

  static let whole = Frames.endHeaders | Frames.endStream

  /// A request of "/" and what else it says.
  static func fields(
    _ method: String = "GET", _ more: [(String, String)] = []
  ) -> [(String, String)] {
    [(":method", method), (":scheme", "http"), (":path", "/"), (":authority", "127.0.0.1")] + more
  }

  static func get(_ stream: UInt32 = 1, _ flags: UInt8 = whole) -> [UInt8] {
    Frames.headers(stream, fields(), flags)
  }

  /// HEADERS of a POST whose body follows.
  static func post(_ stream: UInt32 = 1, _ more: [(String, String)] = []) -> [UInt8] {
    Frames.headers(stream, fields("POST", more))
  }

  static func test(_ stream: UInt32 = 1, _ flags: UInt8 = Frames.endStream) -> [UInt8] {
    Frames.data(stream, Array("test".utf8), flags)
  }

  /// A field of 4,000 bytes, for blocks that go on.
  static let dummy = Frames.block([("x-dummy0", String(repeating: "x", count: 4_000))])
}

extension H2Spec.Case {
  /// The usual case: after the handshake, bytes and what answers them.
  static func sends(
    _ what: String, _ bytes: [UInt8], _ expected: H2Spec.Expectation
  ) -> H2Spec.Case {
    H2Spec.Case(what, .handshake, .send(bytes), .expect(expected))
  }
}
