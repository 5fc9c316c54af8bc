import RPCTestSupport
import Testing

@testable import RPC

@Suite(.timeLimit(.minutes(1)))
struct MethodConfigTests {
  @Test func `sizes of a method's messages are limited as the service config says`() async throws {
    let options = try CallPolicy.options(
      #""maxRequestMessageBytes": 10, "maxResponseMessageBytes": 5"#)
    try await withServer(channel: options) { channel, _ in
      let long = await status { _ = try await channel.echo(TestMessage(count: 11)) }
      #expect(long?.code == .resourceExhausted)
      let reply = await status { _ = try await channel.echo(TestMessage(count: 6)) }
      #expect(reply?.code == .resourceExhausted)
      let fits = try await channel.echo(TestMessage(count: 5))
      #expect(fits.bytes.count == 5)
    }
  }

  @Test func `the earlier of a call's timeout and the service config's is its deadline`()
    async throws
  {
    let service = TestService(echo: { _, call in
      TestMessage((call.deadline?.remaining ?? .zero) > .seconds(100) ? "call" : "config")
    })
    try await withServer(service, channel: try CallPolicy.options(#""timeout": "100s""#)) {
      channel, _ in
      for timeout in [Duration.seconds(20), .seconds(200)] {
        let reply = try await channel.echo(TestMessage("x"), CallOptions(timeout: timeout))
        #expect(reply.text == "config")
      }
      let none = try await channel.echo(TestMessage("x"), CallOptions())
      #expect(none.text == "config")
    }
  }
}
