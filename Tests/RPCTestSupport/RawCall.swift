/// One request with any headers and body, by hand-built frames, and what came back.
package struct RawCall: Sendable {
  package var headers: [(String, String)] = []
  package var trailers: [(String, String)] = []
  package var body: [UInt8] = []
  package var reset: UInt32?

  package subscript(name: String) -> String? {
    (headers + trailers).first { $0.0 == name }?.1
  }

  /// `endStream` false leaves the request open after its body.
  package static func make(
    _ port: Int, _ fields: [(String, String)] = Frames.call, body: [UInt8] = [],
    endStream: Bool = true
  ) async throws -> RawCall {
    let peer = try await FramePeer(port: port, settings: [(4, 1 << 30)])
    defer { Task { await peer.close() } }
    peer.send(Frames.windowUpdate(0, 1 << 30))
    peer.send(
      Frames.headers(1, fields, Frames.endHeaders | (endStream && body.isEmpty ? 1 : 0)))
    var exchange = Exchange(peer: peer, unsent: body[...], endStream: endStream)
    try await exchange.run()
    return exchange.call
  }
}

/// Sends a body as the server's windows allow and gathers the answer.
private struct Exchange {
  private static let frameBytes = 16 << 10

  let peer: FramePeer
  var unsent: ArraySlice<UInt8>
  let endStream: Bool
  var call = RawCall()
  private var decoder = HPACKDecoder()
  private var streamWindow = 0
  private var connectionWindow = 65_535

  init(peer: FramePeer, unsent: ArraySlice<UInt8>, endStream: Bool) {
    self.peer = peer
    self.unsent = unsent
    self.endStream = endStream
  }

  mutating func run() async throws {
    while case .frame(let frame) = try await peer.next() {
      switch frame.kind {
      case .settings where !frame.isAcknowledgement:
        streamWindow += frame.initialWindow ?? 65_535
        peer.send(Frames.settingsAcknowledgement)
      case .windowUpdate:
        let increment = Int(frame.payload.reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
        if frame.stream == 0 { connectionWindow += increment } else { streamWindow += increment }
      case .headers:
        let fields = try decoder.decode(frame.payload)
        if call.headers.isEmpty { call.headers = fields } else { call.trailers = fields }
      case .data: call.body += frame.payload
      case .reset:
        if frame.errorCode != 0 { call.reset = frame.errorCode }
        return
      default: break
      }
      if frame.endsStream { return }
      sendMore()
    }
  }

  private mutating func sendMore() {
    while !unsent.isEmpty {
      let count = min(Self.frameBytes, streamWindow, connectionWindow, unsent.count)
      guard count > 0 else { return }
      let isLast = count == unsent.count
      peer.send(Frames.data(1, Array(unsent.prefix(count)), endStream && isLast ? 1 : 0))
      unsent = unsent.dropFirst(count)
      streamWindow -= count
      connectionWindow -= count
    }
  }
}
