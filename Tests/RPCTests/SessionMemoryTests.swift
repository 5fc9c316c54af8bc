import NIOCore
import RPCTestSupport
import Testing

@testable import RPC

/// The memory that nghttp2's sessions have on one event loop.
struct SessionMemoryTests {
  private static let streams: [UInt32] = [1, 3, 5]

  /// A session that has a response to give, with a header list that fills several frames (28 KB) and a
  /// body that does (60 KB), all of it made of one letter: whose bytes a frame has is told by them.
  private final class Responder {
    let session: HTTP2Session
    private var responses: [HTTP2Stream] = []

    init(_ letter: UInt8, _ memory: MemoryPool) throws {
      session = try HTTP2Session(role: .server, settings: HTTP2Settings(), memory: memory)
      let input =
        Frames.preface + Frames.settings()
        + SessionMemoryTests.streams.flatMap { Frames.headers($0) }
      try unsafe input.withUnsafeBytes { try unsafe session.receive($0) }
      for id in SessionMemoryTests.streams {
        let stream = HTTP2Stream(mark: 1 << 20)
        stream.id = Int32(id)
        stream.outgoing.writeRepeatingByte(letter, count: 20_000)
        stream.end = .endStream
        responses.append(stream)
        var list = HeaderList()
        list.add(":status", "200")
        let value = (0..<14).map { _ in letter }
        for number in 0..<1_000 { list.add("x-\(letter)-\(number)".utf8, value) }
        session.respond(stream, list, hasBody: true)
      }
    }

    /// The bytes of the next call that has some.
    func next() throws -> [UInt8] {
      var buffer = ByteBuffer()
      try session.fill(&buffer, limit: 1)
      return Array(buffer.readableBytesView)
    }
  }

  @Test func `sessions that pack frames in turn send what each would send alone`() throws {
    let letters: [UInt8] = [UInt8(ascii: "a"), UInt8(ascii: "z")]
    let alone = try letters.map { letter in
      let responder = try Responder(letter, MemoryPool())
      var whole = ByteBuffer()
      try responder.session.fill(&whole, limit: .max)
      return Array(whole.readableBytesView)
    }
    let memory = MemoryPool()
    let responders = try letters.map { try Responder($0, memory) }
    var together: [[UInt8]] = [[], []]
    var calls = 0
    while true {
      let frames = try responders.map { try $0.next() }
      if frames.allSatisfy(\.isEmpty) { break }
      for (index, bytes) in frames.enumerated() { together[index] += bytes }
      calls += 1
    }
    #expect(together[0] == alone[0])
    #expect(together[1] == alone[1])
    // SETTINGS, its acknowledgement, WINDOW_UPDATE; of each response HEADERS, CONTINUATION and two DATA.
    #expect(calls >= 3 + 3 * 4, "\(calls)")
  }

  @Test func `a client's preface is its own, however many connect at once`() throws {
    let memory = MemoryPool()
    let sessions = try (0..<2).map { _ in
      try HTTP2Session(role: .client, settings: HTTP2Settings(), memory: memory)
    }
    let server = try Responder(UInt8(ascii: "s"), memory)
    for session in sessions {
      _ = try server.next()
      var buffer = ByteBuffer()
      try session.fill(&buffer, limit: .max)
      #expect(Array(buffer.readableBytesView).starts(with: Frames.preface))
    }
  }
}
