package import RPC

/// A server and a channel to it, for the time of `body`.
package func withServer<T>(
  _ service: TestService = TestService(), options: ServerOptions = ServerOptions(),
  channel channelOptions: ChannelOptions = ChannelOptions(),
  _ body: (RPCChannel, Int) async throws -> T
) async throws -> T {
  let server = RPCServer(services: [service], options: options)
  let port = try await server.start(host: "127.0.0.1", port: 0)
  let channel = RPCChannel(target: "127.0.0.1:\(port)", options: channelOptions)
  do {
    let result = try await body(channel, port)
    await channel.close()
    await server.stop(grace: .seconds(5))
    return result
  } catch {
    await channel.close()
    await server.stop(grace: .zero)
    throw error
  }
}

extension CallOptions {
  /// Every test call is bounded.
  package static let bounded = CallOptions(timeout: .seconds(20))
}

extension RPCChannel {
  package func echo(_ message: TestMessage, _ options: CallOptions = .bounded) async throws
    -> TestMessage
  {
    try await unary(TestMethods.echo, message, options, as: TestMessage.self)
  }

  package func numbers(below count: Int, _ options: CallOptions = .bounded) async throws
    -> Replies<TestMessage>
  {
    try await serverStreaming(
      TestMethods.numbers, TestMessage("\(count)"), options, as: TestMessage.self)
  }
}

/// The status that `body` fails with, nil when it succeeds.
package func status(of body: () async throws -> Void) async -> RPCError? {
  do {
    try await body()
    return nil
  } catch {
    return error as? RPCError ?? RPCError(.ok, "not an RPCError", cause: error)
  }
}
