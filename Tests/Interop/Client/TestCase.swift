import InteropProtos
import RPC

/// The cases, by grpc's names.
enum TestCase: String, CaseIterable {
  case emptyUnary = "empty_unary"
  case largeUnary = "large_unary"
  case clientCompressedUnary = "client_compressed_unary"
  case serverCompressedUnary = "server_compressed_unary"
  case clientStreaming = "client_streaming"
  case serverStreaming = "server_streaming"
  case clientCompressedStreaming = "client_compressed_streaming"
  case serverCompressedStreaming = "server_compressed_streaming"
  case pingPong = "ping_pong"
  case emptyStream = "empty_stream"
  case customMetadata = "custom_metadata"
  case statusCodeAndMessage = "status_code_and_message"
  case specialStatusMessage = "special_status_message"
  case unimplementedMethod = "unimplemented_method"
  case unimplementedService = "unimplemented_service"
  case cancelAfterBegin = "cancel_after_begin"
  case cancelAfterFirstResponse = "cancel_after_first_response"
  case timeoutOnSleepingServer = "timeout_on_sleeping_server"
  case rpcSoak = "rpc_soak"
  case channelSoak = "channel_soak"
  /// 1,000 calls of large_unary at once.
  case concurrentLargeUnary = "concurrent_large_unary"

  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  func run(on server: Server) async throws {
    switch self {
    case .emptyUnary: try await server.emptyUnary()
    case .largeUnary: try await server.largeUnary()
    case .clientCompressedUnary: try await server.clientCompressedUnary()
    case .serverCompressedUnary: try await server.serverCompressedUnary()
    case .clientCompressedStreaming: try await server.clientCompressedStreaming()
    case .serverCompressedStreaming: try await server.serverCompressedStreaming()
    case .clientStreaming: try await server.clientStreaming()
    case .serverStreaming: try await server.serverStreaming()
    case .pingPong: try await server.pingPong()
    case .emptyStream: try await server.emptyStream()
    case .customMetadata: try await server.customMetadata()
    case .statusCodeAndMessage: try await server.statusCodeAndMessage()
    case .specialStatusMessage: try await server.specialStatusMessage()
    case .unimplementedMethod: try await server.unimplementedMethod()
    case .unimplementedService: try await server.unimplementedService()
    case .cancelAfterBegin: try await server.cancelAfterBegin()
    case .cancelAfterFirstResponse: try await server.cancelAfterFirstResponse()
    case .timeoutOnSleepingServer: try await server.timeoutOnSleepingServer()
    case .rpcSoak: try await server.soak()
    case .channelSoak: try await server.channelSoak()
    case .concurrentLargeUnary: try await server.concurrentLargeUnary()
    }
  }
}

/// What the server did that it should not have.
struct Mismatch: Error, CustomStringConvertible {
  let description: String
}

/// Throws when the two are not the same.
func expect<T: Equatable>(_ found: T, _ expected: T, _ what: String) throws {
  if found != expected { throw Mismatch(description: "\(what) is \(found), not \(expected)") }
}

/// Throws when `body` does not end with this status.
func expectStatus(
  _ code: RPCError.Code, _ message: String? = nil, _ body: () async throws -> Void
) async throws {
  do {
    try await body()
  } catch let error as RPCError {
    try expect(error.code, code, "the status")
    if let message { try expect(error.message, message, "the status message") }
    return
  }
  throw Mismatch(description: "the call succeeded, \(code) was expected")
}
