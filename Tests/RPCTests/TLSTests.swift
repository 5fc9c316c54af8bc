import RPC
import RPCTestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct TLSTests {
  private static let uri = "spiffe://daybook/client-link"

  private static func options(
    _ certificates: borrowing Certificates, _ clients: TLSOptions.ClientCertificates
  ) -> ServerOptions {
    var options = ServerOptions()
    options.tls = TLSOptions(
      certificateChain: certificates.path("server.pem"),
      privateKey: certificates.path("server.key"), trustRoots: certificates.path("ca.pem"),
      clientCertificates: clients)
    return options
  }

  private static func channel(
    _ certificates: borrowing Certificates, roots: String = "ca", identity: String? = nil,
    name: String = "localhost"
  ) -> ChannelOptions {
    var options = ChannelOptions()
    options.tls = TLSOptions(
      certificateChain: identity.map { certificates.path("\($0).pem") },
      privateKey: identity.map { certificates.path("\($0).key") },
      trustRoots: certificates.path("\(roots).pem"), serverName: name)
    return options
  }

  private static func certificates() throws -> Certificates {
    let certificates = try Certificates()
    try certificates.make("server", "DNS:localhost")
    try certificates.make("client", "URI:\(uri),DNS:client.test,URI:spiffe://daybook/second")
    try certificates.makeAuthority("other")
    try certificates.make("stranger", "URI:\(uri)", by: "other")
    return certificates
  }

  /// Replies with the verified URIs of its caller.
  private static let whoami = TestService(echo: { _, call in
    TestMessage(call.peer.certificateURIs.joined(separator: " "))
  })

  @Test(arguments: [TLSOptions.ClientCertificates.none, .optional])
  func `a client without certificate has no identity`(
    clients: TLSOptions.ClientCertificates
  ) async throws {
    let certificates = try Self.certificates()
    try await withServer(
      Self.whoami, options: Self.options(certificates, clients),
      channel: Self.channel(certificates)
    ) { channel, _ in
      let answer = try await channel.echo(TestMessage("x"))
      #expect(answer.text == "")
    }
  }

  @Test(arguments: [TLSOptions.ClientCertificates.required, .optional])
  func `a verified client certificate names its URIs`(
    clients: TLSOptions.ClientCertificates
  ) async throws {
    let certificates = try Self.certificates()
    try await withServer(
      Self.whoami, options: Self.options(certificates, clients),
      channel: Self.channel(certificates, identity: "client")
    ) { channel, _ in
      let answer = try await channel.echo(TestMessage("x"))
      #expect(answer.text == "\(Self.uri) spiffe://daybook/second")
      let large = TestMessage(count: 3 << 20)
      let stream = try await channel.echo(large)
      #expect(stream.text == answer.text)
    }
  }

  @Test(
    arguments: [
      (TLSOptions.ClientCertificates.required, nil), (.required, "stranger"),
      (.optional, "stranger"),
    ] as [(TLSOptions.ClientCertificates, String?)])
  func `a client that does not prove who it is gets nowhere`(
    clients: TLSOptions.ClientCertificates, identity: String?
  ) async throws {
    let certificates = try Self.certificates()
    try await withServer(
      Self.whoami, options: Self.options(certificates, clients),
      channel: Self.channel(certificates, identity: identity)
    ) { channel, _ in
      let error = await status { _ = try await channel.echo(TestMessage("x")) }
      #expect(error?.code == .unavailable)
    }
  }

  @Test(arguments: [("other", "localhost"), ("ca", "elsewhere.test")])
  func `a server that does not prove who it is gets no call`(
    roots: String, name: String
  ) async throws {
    let certificates = try Self.certificates()
    try await withServer(
      Self.whoami, options: Self.options(certificates, .none),
      channel: Self.channel(certificates, roots: roots, name: name)
    ) { channel, _ in
      let error = await status { _ = try await channel.echo(TestMessage("x")) }
      #expect(error?.code == .unavailable)
    }
  }

  @Test func `a plain client gets nowhere at a TLS server`() async throws {
    let certificates = try Self.certificates()
    try await withServer(Self.whoami, options: Self.options(certificates, .none)) { channel, _ in
      let error = await status { _ = try await channel.echo(TestMessage("x")) }
      #expect(error?.code == .unavailable)
    }
  }

  /// A server whose files a test can change, and what a new connection to it gets.
  private func serve(
    _ certificates: borrowing Certificates, _ body: (RPCServer, Int) async throws -> Void
  ) async throws {
    let server = RPCServer(
      services: [Self.whoami], options: Self.options(certificates, .required))
    let port = try await server.start(host: "127.0.0.1", port: 0)
    do { try await body(server, port) } catch {
      await server.stop(grace: .zero)
      throw error
    }
    await server.stop(grace: .zero)
  }

  private func answers(_ port: Int, _ options: ChannelOptions) async -> Bool {
    let channel = RPCChannel(target: "127.0.0.1:\(port)", options: options)
    let error = await status { _ = try await channel.echo(TestMessage("x")) }
    await channel.close()
    return error == nil
  }

  @Test func `renewed files are used by new connections and unusable ones are not`() async throws {
    let certificates = try Self.certificates()
    try certificates.make("renewed", "DNS:localhost", by: "other")
    let old = Self.channel(certificates, identity: "client")
    let new = Self.channel(certificates, roots: "other", identity: "client")
    try await serve(certificates) { server, port in
      let open = RPCChannel(target: "127.0.0.1:\(port)", options: old)
      _ = try await open.echo(TestMessage("x"))
      #expect(try server.reloadCertificates() == false)

      // A certificate whose key has not come yet is reported once and changes nothing.
      try certificates.copy("renewed.pem", to: "server.pem")
      #expect(throws: (any Error).self) { try server.reloadCertificates() }
      #expect(try server.reloadCertificates() == false)
      #expect(await answers(port, old))

      try certificates.copy("renewed.key", to: "server.key")
      #expect(try server.reloadCertificates())
      #expect(await answers(port, new))
      #expect(await answers(port, old) == false)
      let answer = try await open.echo(TestMessage("what is open stays open"))
      #expect(answer.text.contains(Self.uri))
      await open.close()
    }
  }

  @Test func `renewed roots decide who is let in`() async throws {
    let certificates = try Self.certificates()
    let client = Self.channel(certificates, identity: "client")
    let stranger = Self.channel(certificates, identity: "stranger")
    try certificates.copy("ca.pem", to: "roots.pem")
    var options = Self.options(certificates, .required)
    options.tls?.trustRoots = certificates.path("roots.pem")
    let server = RPCServer(services: [Self.whoami], options: options)
    let port = try await server.start(host: "127.0.0.1", port: 0)
    #expect(await answers(port, client))
    #expect(await answers(port, stranger) == false)
    try certificates.copy("other.pem", to: "roots.pem")
    #expect(try server.reloadCertificates())
    #expect(await answers(port, client) == false)
    #expect(await answers(port, stranger))
    await server.stop(grace: .zero)
  }
}
