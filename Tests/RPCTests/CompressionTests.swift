import Foundation
import NIOCore
import RPCTestSupport
import Testing

@testable import RPC

/// Messages compressed by gzip and deflate, both ways.
@Suite(.timeLimit(.minutes(1)))
struct CompressionTests {
  private static let gzipCall = Frames.call + [("grpc-encoding", "gzip")]

  private func compressed(_ bytes: [UInt8], _ compression: Compression = .gzip) throws -> [UInt8] {
    try #require(unsafe bytes.withUnsafeBytes { unsafe compression.compress($0) })
  }

  private func decompressed(_ bytes: [UInt8], limit: Int = 1 << 20) throws -> [UInt8]? {
    try unsafe bytes.withUnsafeBytes { unsafe try Compression.gzip.decompress($0, limit: limit) }
  }

  @Test(arguments: Compression.allCases, [0, 1, 5_000, 16 << 10, 3_000_000])
  func `a message comes through both ways`(compression: Compression, count: Int) async throws {
    let service = TestService(echo: { request, call in
      #expect(call.requestWasCompressed == (request.bytes.count > 100))
      call.compressReplies(with: compression)
      return request
    })
    try await withServer(service) { channel, _ in
      let options = CallOptions(timeout: .seconds(20), compression: compression)
      let reply = try await channel.unaryReply(
        TestMethods.echo, TestMessage(count: count), options, as: TestMessage.self)
      #expect(reply.message == TestMessage(count: count))
      // A message that would not become smaller is sent as it is.
      #expect(reply.wasCompressed == (count > 100))
    }
  }

  @Test(
    arguments: [
      ("", []), ("gzip", [.gzip]), ("identity,deflate,gzip", [.gzip, .deflate]),
      ("identity, deflate", [.deflate]), (" ,,gzip , ", [.gzip]), ("identity", []),
      ("br, xgzip, gzi, gzipx", []), ("deflate gzip", [.gzip, .deflate]),
    ] as [(String, Set<Compression>)])
  func `what a peer can read is taken from its list`(list: String, accepted: Set<Compression>) {
    let found = AcceptedCompressions(ArraySlice(list.utf8))
    for compression in Compression.allCases {
      #expect(found.contains(compression) == accepted.contains(compression))
    }
    #expect(found.isEmpty == accepted.isEmpty)
  }

  @Test func `a compressed reply counts no more when its caller has it`() async throws {
    let service = TestService(echo: { request, call in
      call.compressReplies(with: .gzip)
      return request
    })
    var options = ChannelOptions()
    options.unreadBytes = 64 << 10
    try await withServer(service, channel: options) { channel, _ in
      // Half of it becomes hardly smaller: 100 calls bring more than the budget and the fair part.
      let noise = (0..<4_096).map { _ in UInt8.random(in: 1...127) }
      let message = TestMessage(noise + Array(repeating: 1, count: 4_096))
      for _ in 0..<100 {
        let reply = try await channel.unaryReply(
          TestMethods.echo, message, CallOptions(), as: TestMessage.self)
        #expect(reply.message == message && reply.wasCompressed)
      }
    }
  }

  @Test func `a stream chooses for each message`() async throws {
    let service = TestService(chat: { requests, replies, call in
      call.compressReplies(with: .deflate)
      for try await request in requests {
        try await replies.write(request, compressed: call.requestWasCompressed)
      }
    })
    try await withServer(service) { channel, _ in
      let (requests, stream) = try await channel.bidirectional(
        TestMethods.chat, CallOptions(timeout: .seconds(20), compression: .gzip),
        requests: TestMessage.self, as: TestMessage.self)
      var replies = stream.makeAsyncIterator()
      for compressed in [true, false, true] {
        try await requests.write(TestMessage(count: 5_000), compressed: compressed)
        #expect(try await replies.next() == TestMessage(count: 5_000))
        #expect(await stream.lastWasCompressed == compressed)
      }
      await requests.finish()
      #expect(try await replies.next() == nil)
    }
  }

  @Test(arguments: [
    ("gzip", "gzip"), ("identity,deflate, gzip", "gzip"), ("deflate", nil), ("", nil),
    ("snappy", nil),
  ])
  func `replies are compressed as the client accepts it`(
    accepted: String, used: String?
  ) async throws {
    let service = TestService(echo: { request, call in
      call.compressReplies(with: .gzip)
      return request
    })
    try await withServer(service) { _, port in
      let message = Array(repeating: UInt8(7), count: 5_000)
      let call = try await RawCall.make(
        port, Frames.call + [("grpc-accept-encoding", accepted)], body: Frames.message(message))
      #expect(call["grpc-status"] == "0")
      #expect(call["grpc-encoding"] == used)
      #expect(call.body.first == (used == nil ? 0 : 1))
      if used != nil { #expect(try decompressed(Array(call.body.dropFirst(5))) == message) }
    }
  }

  @Test func `a message that becomes too large is refused at its limit`() async throws {
    let bomb = try compressed(Array(repeating: 0, count: 64 << 20))
    #expect(bomb.count < 100_000)
    try await withServer { _, port in
      let call = try await RawCall.make(
        port, Self.gzipCall, body: Frames.message(bomb, flag: 1))
      #expect(call["grpc-status"] == "8")
    }
  }

  @Test func `a reply that becomes too large is exhausted at the client too`() async throws {
    let service = TestService(echo: { _, call in
      call.compressReplies(with: .gzip)
      return TestMessage(count: 5 << 20)
    })
    try await withServer(service) { channel, _ in
      let error = await status { _ = try await channel.echo(TestMessage("x")) }
      #expect(error?.code == .resourceExhausted)
    }
  }

  @Test func `an event loop serves others while a reply is compressed`() async throws {
    var options = ServerOptions()
    options.eventLoops = 1
    var state: UInt64 = 1
    // Longer than what gzip looks back to, so that repeating it compresses no better.
    let block = (0..<1 << 20).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    // Not by `joined`, which in a debug build takes a thread for ten seconds.
    let random = (0..<24).reduce(into: []) { random, _ in random += block }
    let isReplying = Signal()
    let service = TestService(
      echo: { request, _ in request },
      join: { _, call in
        call.compressReplies(with: .gzip)
        isReplying.set()
        return TestMessage(random)
      })
    try await withServer(service, options: options) { channel, port in
      _ = try await channel.echo(TestMessage("connect"))
      let clock = ContinuousClock()
      let alone = clock.measure {
        _ = unsafe random.withUnsafeBytes { unsafe Compression.gzip.compress($0) }
      }
      let call = Task {
        let join = Frames.call.map { $0.0 == ":path" ? ($0.0, "/test.Service/Join") : $0 }
        return try await RawCall.make(port, join + [("grpc-accept-encoding", "gzip")])
      }
      try await isReplying.wait()
      // On the loop it would begin before anything else, and nothing be served for all of its time.
      let end = clock.now + alone / 2
      var served = 0
      while true {
        _ = try await channel.echo(TestMessage("x"))
        guard clock.now < end else { break }
        served += 1
      }
      #expect(served > 1)
      #expect(try await call.value["grpc-status"] == "0")
    }
  }

  /// A message that knows on which thread it was decoded.
  private struct Placed: WireMessage {
    let isHere: @Sendable () -> Bool
    init(wireBytes: UnsafeRawBufferPointer) {
      let thread = pthread_self()
      isHere = { pthread_equal(thread, pthread_self()) != 0 }
    }
    func appendWireBytes(to buffer: inout ByteBuffer) {}
    static func == (left: Self, right: Self) -> Bool { true }
  }

  private struct Where: RPCService {
    var handlers: [RPCHandler] {
      [
        .unary(TestMethods.echo) { (request: Placed, _) in
          TestMessage(request.isHere() ? "loop" : "pool")
        }
      ]
    }
  }

  @Test(arguments: [(100, "loop"), (8 << 10, "loop"), (9 << 10, "pool"), (3 << 20, "pool")])
  func `what becomes long is decompressed off the event loop`(
    count: Int, place: String
  ) async throws {
    let server = RPCServer(services: [Where()])
    let port = try await server.start(host: "127.0.0.1", port: 0)
    let body = Frames.message(try compressed(Array(repeating: 7, count: count)), flag: 1)
    let call = try await RawCall.make(port, Self.gzipCall, body: body)
    #expect(call.body == Frames.message(Array(place.utf8)))
    await server.stop(grace: .seconds(5))
  }

  @Test func `small messages in one stream come through in order`() async throws {
    try await withServer { channel, _ in
      let (requests, stream) = try await channel.bidirectional(
        TestMethods.chat, CallOptions(timeout: .seconds(20), compression: .gzip),
        requests: TestMessage.self, as: TestMessage.self)
      let writing = Task {
        for number in 0..<500 {
          try await requests.write(
            TestMessage("\(number) " + String(repeating: "x", count: number * 40)),
            compressed: number % 3 != 0)
        }
        await requests.finish()
      }
      var next = 0
      for try await reply in stream {
        #expect(reply.text.hasPrefix("\(next) "))
        next += 1
      }
      try await writing.value
      #expect(next == 500)
    }
  }

  @Test(arguments: [0, 1]) func `the limit itself is allowed`(over: Int) throws {
    let bytes = try compressed(Array(repeating: 0, count: 100_000 + over))
    if over == 0 {
      #expect(try decompressed(bytes, limit: 100_000)?.count == 100_000)
    } else {
      #expect(try decompressed(bytes, limit: 100_000) == nil)
    }
  }

  @Test(arguments: ["cut", "not gzip", "empty", "followed by more", "damaged"])
  func `bytes that are no gzip are an error`(what: String) async throws {
    var bytes = try compressed(Array("a message of some length".utf8))
    switch what {
    case "cut": bytes.removeLast()
    case "not gzip": bytes = [1, 2, 3]
    case "empty": bytes = []
    case "followed by more": bytes.append(0)
    default: bytes[bytes.count - 5] ^= 1
    }
    try await withServer { _, port in
      let call = try await RawCall.make(
        port, Self.gzipCall, body: Frames.message(bytes, flag: 1))
      #expect(call["grpc-status"] == "13", "\(what)")
    }
  }

  @Test func `a call with an encoding may send messages that are not compressed`() async throws {
    try await withServer { _, port in
      let call = try await RawCall.make(port, Self.gzipCall, body: Frames.message([1]))
      #expect(call["grpc-status"] == "0")
      #expect(call.body == Frames.message([1]))
    }
  }
}
