import InteropProtos
import RPC

/// grpc.testing.TestService.
struct TestService: GrpcTestingTestServiceServer {
  func emptyCall(
    _ request: GrpcTestingEmpty, _ call: ServerCall
  ) async throws -> GrpcTestingEmpty {
    echoMetadata(of: call)
    return GrpcTestingEmpty()
  }

  func unaryCall(
    _ request: GrpcTestingSimpleRequest, _ call: ServerCall
  ) async throws -> GrpcTestingSimpleResponse {
    echoMetadata(of: call)
    try call.check(request.expectCompressed)
    try request.responseStatus?.check()
    if request.responseCompressed?.value == true { call.compressReplies(with: .gzip) }
    return GrpcTestingSimpleResponse(payload: try .zeros(request.responseSize))
  }

  func cacheableUnaryCall(
    _ request: GrpcTestingSimpleRequest, _ call: ServerCall
  ) async throws -> GrpcTestingSimpleResponse {
    try await unaryCall(request, call)
  }

  func streamingOutputCall(
    _ request: GrpcTestingStreamingOutputCallRequest,
    _ replies: ReplyWriter<GrpcTestingStreamingOutputCallResponse>, _ call: ServerCall
  ) async throws {
    echoMetadata(of: call)
    try await answer(request, replies, call)
  }

  func streamingInputCall(
    _ requests: RequestStream<GrpcTestingStreamingInputCallRequest>, _ call: ServerCall
  ) async throws -> GrpcTestingStreamingInputCallResponse {
    echoMetadata(of: call)
    var size = 0
    for try await request in requests {
      try call.check(request.expectCompressed)
      size += request.payload?.body.count ?? 0
    }
    return GrpcTestingStreamingInputCallResponse(aggregatedPayloadSize: Int32(clamping: size))
  }

  func fullDuplexCall(
    _ requests: RequestStream<GrpcTestingStreamingOutputCallRequest>,
    _ replies: ReplyWriter<GrpcTestingStreamingOutputCallResponse>, _ call: ServerCall
  ) async throws {
    echoMetadata(of: call)
    for try await request in requests { try await answer(request, replies, call) }
  }

  func halfDuplexCall(
    _ requests: RequestStream<GrpcTestingStreamingOutputCallRequest>,
    _ replies: ReplyWriter<GrpcTestingStreamingOutputCallResponse>, _ call: ServerCall
  ) async throws {
    echoMetadata(of: call)
    var received: [GrpcTestingStreamingOutputCallRequest] = []
    for try await request in requests { received.append(request) }
    for request in received { try await answer(request, replies, call) }
  }

  func unimplementedCall(
    _ request: GrpcTestingEmpty, _ call: ServerCall
  ) async throws -> GrpcTestingEmpty {
    throw RPCError(.unimplemented, "This method is there to be missing.")
  }

  /// One reply for each of the request's parameters, after the pause that it asks for.
  private func answer(
    _ request: GrpcTestingStreamingOutputCallRequest,
    _ replies: ReplyWriter<GrpcTestingStreamingOutputCallResponse>, _ call: ServerCall
  ) async throws {
    if request.responseParameters.contains(where: { $0.compressed?.value == true }) {
      call.compressReplies(with: .gzip)
    }
    try request.responseStatus?.check()
    for parameters in request.responseParameters {
      if parameters.intervalUs > 0 {
        try await Task.sleep(for: .microseconds(Int(parameters.intervalUs)))
      }
      let payload = try GrpcTestingPayload.zeros(parameters.size)
      try await replies.write(
        GrpcTestingStreamingOutputCallResponse(payload: payload),
        compressed: parameters.compressed?.value == true)
    }
  }

  private func echoMetadata(of call: ServerCall) {
    if let initial = call.metadata["x-grpc-test-echo-initial"] {
      call.setInitialMetadata(["x-grpc-test-echo-initial": initial])
    }
    if let trailing = call.metadata.binary("x-grpc-test-echo-trailing-bin") {
      var metadata = Metadata()
      metadata.add("x-grpc-test-echo-trailing-bin", bytes: trailing)
      call.addTrailingMetadata(metadata)
    }
  }
}

extension ServerCall {
  /// Refuses a request that is not compressed as it says.
  fileprivate func check(_ expected: GrpcTestingBoolValue?) throws {
    guard let expected, expected.value != requestWasCompressed else { return }
    throw RPCError(.invalidArgument, "The request is not compressed as it says.")
  }
}

extension GrpcTestingEchoStatus {
  /// Throws the status that the client wants to see.
  fileprivate func check() throws {
    guard code != 0 else { return }
    throw RPCError(RPCError.Code(rawValue: Int(code)) ?? .unknown, message)
  }
}

extension GrpcTestingPayload {
  /// A size that no test asks for must not cost its memory.
  private static let largest: Int32 = 64 << 20

  fileprivate static func zeros(_ count: Int32) throws -> GrpcTestingPayload {
    guard (0...largest).contains(count) else {
      throw RPCError(.invalidArgument, "A payload has between 0 and \(largest) bytes.")
    }
    return GrpcTestingPayload(type: .compressable, body: Array(repeating: 0, count: Int(count)))
  }
}
