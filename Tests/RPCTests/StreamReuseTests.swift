import NIOCore
import NIOEmbedded
import RPCTestSupport
import Synchronization
import Testing

@testable import RPC

/// Connections use the memory of finished streams again. Nothing of a call may be found in the next
/// one.
struct StreamReuseTests {
  private final class Somebody: Sendable {
    let name: String?
    init(_ name: String? = nil) { self.name = name }
  }

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
          call.admit(Somebody())
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

  private func expectSame(_ used: CallStream, _ fresh: CallStream) {
    let expected = properties(fresh)
    #expect(expected.count > 20)
    for (label, value) in properties(used) {
      #expect(value == expected[label], "\(label)")
    }
  }

  /// The stream's own properties as text, and not those that are its connection's.
  private func properties(_ stream: CallStream) -> [String: String] {
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

    expectSame(used, fresh)
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
      call.admit(Somebody(call.metadata["x-call"]))
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
    #expect(calls.map { ($0.principal as? Somebody)?.name } == ["1", "3", "5"])
    let hours = calls.map { ($0.deadline?.remaining ?? .zero) / .seconds(3_600) }
    #expect(hours.map { $0.rounded(.up) } == [1, 3, 5])
  }

  // MARK: The client's

  /// Calls with all that a response can have: one answered, one refused.
  @Test(arguments: [1_000, 0])
  func `a client's stream that served a call is as new for the next one`(bytes: Int) async throws {
    let service = TestService(echo: { request, call in
      call.setInitialMetadata(["x-initial": "1"])
      call.addTrailingMetadata(["x-trailing": "2", "grpc-retry-pushback-ms": "3"])
      call.compressReplies(with: .gzip)
      if request.bytes.isEmpty { throw RPCError(.notFound, "There is nothing.") }
      return request
    })
    try await withServer(service) { channel, _ in
      // The first waits for the connection, and holds its stream; one whose timer runs on is held too.
      for _ in 0..<2 {
        _ = try? await channel.unary(
          TestMethods.echo, TestMessage(count: bytes), .bounded, as: TestMessage.self)
      }
      try await channel.onLoop { channel throws(RPCError) in
        let terms = CallTerms(TestMethods.echo, CallOptions(), channel.options)
        let opened = channel.core.value.openNow(terms) { used in
          #expect(used.outgoing.capacity > 0, "It has the memory of the call before.")
          expectNew(used, terms)
        }
        opened?.cancel()
        #expect(opened != nil)
      }
    }
  }

  @Test func `a client's stream that no handler saw is as new for the next one`() async throws {
    try await withServer(TestService()) { channel, _ in
      _ = try await channel.unary(
        TestMethods.echo, TestMessage("first"), .bounded, as: TestMessage.self)
      try await channel.onLoop { channel throws(RPCError) in
        let terms = CallTerms(TestMethods.echo, CallOptions(), channel.options)
        channel.core.value.openNow(terms) { used in
          used.progress = { _ in }
          used.closed(.unprocessed)
          #expect(used.isUnprocessed)
          #expect(used.retire())
          used.begin(terms)
          expectNew(used, terms)
        }?.cancel()
      }
    }
  }

  /// On the loop, of a stream that has just become that of a call with these terms.
  private func expectNew(_ used: ClientStream, _ terms: CallTerms) {
    guard let connection = used.connection as? ClientConnection else {
      Issue.record("It is a stream of no client.")
      return
    }
    let fresh = ClientStream(connection, mark: used.mark)
    fresh.begin(terms)
    expectSame(used, fresh)
  }
}
