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
}
