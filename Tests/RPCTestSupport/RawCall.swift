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
    let frameBytes = 16 << 10
    peer.send(Frames.windowUpdate(0, 1 << 30))
    peer.send(
      Frames.headers(1, fields, Frames.endHeaders | (endStream && body.isEmpty ? 1 : 0)))
    for start in stride(from: 0, to: body.count, by: frameBytes) {
      let end = min(start + frameBytes, body.count)
      peer.send(Frames.data(1, Array(body[start..<end]), endStream && end == body.count ? 1 : 0))
    }
    defer { Task { await peer.close() } }
    return try await answer(peer)
  }

  private static func answer(_ peer: FramePeer) async throws -> RawCall {
    var call = RawCall()
    var decoder = HPACKDecoder()
    while let frame = try await peer.next(where: { $0.stream == 1 }) {
      switch frame.kind {
      case .headers:
        let fields = try decoder.decode(frame.payload)
        if call.headers.isEmpty { call.headers = fields } else { call.trailers = fields }
      case .data: call.body += frame.payload
      case .reset:
        if frame.errorCode != 0 { call.reset = frame.errorCode }
        return call
      default: break
      }
      if frame.endsStream { return call }
    }
    return call
  }
}
