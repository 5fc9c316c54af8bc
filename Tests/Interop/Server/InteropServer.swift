import ArgumentParser
import Glibc
import InteropProtos
import RPC

/// Serves grpc.testing.TestService as grpc's interop-test-descriptions.md asks a server to.
@main struct InteropServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interop-server", abstract: "The server of gRPC's interoperability tests.")

  @Option(help: "The port to serve on; 0 lets the system choose. It is printed.")
  var port = 0
  @Option(help: "The address to serve on.")
  var host = "127.0.0.1"
  @Flag(name: [.customLong("tls"), .customLong("use-tls")], help: "Serve TLS.")
  var tls = false
  @Option(help: "PEM file of the certificate chain.")
  var certificate: String?
  @Option(help: "PEM file of the certificate's key.")
  var key: String?

  func validate() throws {
    if tls, certificate == nil || key == nil {
      throw ValidationError("--tls needs --certificate and --key.")
    }
  }

  func run() async throws {
    var options = ServerOptions()
    if tls { options.tls = TLSOptions(certificateChain: certificate, privateKey: key) }
    let server = RPCServer(services: [TestService()], options: options)
    let bound = try await server.start(host: host, port: port)
    print("serving on \(host):\(bound)")
    // To a pipe it would wait for more.
    fflush(nil)
    // Whoever started this process ends it; the task's end would end the server.
    while true { try await Task.sleep(for: .seconds(86_400)) }
  }
}
