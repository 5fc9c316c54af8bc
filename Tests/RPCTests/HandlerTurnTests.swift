import Glibc
import NIOCore
import NIOEmbedded
import RPCTestSupport
import Testing

@testable import RPC

/// When an event loop runs a handler, and where.
@Suite(.timeLimit(.minutes(1)))
struct HandlerTurnTests {
  private struct Passing: ServerInterceptor {
    func intercept(
      _ call: ServerCall, _ next: (ServerCall) async throws -> Void
    ) async throws { try await next(call) }
  }

  private static let service = TestService(echo: { request, _ in
    // As handlers do that call what might suspend and does not.
    func answer() async throws -> TestMessage { TestMessage("\(request.text) answered") }
    return try await answer()
  })

  /// This loop does nothing by itself, so what a handler left for a later turn would stay undone.
  @Test(arguments: [[], [("grpc-timeout", "5S")]], [false, true])
  func `a handler that does not suspend has answered when the turn that brought its call ends`(
    fields: [(String, String)], isIntercepted: Bool
  ) throws {
    var options = ServerOptions()
    if isIntercepted { options.interceptors = [Passing()] }
    let channel = EmbeddedChannel()
    try RPCServer(services: [Self.service], options: options).serve(channel)
    try channel.connect(to: SocketAddress(unixDomainSocketPath: "/turn")).wait()
    defer { _ = try? channel.finish(acceptAlreadyClosed: true) }
    try channel.writeInbound(ByteBuffer(bytes: Frames.preface + Frames.settings()))
    // The first call makes its task, the others wake one.
    for call in [1, 3, 5] as [UInt32] {
      let request = Frames.message(Array("\(call)".utf8))
      try channel.writeInbound(
        ByteBuffer(
          bytes: Frames.headers(call, Frames.call + fields)
            + Frames.data(call, request, Frames.endStream)))
      var written: [UInt8] = []
      while let bytes = try channel.readOutbound(as: ByteBuffer.self) {
        written += bytes.readableBytesView
      }
      let reply = Frames.data(call, Frames.message(Array("\(call) answered".utf8)))
      #expect(written.contains(reply))
    }
  }

  @Test func `a handler that suspends comes back to its event loop`() async throws {
    let service = TestService(echo: { _, _ in
      let loop = pthread_self()
      let other = await Task.detached { pthread_self() }.value
      let isBack = pthread_equal(loop, pthread_self()) != 0
      return TestMessage(isBack && pthread_equal(loop, other) == 0 ? "back" : "elsewhere")
    })
    try await withServer(service) { channel, _ in
      for timeout in [nil, Duration.seconds(20)] {
        let reply = try await channel.echo(TestMessage("x"), CallOptions(timeout: timeout))
        #expect(reply.text == "back")
      }
    }
  }
}
