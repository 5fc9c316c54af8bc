import RPC
import RPCTestSupport
import Testing

extension Conformance.Exchange {
  /// A service that does as the definition says, and fails with DATA_LOSS where what it was sent is
  /// not what the definition says.
  var service: TestService {
    let one = self
    let reply = TestMessage(Conformance.messageBytes)
    return TestService(
      echo: { _, call in
        try one.begin(call)
        try one.end()
        return reply
      },
      numbers: { _, replies, call in
        try one.begin(call)
        for _ in 0..<one.replies { try await replies.write(reply) }
        try one.end()
      },
      join: { requests, call in
        try one.begin(call)
        var count = 0
        for try await _ in requests { count += 1 }
        try one.check(count == one.requests)
        try one.end()
        return reply
      },
      chat: { requests, replies, call in
        try one.begin(call)
        var count = 0
        for try await _ in requests {
          count += 1
          if one.kind == .fullDuplex, count <= one.replies { try await replies.write(reply) }
        }
        try one.check(count == one.requests)
        if one.kind == .halfDuplex {
          for _ in 0..<one.replies { try await replies.write(reply) }
        }
        try one.end()
      })
  }

  private func begin(_ call: ServerCall) throws {
    try check(
      call.metadata.values("x-conformance-test")
        == Conformance.values(metadata, "x-conformance-test"))
    call.setInitialMetadata(Conformance.metadata(headers))
    call.addTrailingMetadata(Conformance.metadata(trailers))
  }

  private func end() throws {
    if code != .ok { throw RPCError(code, text ?? "") }
  }

  private func check(_ holds: Bool) throws {
    if !holds { throw RPCError(.dataLoss, "not what was sent") }
  }

  /// What our server makes of the definition, read from its frames.
  func tryServer() async throws {
    let path = id == "basic/unimplemented" ? "/test.Service/Unimplemented" : kind.path
    let body = (0..<requests).flatMap { _ in Conformance.message }
    let call = try await withServer(service) { _, port in
      try await RawCall.make(port, Frames.call(path) + metadata, body: body)
    }
    let fields = call.headers + call.trailers
    #expect(call[":status"] == "200")
    #expect(call["grpc-status"] == "\(code.rawValue)", "\(call["grpc-message"] ?? "")")
    if let text { #expect(call["grpc-message"] ?? "" == Conformance.percentEncoded(text)) }
    #expect(call.body == (0..<replies).flatMap { _ in Conformance.message })
    #expect(
      Conformance.values(call.headers, "x-custom-header")
        == Conformance.values(headers, "x-custom-header"))
    #expect(
      Conformance.values(fields, "x-custom-trailer")
        == Conformance.values(trailers, "x-custom-trailer"))
  }
}
