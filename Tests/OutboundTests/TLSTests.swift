import Testing

@testable import Outbound

@Suite(.timeLimit(.minutes(2))) struct TLSTests {
  let authority: Authority

  init() async throws {
    authority = try await Authority()
  }

  private func perform(
    _ names: String, days: Int = 2, host: String = "localhost", trusting file: String?
  ) async throws -> HTTPResponse {
    let issued = try await authority.issue(names, days: days)
    let server = try await LocalServer(httpScript, [issued.certificate, issued.key])
    let client = try OutboundClient(
      OutboundConfiguration(policy: onlyLoopback, certificateFile: file))
    return try await client.perform(HTTPRequest(url: "https://\(host):\(server.port)/echo"))
  }

  @Test("A certificate by the configured authority is trusted") func trusted() async throws {
    let response = try await perform("DNS:localhost", trusting: authority.certificate)
    #expect(response.status == 200)
    #expect(response.timings.tlsHandshake > .zero)
  }

  @Test("A certificate by an authority that nobody named is a permanent fault") func unknown()
    async throws
  {
    let other = try await Authority()
    for file in [nil, other.certificate] {
      let error = await #expect(throws: OutboundError.self) {
        try await perform("DNS:localhost", trusting: file)
      }
      #expect(error?.kind == .certificateRefused)
      #expect(error?.isPassing == false)
    }
  }

  @Test(
    "A certificate for another host or out of date is a permanent fault",
    arguments: [
      ("DNS:example.com", 2, "localhost"), ("DNS:localhost", 2, "127.0.0.1"),
      ("DNS:localhost", -1, "localhost"),
    ])
  func wrong(_ names: String, _ days: Int, _ host: String) async throws {
    let error = await #expect(throws: OutboundError.self) {
      try await perform(names, days: days, host: host, trusting: authority.certificate)
    }
    #expect(error?.kind == .certificateRefused)
  }

  @Test("A file of authorities that is not there is our own fault") func noFile() async throws {
    let error = await #expect(throws: OutboundError.self) {
      try await perform("DNS:localhost", trusting: "/nonexistent/ca.pem")
    }
    #expect(error?.kind == .misconfigured)
    #expect(error?.message.contains("nonexistent") == false)
  }
}
