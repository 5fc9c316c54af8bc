import InteropProtos
import RPC

private let compressed = CallOptions(timeout: .seconds(60), compression: .gzip)

/// Each case that compresses requests begins with one that says it is compressed and is not: a server
/// that takes it does not look.
extension Server {
  func clientCompressedUnary() async throws {
    if seesCompression {
      try await expectStatus(.invalidArgument) {
        _ = try await client.unaryCall(unaryRequest(expectCompressed: true), .bounded)
      }
    }
    for (options, isCompressed) in [(compressed, true), (.bounded, false)] {
      let reply = try await client.unaryCall(
        unaryRequest(expectCompressed: isCompressed), options)
      try expectZeros(reply.payload, 314_159)
    }
  }

  func serverCompressedUnary() async throws {
    for isCompressed in [true, false] {
      let request = GrpcTestingSimpleRequest(
        responseSize: 314_159, payload: .zeros(271_828),
        responseCompressed: GrpcTestingBoolValue(value: isCompressed))
      let reply = try await channel.unaryReply(
        GrpcTestingTestServiceMethods.unaryCall, request, .bounded,
        as: GrpcTestingSimpleResponse.self)
      try expectZeros(reply.message.payload, 314_159)
      try expect(reply.wasCompressed, isCompressed, "that the reply is compressed")
    }
  }

  func clientCompressedStreaming() async throws {
    if seesCompression {
      try await expectStatus(.invalidArgument) {
        _ = try await client.streamingInputCall(.bounded) { requests in
          try await requests.write(streamRequest(27_182, expectCompressed: true))
        }
      }
    }
    let reply = try await client.streamingInputCall(compressed) { requests in
      try await requests.write(streamRequest(27_182, expectCompressed: true))
      try await requests.write(
        streamRequest(45_904, expectCompressed: false), compressed: false)
    }
    try expect(reply.aggregatedPayloadSize, 73_086, "the aggregated size")
  }

  func serverCompressedStreaming() async throws {
    let expected: [(size: Int, isCompressed: Bool)] = [(31_415, true), (92_653, false)]
    let request = GrpcTestingStreamingOutputCallRequest(
      responseParameters: expected.map {
        GrpcTestingResponseParameters(
          size: Int32($0.size), compressed: GrpcTestingBoolValue(value: $0.isCompressed))
      })
    let stream = try await client.streamingOutputCall(request, .bounded)
    var replies = stream.makeAsyncIterator()
    for (size, isCompressed) in expected {
      try expectZeros(try await replies.next()?.payload, size)
      try expect(
        await stream.lastWasCompressed, isCompressed, "that the reply is compressed")
    }
    try expect(try await replies.next(), nil, "what follows the last reply")
  }

  private func unaryRequest(expectCompressed: Bool) -> GrpcTestingSimpleRequest {
    GrpcTestingSimpleRequest(
      responseSize: 314_159, payload: .zeros(271_828),
      expectCompressed: GrpcTestingBoolValue(value: expectCompressed))
  }

  private func streamRequest(
    _ size: Int, expectCompressed: Bool
  ) -> GrpcTestingStreamingInputCallRequest {
    GrpcTestingStreamingInputCallRequest(
      payload: .zeros(size), expectCompressed: GrpcTestingBoolValue(value: expectCompressed))
  }
}
