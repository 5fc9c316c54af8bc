import NIOSSL
import RPC
import RPCTestSupport
import Testing

/// One server for all cases, plain and TLS.
struct H2SpecServer {
  enum Transport: CaseIterable, Sendable { case plain, tls }

  @TaskLocal static var current: H2SpecServer?

  fileprivate let ports: [Transport: Int]
  fileprivate let tls: NIOSSLContext

  func connect(_ transport: Transport) async throws -> FramePeer {
    try await FramePeer(
      port: try #require(ports[transport]), preface: false, tls: transport == .tls ? tls : nil)
  }
}

/// Runs a suite beside the server, which has to serve a proper call when all is done.
struct ServingH2Spec: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?,
    performing body: @concurrent @Sendable () async throws -> Void
  ) async throws {
    let certificates = try Certificates()
    try certificates.make("server", "DNS:localhost,IP:127.0.0.1")
    var client = TLSConfiguration.makeClientConfiguration()
    client.trustRoots = .file(certificates.path("ca.pem"))
    client.certificateVerification = .noHostnameVerification
    client.applicationProtocols = ["h2"]
    let context = try NIOSSLContext(configuration: client)

    var secure = options
    secure.tls = TLSOptions(
      certificateChain: certificates.path("server.pem"),
      privateKey: certificates.path("server.key"))
    try await withServer(options: options) { plainChannel, plainPort in
      try await withServer(options: secure) { _, securePort in
        let server = H2SpecServer(
          ports: [.plain: plainPort, .tls: securePort], tls: context)
        try await H2SpecServer.$current.withValue(server) { try await body() }
        let answer = try await plainChannel.echo(TestMessage("still there"))
        #expect(answer.text == "still there")
      }
    }
  }

  private var options: ServerOptions {
    var options = ServerOptions()
    options.limits.concurrentStreams = H2Spec.grantedStreams
    return options
  }
}

extension Trait where Self == ServingH2Spec {
  static var servingH2Spec: Self { ServingH2Spec() }
}
