import InteropProtos
import RPC

/// Calls that their client ends.
extension Server {
  func cancelAfterBegin() async throws {
    try await expectStatus(.cancelled) {
      let call = Task {
        _ = try await client.streamingInputCall(.bounded) { _ in
          try await Task.sleep(for: .seconds(60))
        }
      }
      call.cancel()
      try await call.value
    }
  }

  func cancelAfterFirstResponse() async throws {
    let call = Task {
      let (requests, stream) = try await client.fullDuplexCall(.bounded)
      var replies = stream.makeAsyncIterator()
      try await requests.write(
        GrpcTestingStreamingOutputCallRequest(
          responseParameters: [GrpcTestingResponseParameters(size: 31_415)],
          payload: .zeros(27_182)))
      try expectZeros(try await replies.next()?.payload, 31_415)
      unsafe withUnsafeCurrentTask { task in unsafe task?.cancel() }
      _ = try await replies.next()
    }
    try await expectStatus(.cancelled) { try await call.value }
  }

  func timeoutOnSleepingServer() async throws {
    try await expectStatus(.deadlineExceeded) {
      let (requests, replies) = try await client.fullDuplexCall(
        CallOptions(timeout: .milliseconds(1)))
      try? await requests.write(GrpcTestingStreamingOutputCallRequest(payload: .zeros(27_182)))
      for try await _ in replies {}
    }
  }
}
