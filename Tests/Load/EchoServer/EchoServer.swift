import ArgumentParser
import EchoService
import Hosting
import LoadProtos
import Logging
import RPC

/// Serves bench.Echo as a service would: calls are counted and timed, limits and deadlines hold.
@main struct EchoServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "echo-server", abstract: "The server that the benchmark measures.")

  @Option(help: "The port to serve on; 0 lets the system choose. It is printed.")
  var port = 0
  @Option(help: "The address to serve on.")
  var host = "127.0.0.1"
  @Option(help: "Event loops; 0 means one a core.")
  var loops = 1
  @Flag(help: "Serve Unary by a plain function instead of an asynchronous one.")
  var sync = false
  @Option(help: "PEM file of a certificate chain; serves TLS together with --key.")
  var certificate: String?
  @Option(help: "PEM file of the certificate's key.")
  var key: String?

  func validate() throws {
    if (certificate == nil) != (key == nil) {
      throw ValidationError("--certificate and --key belong together.")
    }
  }

  func run() async throws {
    FreedMemory.keep()
    var options = ServerOptions()
    options.eventLoops = loops
    options.observer = CallObserver(
      methods: BenchEchoMethods.all, registry: MetricRegistry(), logger: Logger(label: "echo"))
    if let certificate {
      options.tls = TLSOptions(certificateChain: certificate, privateKey: key)
    }
    let service: any RPCService = sync ? PlainEchoService() : EchoService()
    let server = RPCServer(services: [service], options: options)
    print("serving on \(host):\(try await server.start(host: host, port: port))")
    // Whoever started this process ends it; the task's end would end the server.
    while true { try await Task.sleep(for: .seconds(86_400)) }
  }
}
