import GRPCCore
import GRPCNIOTransportHTTP2Posix
import GRPCProtobuf
import NIOPosix

/// bench.Echo/Unary on grpc-swift-2, by one event loop: `server PORT`.
///
/// `Generated` was made from bench/echo.proto, without what Unary does not need, by protoc-gen-swift and
/// protoc-gen-grpc-swift-2 of the packages that this one depends on: to build those takes longer than
/// all the rest.
@main struct Server {
  static func main() async throws {
    guard let port = CommandLine.arguments.dropFirst().first.flatMap({ Int($0) }) else {
      print("usage: server PORT")
      return
    }
    var config = HTTP2ServerTransport.Posix.Config.defaults
    config.http2.maxConcurrentStreams = 1_000
    let transport = HTTP2ServerTransport.Posix(
      address: .ipv4(host: "127.0.0.1", port: port), transportSecurity: .plaintext, config: config,
      eventLoopGroup: MultiThreadedEventLoopGroup(numberOfThreads: 1))
    let server = GRPCServer(transport: transport, services: [Echo()])
    try await server.serve()
  }
}

struct Echo: Bench_Echo.SimpleServiceProtocol {
  func unary(
    request: Bench_EchoRequest, context: ServerContext
  ) async throws -> Bench_EchoReply {
    .with {
      $0.id = request.id
      $0.name = request.name
      $0.value = request.value + 1
      $0.kind = request.kind
      $0.tags = request.tags
    }
  }
}
