import InteropProtos
import RPC

/// The sizes of replies and requests that the streaming cases ask for.
private let replySizes = [31_415, 9, 2_653, 58_979]
private let requestSizes = [27_182, 8, 1_828, 45_904]

extension Server {
  func clientStreaming() async throws {
    let reply = try await client.streamingInputCall(.bounded) { requests in
      for size in requestSizes {
        try await requests.write(GrpcTestingStreamingInputCallRequest(payload: .zeros(size)))
      }
    }
    try expect(reply.aggregatedPayloadSize, 74_922, "the aggregated size")
  }

  func serverStreaming() async throws {
    let request = GrpcTestingStreamingOutputCallRequest(
      responseParameters: replySizes.map { GrpcTestingResponseParameters(size: Int32($0)) })
    var expected = replySizes[...]
    for try await reply in try await client.streamingOutputCall(request, .bounded) {
      guard let size = expected.popFirst() else {
        throw Mismatch(description: "a reply more than was asked for")
      }
      try expectZeros(reply.payload, size)
    }
    try expect(expected.count, 0, "the number of replies that did not come")
  }

  func pingPong() async throws {
    let (requests, stream) = try await client.fullDuplexCall(.bounded)
    var replies = stream.makeAsyncIterator()
    for (size, requestSize) in zip(replySizes, requestSizes) {
      try await requests.write(
        GrpcTestingStreamingOutputCallRequest(
          responseParameters: [GrpcTestingResponseParameters(size: Int32(size))],
          payload: .zeros(requestSize)))
      try expectZeros(try await replies.next()?.payload, size)
    }
    await requests.finish()
    try expect(try await replies.next(), nil, "what follows the last reply")
  }

  func emptyStream() async throws {
    let (requests, stream) = try await client.fullDuplexCall(.bounded)
    await requests.finish()
    var replies = stream.makeAsyncIterator()
    try expect(try await replies.next(), nil, "the first reply")
  }
}
