import InteropProtos
import RPC

extension Server {
  func customMetadata() async throws {
    let initialName = "x-grpc-test-echo-initial"
    let initial = "test_initial_metadata_value"
    let trailingName = "x-grpc-test-echo-trailing-bin"
    let trailing: [UInt8] = [0xab, 0xab, 0xab]
    var metadata: Metadata = [:]
    metadata.add(initialName, initial)
    metadata.add(trailingName, bytes: trailing)

    let reply = try await channel.unaryReply(
      GrpcTestingTestServiceMethods.unaryCall,
      GrpcTestingSimpleRequest(responseSize: 314_159, payload: .zeros(271_828)),
      .bounded(metadata), as: GrpcTestingSimpleResponse.self)
    try expectZeros(reply.message.payload, 314_159)
    try expect(reply.initialMetadata[initialName], initial, "the initial metadata")
    try expect(reply.trailingMetadata.binary(trailingName), trailing, "the trailing metadata")

    let (requests, replies) = try await client.fullDuplexCall(.bounded(metadata))
    try await requests.write(
      GrpcTestingStreamingOutputCallRequest(
        responseParameters: [GrpcTestingResponseParameters(size: 314_159)],
        payload: .zeros(271_828)))
    await requests.finish()
    for try await reply in replies { try expectZeros(reply.payload, 314_159) }
    try expect(
      await replies.initialMetadata[initialName], initial, "the stream's initial metadata")
    try expect(
      await replies.trailingMetadata.binary(trailingName), trailing,
      "the stream's trailing metadata")
  }

  func statusCodeAndMessage() async throws {
    let message = "test status message"
    let status = GrpcTestingEchoStatus(code: 2, message: message)
    try await expectStatus(.unknown, message) {
      _ = try await client.unaryCall(GrpcTestingSimpleRequest(responseStatus: status), .bounded)
    }
    try await expectStatus(.unknown, message) {
      let (requests, replies) = try await client.fullDuplexCall(.bounded)
      try await requests.write(GrpcTestingStreamingOutputCallRequest(responseStatus: status))
      await requests.finish()
      for try await _ in replies {}
    }
  }

  func specialStatusMessage() async throws {
    let message = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n"
    let status = GrpcTestingEchoStatus(code: 2, message: message)
    try await expectStatus(.unknown, message) {
      _ = try await client.unaryCall(GrpcTestingSimpleRequest(responseStatus: status), .bounded)
    }
  }

  func unimplementedMethod() async throws {
    try await expectStatus(.unimplemented) {
      _ = try await client.unimplementedCall(GrpcTestingEmpty(), .bounded)
    }
  }

  func unimplementedService() async throws {
    let client = GrpcTestingUnimplementedServiceClient(channel)
    try await expectStatus(.unimplemented) {
      _ = try await client.unimplementedCall(GrpcTestingEmpty(), .bounded)
    }
  }
}
