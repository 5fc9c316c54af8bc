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

  private func decompressed(_ bytes: [UInt8], limit: Int = 1 << 20) throws -> [UInt8] {
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

  @Test(arguments: [0, 1]) func `the limit itself is allowed`(over: Int) throws {
    let bytes = try compressed(Array(repeating: 0, count: 100_000 + over))
    if over == 0 {
      #expect(try decompressed(bytes, limit: 100_000).count == 100_000)
    } else {
      #expect(throws: RPCError.self) { try decompressed(bytes, limit: 100_000) }
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
