import RPCTestSupport
import Testing

/// h2spec's cases against our server, over plain TCP and over TLS.
@Suite(.servingH2Spec, .timeLimit(.minutes(2)))
struct H2SpecTests {
  private func run(_ one: H2Spec.Case, _ transport: H2SpecServer.Transport) async throws {
    let server = try #require(H2SpecServer.current)
    let peer = try await server.connect(transport)
    try await H2Spec.run(one, on: peer)
    await peer.close()
  }

  @Test(arguments: H2Spec.generic, H2SpecServer.Transport.allCases)
  func generic(one: H2Spec.Case, over transport: H2SpecServer.Transport) async throws {
    try await run(one, transport)
  }

  @Test(arguments: H2Spec.hpack, H2SpecServer.Transport.allCases)
  func hpack(one: H2Spec.Case, over transport: H2SpecServer.Transport) async throws {
    try await run(one, transport)
  }

  @Test(arguments: H2Spec.connection, H2SpecServer.Transport.allCases)
  func `http2, sections 3 and 4`(
    one: H2Spec.Case, over transport: H2SpecServer.Transport
  ) async throws { try await run(one, transport) }

  @Test(arguments: H2Spec.streams, H2SpecServer.Transport.allCases)
  func `http2, section 5`(
    one: H2Spec.Case, over transport: H2SpecServer.Transport
  ) async throws { try await run(one, transport) }

  @Test(arguments: H2Spec.frames, H2SpecServer.Transport.allCases)
  func `http2, section 6`(
    one: H2Spec.Case, over transport: H2SpecServer.Transport
  ) async throws { try await run(one, transport) }

  @Test(arguments: H2Spec.messages, H2SpecServer.Transport.allCases)
  func `http2, sections 7 and 8`(
    one: H2Spec.Case, over transport: H2SpecServer.Transport
  ) async throws { try await run(one, transport) }

  /// As h2spec counts them in strict mode: 44 generic, 8 of HPACK, 95 of HTTP/2.
  @Test func `there are all 147 cases, each once`() {
    #expect(H2Spec.generic.count == 44)
    #expect(H2Spec.hpack.count == 8)
    #expect(H2Spec.http2.count == 95)
    #expect(Set(H2Spec.all.map(\.id)).count == 147)
  }
}
