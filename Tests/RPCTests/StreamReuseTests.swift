import NIOCore
import NIOEmbedded
import RPCTestSupport
import Synchronization
import Testing

@testable import RPC

/// Connections use the memory of finished streams again. Nothing of a call may be found in the next
/// one.
struct StreamReuseTests {
  /// Its calls leave as little as they can as it was.
  private struct MessyService: RPCService {
    var handlers: [RPCHandler] {
      [
        .plainUnary(TestMethods.echo) { (request: TestMessage, call: ServerCall) -> TestMessage in
          call.setInitialMetadata(["x-initial": "1"])
          call.addTrailingMetadata(["x-trailing": "2"])
          call.compressReplies(with: .gzip)
          call.note(requestWasCompressed: true)
          call.attach(context: "context")
          throw RPCError(.notFound, "There is nothing.")
        }
      ]
    }
  }

  /// A connection that has served one call.
  private func usedConnection() throws -> (ServerConnection, EmbeddedChannel) {
    let server = RPCServer(services: [MessyService()], options: ServerOptions())
    let channel = EmbeddedChannel()
    try server.serve(channel)
    try channel.connect(to: SocketAddress(unixDomainSocketPath: "/reuse")).wait()
    let fields = [
      ("grpc-timeout", "5S"), ("grpc-encoding", "gzip"), ("grpc-accept-encoding", "gzip"),
      ("x-request", "3"),
    ]
    let frames =
      Frames.preface + Frames.settings() + Frames.headers(1, Frames.call + fields)
      + Frames.data(1, Frames.message(Array("request".utf8)), Frames.endStream)
    try channel.writeInbound(ByteBuffer(bytes: frames))
    channel.embeddedEventLoop.run()
    return (try channel.pipeline.syncOperations.handler(type: ServerConnection.self), channel)
  }

  /// The stream's own properties as text, and not those that are its connection's.
  private func properties(_ stream: ServerStream) -> [String: String] {
    var found: [String: String] = [:]
    for (label, value) in properties(Mirror(reflecting: stream.messages)) {
      found["messages.\(label)"] = value
    }
    var mirror: Mirror? = Mirror(reflecting: stream)
    while let level = mirror {
      found.merge(properties(level)) { $1 }
      mirror = level.superclassMirror
    }
    // The tickets of the two that wait tell the waits of one call from those of another.
    let others = ["home", "server", "connection", "mark", "reader", "writer", "call", "messages"]
    for label in others { found[label] = nil }
    return found
  }

  /// Of a buffer, how many bytes are in it.
  private func properties(_ level: Mirror) -> [String: String] {
    var found: [String: String] = [:]
    for case (let label?, let value) in level.children {
      found[label] = (value as? ByteBuffer).map { "\($0.readableBytes)" } ?? "\(value)"
    }
    return found
  }

  @Test func `a stream that served a call is as new for the next one`() throws {
    let (connection, channel) = try usedConnection()
    defer { _ = try? channel.finish(acceptAlreadyClosed: true) }
    let spareCount = connection.spare.count
    try #require(spareCount == 1)
    let used = try #require(connection.spare[0] as? ServerStream)
    let fresh = ServerStream(connection, used.call.peer)
    for stream in [used, fresh] {
      _ = unsafe stream.begin(3, .passUnretained(.none), nil, HeaderArena(), 0..<0)
    }

    let expected = properties(fresh)
    #expect(expected.count > 20)
    for (label, value) in properties(used) {
      #expect(value == expected[label], "\(label)")
    }
    let call = used.call
    #expect(call.metadata.isEmpty && call.initialMetadata.isEmpty && call.trailingMetadata.isEmpty)
    #expect(call.context == nil && call.principal == nil && call.deadline == nil)
    #expect(call.compression == nil && !call.requestWasCompressed)
  }

  /// As a handler does that goes on with a call's metadata after its reply.
  @Test func `a call that somebody keeps stays as it was when its stream serves the next one`()
    throws
  {
    let kept = Mutex<[ServerCall]>([])
    let service = TestService(echo: { request, call in
      kept.withLock { $0.append(call) }
      return request
    })
    let channel = EmbeddedChannel()
    defer { _ = try? channel.finish(acceptAlreadyClosed: true) }
    try RPCServer(services: [service], options: ServerOptions()).serve(channel)
    try channel.connect(to: SocketAddress(unixDomainSocketPath: "/kept")).wait()
    try channel.writeInbound(ByteBuffer(bytes: Frames.preface + Frames.settings()))
    for call in [1, 3, 5] as [UInt32] {
      let fields = [("x-call", "\(call)"), ("grpc-timeout", "\(call)H")]
      try channel.writeInbound(
        ByteBuffer(
          bytes: Frames.headers(call, Frames.call + fields)
            + Frames.data(call, Frames.message([]), Frames.endStream)))
    }
    let calls = kept.withLock { $0 }
    #expect(calls.map { $0.metadata["x-call"] } == ["1", "3", "5"])
    let hours = calls.map { ($0.deadline?.remaining ?? .zero) / .seconds(3_600) }
    #expect(hours.map { $0.rounded(.up) } == [1, 3, 5])
  }
  @Test func `a client's call finds nothing of the one whose stream it has`() async throws {
    let service = TestService(echo: { request, call in
      switch request.text {
      case "messy":
        call.setInitialMetadata(["x-initial": "1"])
        call.addTrailingMetadata(["x-trailing": "2"])
        call.compressReplies(with: .gzip)
      case "failing": throw RPCError(.notFound, "There is nothing.", metadata: ["x-error": "3"])
      case "slow": try await Task.sleep(for: .seconds(20))
      default: break
      }
      return request
    })
    try await withServer(service) { channel, _ in
      func reply(_ text: String, _ options: CallOptions) async throws -> Reply<TestMessage> {
        try await channel.unaryReply(
          TestMethods.echo, TestMessage(text), options, as: TestMessage.self)
      }
      for text in ["messy", "failing", "slow"] {
        let messy = try? await reply(text, CallOptions(timeout: .milliseconds(500)))
        #expect(messy?.initialMetadata["x-initial"] == (text == "messy" ? "1" : nil))
        // Without a deadline: the one before must not end it.
        let clean = try await reply("clean", CallOptions())
        #expect(clean.message.text == "clean" && !clean.wasCompressed)
        #expect(clean.initialMetadata.isEmpty && clean.trailingMetadata.isEmpty)
      }
    }
  }
}
