import RPC
import RPCTestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct MetadataTests {
  @Test func `metadata goes there and comes back, before and after the message`() async throws {
    let service = TestService(echo: { request, call in
      call.setInitialMetadata(call.metadata)
      call.addTrailingMetadata(call.metadata)
      return request
    })
    var metadata: Metadata = ["one": "1", "Many": "a", "many": "b"]
    metadata.add("blob-bin", bytes: [0, 255, 1])
    metadata.add("blob-bin", bytes: [])
    try await withServer(service) { channel, _ in
      let reply = try await channel.unaryReply(
        TestMethods.echo, TestMessage("x"),
        CallOptions(metadata: metadata, timeout: .seconds(20)), as: TestMessage.self)
      for received in [reply.initialMetadata, reply.trailingMetadata] {
        #expect(received["one"] == "1")
        #expect(received.values("many") == ["a", "b"])
        #expect(received.binaries("blob-bin") == [[0, 255, 1], []])
      }
    }
  }

  @Test func `what cannot travel is left out and does not end the call`() async throws {
    let service = TestService(echo: { _, call in
      TestMessage(call.metadata.entries.map(\.name).sorted().joined(separator: " "))
    })
    var metadata: Metadata = [
      "te": "gzip", "grpc-timeout": "1n", ":path": "/", "content-type": "text/html",
      "bad name": "x", "": "x", "accent": "é", "line": "a\nb", "text-bin": "no bytes", "good": "y",
    ]
    metadata.add("bytes", bytes: [1])
    try await withServer(service) { channel, _ in
      let reply = try await channel.echo(
        TestMessage("x"), CallOptions(metadata: metadata, timeout: .seconds(20)))
      #expect(reply.text == "good user-agent")
    }
  }

  @Test func `a stream has its metadata before its first reply`() async throws {
    let service = TestService(numbers: { _, replies, call in
      call.setInitialMetadata(["early": "yes"])
      call.addTrailingMetadata(["late": "yes"])
      try await replies.write(TestMessage("0"))
    })
    try await withServer(service) { channel, _ in
      let replies = try await channel.numbers(below: 1)
      #expect(try await replies.initialMetadata["early"] == "yes")
      for try await _ in replies {}
      #expect(await replies.trailingMetadata["late"] == "yes")
    }
  }

  @Test func `trailers that are too large to send end the call`() async throws {
    let service = TestService(echo: { request, call in
      call.addTrailingMetadata(["large": String(repeating: "x", count: 70_000)])
      return request
    })
    try await withServer(service) { channel, _ in
      let error = await status { _ = try await channel.echo(TestMessage("x")) }
      #expect(error?.code == .internalError)
    }
  }
}
