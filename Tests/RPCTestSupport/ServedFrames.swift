package import RPC

/// What a server by hand-built frames needs beside frames themselves.
extension FramePeer {
  /// SETTINGS both ways, with windows that hold no client up.
  package func greet(_ settings: [(UInt16, UInt32)] = []) async throws {
    send(Frames.settings([(4, 1 << 30)] + settings) + Frames.windowUpdate(0, 1 << 30))
    _ = try await next { $0.kind == .settings && !$0.isAcknowledgement }
    send(Frames.settingsAcknowledgement)
  }

  /// The stream of the next request that has ended; nil when the client has gone.
  package func nextRequest() async throws -> UInt32? {
    try await next(within: .seconds(30)) { $0.endsStream }?.stream
  }

  /// Answers every request alike.
  package func answerAll(_ response: Response) async throws {
    while let stream = try await nextRequest() { send(response.bytes(stream)) }
  }
}

/// A response as a server may write it, right or wrong.
package struct Response: Sendable {
  package var status: Int
  package var headers: [(String, String)]
  package var body: [UInt8]
  /// Nil ends the stream without them.
  package var trailers: [(String, String)]?

  package init(
    status: Int = 200, headers: [(String, String)] = [("content-type", "application/grpc")],
    body: [UInt8] = [], trailers: [(String, String)]? = [("grpc-status", "0")]
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.trailers = trailers
  }

  package func bytes(_ stream: UInt32) -> [UInt8] {
    let isOnlyHeaders = trailers == nil && body.isEmpty
    let end = Frames.endStream
    var bytes = Frames.headers(
      stream, [(":status", "\(status)")] + headers, Frames.endHeaders | (isOnlyHeaders ? end : 0))
    if !body.isEmpty { bytes += Frames.data(stream, body, trailers == nil ? end : 0) }
    if let trailers { bytes += Frames.headers(stream, trailers, Frames.endHeaders | end) }
    return bytes
  }
}

/// Runs `body` on a channel to a server whose connections run `script`.
package func withFrameServer<T>(
  _ script: @escaping @Sendable (FramePeer) async throws -> Void,
  _ body: (RPCChannel, FrameServer) async throws -> T
) async throws -> T {
  let server = try await FrameServer(script)
  let channel = RPCChannel(target: "127.0.0.1:\(server.port)")
  do {
    let result = try await body(channel, server)
    await channel.close()
    try await server.close()
    return result
  } catch {
    await channel.close()
    try? await server.close()
    throw error
  }
}
