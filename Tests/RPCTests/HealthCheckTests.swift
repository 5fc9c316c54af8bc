import NIOCore
import RPCTestSupport
import Synchronization
import Testing

@testable import RPC

/// gRFC A17, against a health service that says what the test wants.
@Suite(.timeLimit(.minutes(1)))
struct HealthCheckTests {
  /// The bytes of a HealthCheckResponse; 1 is SERVING, 2 NOT_SERVING.
  private struct Health: RPCService {
    let status: Mutex1
    let asked: Mutex1

    var handlers: [RPCHandler] {
      let method = RPCMethod(
        service: "grpc.health.v1.Health", name: "Watch", kind: .serverStreaming,
        idempotency: .unknown)
      return [
        .serverStreaming(method) {
          (request: TestMessage, replies: ReplyWriter<TestMessage>, _: ServerCall) in
          #expect(request.bytes == [0x0a, 3] + Array("a.B".utf8))
          asked.value += 1
          var last = -1
          while true {
            let status = status.value
            if status < 0 { throw RPCError(.internalError, "The watch breaks.") }
            if status != last { try await replies.write(TestMessage([0x08, UInt8(status)])) }
            last = status
            try await Task.sleep(for: .milliseconds(5))
          }
        }
      ]
    }
  }

  private final class Mutex1: Sendable {
    private let number: Mutex<Int>
    init(_ number: Int) { self.number = Mutex(number) }
    var value: Int {
      get { number.withLock { $0 } }
      set { number.withLock { $0 = newValue } }
    }
  }

  private static func options() throws -> RPC.ChannelOptions {
    var options = RPC.ChannelOptions()
    options.backoff.initial = .milliseconds(20)
    options.backoff.maximum = .milliseconds(50)
    options.serviceConfig = try ServiceConfig(
      json: """
        {"loadBalancingConfig": [{"round_robin": {}}], "healthCheckConfig": {"serviceName": "a.B"}}
        """)
    return options
  }

  @Test func `calls go to those who serve, from when they say so`() async throws {
    let first = Mutex1(2)
    let second = Mutex1(1)
    var servers: [RPCServer] = []
    var ports: [Int] = []
    for (name, status) in [("first", first), ("second", second)] {
      let echo = TestService(echo: { _, _ in TestMessage(name) })
      let server = RPCServer(services: [echo, Health(status: status, asked: Mutex1(0))])
      ports.append(try await server.start(host: "127.0.0.1", port: 0))
      servers.append(server)
    }
    let target = "ipv4:" + ports.map { "127.0.0.1:\($0)" }.joined(separator: ",")
    let channel = RPCChannel(target: target, options: try Self.options())
    let patient = CallOptions(timeout: .seconds(20), waitForReady: true)
    func seen() async throws -> Set<String> {
      var seen: Set<String> = []
      for _ in 0..<10 { seen.insert(try await channel.echo(TestMessage(""), patient).text) }
      return seen
    }
    let one = try await seen()
    #expect(one == ["second"])
    first.value = 1
    try await expectEventually { (try? await seen()) == ["first", "second"] }
    second.value = -1
    try await expectEventually { (try? await seen()) == ["first"] }
    first.value = 2
    try await expectEventually { await channel.state == .transientFailure }
    let error = await status { _ = try await channel.echo(TestMessage("")) }
    #expect(error?.code == .unavailable)
    #expect(error?.cause is NotServing || error?.cause is RPCError)
    second.value = 1
    try await expectEventually { (try? await seen()) == ["second"] }
    await channel.close()
    for server in servers { await server.stop(grace: .seconds(5)) }
  }

  @Test func `a server without the health service serves, and pick_first does not ask`()
    async throws
  {
    try await withServer(channel: try Self.options()) { channel, _ in
      let reply = try await channel.echo(TestMessage("x"))
      #expect(reply.text == "x")
    }
    var options = try Self.options()
    options.serviceConfig = try ServiceConfig(
      json: #"{"healthCheckConfig": {"serviceName": "a.B"}}"#)
    let asked = Mutex1(0)
    let server = RPCServer(services: [TestService(), Health(status: Mutex1(2), asked: asked)])
    let port = try await server.start(host: "127.0.0.1", port: 0)
    let channel = RPCChannel(target: "127.0.0.1:\(port)", options: options)
    let reply = try await channel.echo(TestMessage("x"))
    #expect(reply.text == "x")
    #expect(asked.value == 0)
    await channel.close()
    await server.stop(grace: .seconds(5))
  }

  @Test func `a watch keeps no channel from going idle`() async throws {
    let asked = Mutex1(0)
    let server = RPCServer(services: [TestService(), Health(status: Mutex1(1), asked: asked)])
    let port = try await server.start(host: "127.0.0.1", port: 0)
    var options = try Self.options()
    options.idleTimeout = .milliseconds(50)
    let channel = RPCChannel(target: "127.0.0.1:\(port)", options: options)
    _ = try await channel.echo(TestMessage("x"))
    #expect(asked.value == 1)
    try await expectEventually { await channel.state == .idle }
    // Its connection closes too, so a server's stop finds none.
    await server.stop(grace: .seconds(5))
    await channel.close()
  }

  @Test(arguments: [
    ([0x08, 0x01], true), ([], false), ([0x08, 0x02], false), ([0x10, 0x05, 0x08, 0x01], true),
    ([0x12, 0x01, 0x00, 0x08, 0x01], true), ([0x08, 0x81, 0x00], true),
  ])
  func `a health reply is read`(bytes: [UInt8], isServing: Bool) throws {
    let reply = try unsafe bytes.withUnsafeBytes { try unsafe HealthReply(wireBytes: $0) }
    #expect(reply.isServing == isServing)
  }

  @Test(arguments: [
    [0x08], [0x08, 0x80], [0x12, 0x02, 0x00], [0x0b], [0x09, 0], [0x0d, 0, 0, 0],
    [UInt8](repeating: 0xff, count: 20),
  ])
  func `a malformed health reply is refused`(bytes: [UInt8]) {
    #expect(throws: RPCError.self) {
      try unsafe bytes.withUnsafeBytes { _ = try unsafe HealthReply(wireBytes: $0) }
    }
  }

  @Test func `a long service name is written with its length`() throws {
    var buffer = ByteBuffer()
    try HealthRequest(service: String(repeating: "x", count: 300)).appendWireBytes(to: &buffer)
    #expect(Array(buffer.readableBytesView.prefix(4)) == [0x0a, 0xac, 0x02, 0x78])
    #expect(buffer.readableBytes == 303)
  }
}
