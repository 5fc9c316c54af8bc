import RPC
import RPCTestSupport
import Testing

/// Requests that no proper client sends, and what the server answers.
@Suite(.timeLimit(.minutes(1)))
struct ProtocolTests {
  /// The call's header list with some fields replaced; nil removes one.
  private static func fields(_ changes: [(String, String?)]) -> [(String, String)] {
    var fields = Frames.call
    for (name, value) in changes {
      let index = fields.firstIndex { $0.0 == name }
      switch (index, value) {
      case (let index?, let value?): fields[index].1 = value
      case (let index?, nil): fields.remove(at: index)
      case (nil, let value?): fields.append((name, value))
      case (nil, nil): break
      }
    }
    return fields
  }

  private func call(
    _ changes: [(String, String?)] = [], body: [UInt8] = Frames.message([1, 2, 3]),
    service: TestService = TestService(), options: ServerOptions = ServerOptions()
  ) async throws -> RawCall {
    try await withServer(service, options: options) { _, port in
      try await RawCall.make(port, Self.fields(changes), body: body)
    }
  }

  @Test func `a proper call is answered with headers, a message and trailers`() async throws {
    let call = try await call()
    #expect(call.headers.map(\.0) == [":status", "content-type"])
    #expect(call["content-type"] == "application/grpc")
    #expect(call.body == Frames.message([1, 2, 3]))
    #expect(call.trailers.map(\.0) == ["grpc-status"])
    #expect(call["grpc-status"] == "0")
    #expect(call.reset == nil)
  }

  @Test(arguments: [
    "application/grpc", "application/grpc+proto", "application/grpc;charset=utf-8",
    "application/grpc+proto;charset=utf-8",
  ])
  func `content types of gRPC are served`(type: String) async throws {
    #expect(try await call([("content-type", type)])["grpc-status"] == "0")
  }

  @Test(arguments: [
    "text/html", "application/grpc+json", "application/grpc+protox", "application/grpc-web",
    "application/grpcx", "application/json", nil,
  ])
  func `other content types are 415 with a text body`(type: String?) async throws {
    let call = try await call([("content-type", type)])
    #expect(call[":status"] == "415")
    #expect(call["grpc-status"] == nil)
    #expect(call.body.count >= 5)
  }

  @Test(arguments: ["GET", "PUT", "DELETE", "OPTIONS"])
  func `other verbs are 405 with a text body`(verb: String) async throws {
    let call = try await call([(":method", verb)])
    #expect(call[":status"] == "405")
    #expect(call["allow"] == "POST")
    #expect(call.body.count >= 5)
  }

  @Test func `what is not gRPC's is answered when it has ended`() async throws {
    try await withServer { _, port in
      let peer = try await FramePeer(port: port)
      let get = [(":method", "GET"), (":scheme", "http"), (":path", "/"), (":authority", "test")]
      peer.send(Frames.headers(1, get) + Frames.ping("early"))
      let early = try await peer.next {
        $0.stream == 1 || $0.payload == Frames.pingPayload("early")
      }
      #expect(early?.kind == .ping)
      peer.send(Frames.data(1, [], Frames.endStream))
      let answered = try await eventually {
        peer.frames.contains { $0.stream == 1 && $0.endsStream }
      }
      #expect(answered)
      #expect(!peer.frames.contains { $0.kind == .reset })
      // What breaks the rules before the end is told, not what was asked.
      peer.send(Frames.headers(3, get) + Frames.ping("early"))
      _ = try await peer.next { $0.stream == 3 || $0.payload == Frames.pingPayload("early") }
      peer.send(Frames.windowUpdate(3, 0))
      #expect(try await peer.goAway() == 1)
      #expect(!peer.frames.contains { $0.stream == 3 && $0.kind == .headers })
      await peer.close()
    }
  }

  @Test func `the end of a long body that is not gRPC's is not waited for`() async throws {
    try await withServer { _, port in
      let peer = try await FramePeer(port: port)
      peer.send(Frames.headers(1, Self.fields([("content-type", "text/plain")])))
      for _ in 0..<3 { peer.send(Frames.data(1, [UInt8](repeating: 0x78, count: 8_000))) }
      #expect(try await peer.reset(1) == 0)
      #expect(peer.frames.contains { $0.stream == 1 && $0.kind == .headers })
      await peer.close()
    }
  }

  @Test(arguments: ["/", "/test.Service", "/test.Service/", "/test.Service/Echo/", "/echo", "*"])
  func `an unknown path is unimplemented, trailers only`(path: String) async throws {
    let call = try await call([(":path", path)])
    #expect(call.reset != nil || call["grpc-status"] == "12")
    if call.reset == nil { #expect(call.trailers.isEmpty && call[":status"] == "200") }
  }

  @Test(arguments: ["1", "S", "-1S", "1s", "123456789S", ""])
  func `a malformed timeout is an error`(timeout: String) async throws {
    #expect(try await call([("grpc-timeout", timeout)])["grpc-status"] == "13")
  }

  @Test func `an unknown encoding is unimplemented and says what is known`() async throws {
    let call = try await call([("grpc-encoding", "snappy")])
    #expect(call["grpc-status"] == "12")
    #expect(call["grpc-accept-encoding"] == "identity,deflate,gzip")
    #expect(try await self.call([("grpc-encoding", "identity")])["grpc-status"] == "0")
  }

  @Test(arguments: [
    ("a compressed flag without encoding", Frames.message([1], flag: 1), "13"),
    ("an unknown flag", Frames.message([1], flag: 2), "13"),
    ("a length of 4 GiB", Frames.message([], length: .max), "8"),
    ("a length over the limit", Frames.message([], length: 4 << 20 + 1), "8"),
    ("no message", [], "12"), ("two messages", Frames.message([1]) + Frames.message([2]), "12"),
    ("a message and a half", Frames.message([1]) + [0, 0], "12"),
    ("half a prefix", [0, 0], "13"), ("half a message", Frames.message([1, 2], length: 5), "13"),
    ("a malformed message", Frames.message([0xff]), "3"),
  ])
  func `a body that is wrong has its status`(
    what: String, body: [UInt8], status: String
  ) async throws {
    #expect(try await call(body: body)["grpc-status"] == status, "\(what)")
  }

  @Test func `a length over the limit is refused before the message is sent`() async throws {
    try await withServer { _, port in
      let call = try await RawCall.make(
        port, body: Frames.message([], length: .max), endStream: false)
      #expect(call["grpc-status"] == "8")
    }
  }

  @Test func `metadata that is no base64 is an error`() async throws {
    #expect(try await call([("blob-bin", "***")])["grpc-status"] == "13")
  }

  @Test func `a deadline that passes before the message is there ends the call`() async throws {
    try await withServer { _, port in
      let call = try await RawCall.make(
        port, Self.fields([("grpc-timeout", "100m")]), body: [0, 0], endStream: false)
      #expect(call["grpc-status"] == "4")
    }
  }

  @Test func `a client stream that stops in the middle of a message is an error`() async throws {
    let call = try await call([(":path", "/test.Service/Join")], body: [0, 0, 0, 0, 9, 1])
    #expect(call["grpc-status"] == "13")
  }

  @Test func `an early answer to a client stream ends it`() async throws {
    let service = TestService(join: { _, _ in throw RPCError(.aborted, "no") })
    try await withServer(service) { _, port in
      let fields = Self.fields([(":path", "/test.Service/Join")])
      let call = try await RawCall.make(port, fields, endStream: false)
      #expect(call["grpc-status"] == "10")
      #expect(call.reset == nil)
    }
  }
}
