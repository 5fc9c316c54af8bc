import RPCTestSupport
import Testing

extension H2Spec {
  enum Expectation: Sendable {
    /// The first frame is SETTINGS that acknowledge nothing.
    case settings
    case settingsAcknowledged
    /// The next PING carries this and is an acknowledgement.
    case pong(String)
    case pongOrClosed(String)
    /// The next HEADERS are of this stream.
    case headers(UInt32)
    /// The next DATA frame has this length; nil takes any.
    case data(Int?)
    /// The stream ends without an error.
    case streamEnds
    /// GOAWAY with one of these, then the end.
    case connectionError([ErrorCode])
    /// RST_STREAM or GOAWAY with one of these.
    case streamError([ErrorCode])
    /// RST_STREAM of this stream, nothing less and nothing more.
    case reset(UInt32, ErrorCode)
    case closed
  }

  static func run(_ one: Case, on peer: FramePeer) async throws {
    for step in one.steps {
      switch step {
      case .handshake: try await handshake(peer, one)
      case .send(let bytes): peer.send(bytes)
      case .expect(let expected):
        let holds = try await met(expected, by: peer)
        #expect(holds, "\(one.id) \(one.what): \(expected) after \(peer.frames.map(\.summary))")
      }
    }
  }

  private static func handshake(_ peer: FramePeer, _ one: Case) async throws {
    peer.send(Frames.preface + Frames.initialWindow(65_535))
    let settings = try await peer.next { $0.kind == .settings && !$0.isAcknowledgement }
    peer.send(Frames.settingsAcknowledgement)
    let acknowledgement = try await peer.next { $0.kind == .settings && $0.isAcknowledgement }
    try #require(settings != nil && acknowledgement != nil, "\(one.id): no handshake")
  }

  private static func met(_ expected: Expectation, by peer: FramePeer) async throws -> Bool {
    switch expected {
    case .settings:
      if case .frame(let first) = try await peer.next() {
        return first.kind == .settings && !first.isAcknowledgement
      }
      return false
    case .settingsAcknowledged:
      return try await peer.next { $0.kind == .settings }?.isAcknowledgement == true
    case .pong(let text): return try await pong(text, peer)
    case .pongOrClosed(let text):
      if try await pong(text, peer) { return true }
      return peer.isClosed
    case .headers(let stream): return try await peer.next { $0.kind == .headers }?.stream == stream
    case .data(let length):
      let frame = try await peer.next { $0.kind == .data }
      return frame.map { length == nil || $0.payload.count == length } ?? false
    case .streamEnds: return try await peer.next { $0.endsStream } != nil
    case .connectionError(let codes):
      let frame = try await peer.next { $0.kind == .goAway }
      guard let frame, has(frame, codes) else { return false }
      return try await peer.closes()
    case .streamError(let codes):
      return try await peer.next {
        ($0.kind == .goAway || $0.kind == .reset) && has($0, codes)
      } != nil
    case .reset(let stream, let code):
      let frame = try await peer.next { $0.kind == .reset || $0.kind == .goAway }
      return frame?.kind == .reset && frame?.stream == stream && frame?.errorCode == code.rawValue
    case .closed: return try await peer.closes()
    }
  }

  private static func pong(_ text: String, _ peer: FramePeer) async throws -> Bool {
    guard let frame = try await peer.next(where: { $0.kind == .ping }) else { return false }
    return frame.isAcknowledgement && frame.payload == Frames.pingPayload(text)
  }

  private static func has(_ frame: FramePeer.Frame, _ codes: [ErrorCode]) -> Bool {
    codes.contains { $0.rawValue == frame.errorCode }
  }
}

extension FramePeer.Frame {
  /// For messages: "goAway(1) on 0".
  fileprivate var summary: String {
    let name = kind.map { "\($0)" } ?? "unknown"
    return "\(name)\(errorCode.map { "(\($0))" } ?? "") on \(stream)"
  }
}
