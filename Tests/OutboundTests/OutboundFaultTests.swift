import Foundation
import Testing

@testable import Outbound

@Suite(.timeLimit(.minutes(2))) struct OutboundFaultTests {
  private func error(
    _ url: String, policy: AddressPolicy = onlyLoopback, method: String = "GET",
    headers: [HTTPHeader] = [], timeouts: Timeouts = Timeouts()
  ) async throws -> OutboundError? {
    let client = try OutboundClient(OutboundConfiguration(policy: policy))
    return await #expect(throws: OutboundError.self) {
      try await client.perform(
        HTTPRequest(method: method, url: url, headers: headers, timeouts: timeouts))
    }
  }

  @Test(
    "A loopback address is refused however it is written",
    arguments: [
      "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0", "0.0.0.0", "[::1]",
      "[::]", "[::ffff:127.0.0.1]", "localhost", "LOCALHOST", "[64:ff9b::127.0.0.1]",
      "[2002:7f00:1::]", "169.254.169.254", "10.0.0.1", "[fe80::1]", "[fd00::1]",
    ])
  func refused(_ host: String) async throws {
    let server = try await LocalServer(httpScript)
    let error = try await error("http://\(host):\(server.port)/echo", policy: AddressPolicy())
    guard case .addressRefused(let address) = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!AddressPolicy().permits(address))
    #expect(error?.isPassing == false)
    #expect(error?.message.contains(address.description) == false)
    let client = try OutboundClient(OutboundConfiguration(policy: onlyLoopback))
    let seen = try await client.perform(
      HTTPRequest(url: "http://127.0.0.1:\(server.port)/seen"))
    #expect(try JSONDecoder().decode(Seen.self, from: Data(seen.body)).hits == 0)
  }

  @Test(
    "What is no request is refused before anything is sent",
    arguments: [
      ("GET", "ftp://127.0.0.1/", []), ("GET", "file:///etc/passwd", []), ("GET", "", []),
      ("GET", "smtp://127.0.0.1:25/", []), ("GET", "127.0.0.1", []), ("GET", "http://", []),
      ("GET", "http://127.0.0.1:99999/", []), ("GET", "http://a b/", []),
      ("GET", "http://127.0.0.1/\r\nX: y", []), ("GET", "http://127.0.0.1/\0", []),
      ("GET", "http://user:secret@127.0.0.1/", []), ("", "http://127.0.0.1/", []),
      ("GET /x", "http://127.0.0.1/", []), ("GET\r\n", "http://127.0.0.1/", []),
      ("GET", "http://127.0.0.1/", [HTTPHeader("X", "a\r\nY: b")]),
      ("GET", "http://127.0.0.1/", [HTTPHeader("X", "a\nY: b")]),
      ("GET", "http://127.0.0.1/", [HTTPHeader("X", "a\0b")]),
      ("GET", "http://127.0.0.1/", [HTTPHeader("X: y", "a")]),
      ("GET", "http://127.0.0.1/", [HTTPHeader("", "a")]),
      ("GET", "http://127.0.0.1/", [HTTPHeader("Content-Length", "3")]),
      ("GET", "http://127.0.0.1/", [HTTPHeader("transfer-Encoding", "chunked")]),
    ])
  func malformed(_ method: String, _ url: String, _ headers: [HTTPHeader]) async throws {
    let error = try await error(url, method: method, headers: headers)
    guard case .malformed = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.isPassing == false)
  }

  @Test("Where nobody listens the fault is passing") func nobody() async throws {
    // Bound and not listening: the port is nobody else's while the test runs.
    let server = try await LocalServer(
      """
      import socket, time
      held = socket.socket()
      held.bind(("127.0.0.1", 0))
      print(held.getsockname()[1])
      time.sleep(60)
      """)
    let error = try await error("http://127.0.0.1:\(server.port)/")
    #expect(error?.kind == .connectFailed)
    #expect(error?.isPassing == true)
  }

  @Test("A name that does not exist is a passing fault") func noName() async throws {
    let error = try await error(
      "http://no-such-name.invalid/", timeouts: Timeouts(whole: .seconds(10)))
    #expect(error?.kind == .nameNotResolved || error?.kind == .timedOut)
    #expect(error?.isPassing == true)
  }

  @Test("A receiver that accepts and says nothing runs into the timeout") func mute()
    async throws
  {
    let server = try await LocalServer(muteScript)
    let start = ContinuousClock.now
    let error = try await error(
      "http://127.0.0.1:\(server.port)/", timeouts: Timeouts(whole: .milliseconds(300)))
    #expect(error?.kind == .timedOut)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test("A TLS handshake that hangs runs into the connection's timeout") func muteTLS()
    async throws
  {
    let server = try await LocalServer(muteScript)
    let start = ContinuousClock.now
    let error = try await error(
      "https://127.0.0.1:\(server.port)/", timeouts: Timeouts(connect: .milliseconds(300)))
    #expect(error?.kind == .timedOut)
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test(
    "An answer that is no HTTP is a passing fault",
    arguments: ["hello", "", #"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab"#, #"\xff\xfe\x00"#])
  func babble(_ answer: String) async throws {
    let server = try await LocalServer(babbleScript, [answer])
    let error = try await error("http://127.0.0.1:\(server.port)/")
    #expect(error?.kind == .connectionLost)
    #expect(error?.isPassing == true)
  }

  @Test("Plain text on a TLS port is a passing fault") func plainOnTLS() async throws {
    let server = try await LocalServer(httpScript)
    let error = try await error("https://127.0.0.1:\(server.port)/echo")
    #expect(error?.kind == .connectionLost)
  }

  @Test("A proxy in the environment is ignored") func proxy() async throws {
    let server = try await LocalServer(httpScript)
    // Port 1 has no proxy. Every client ignores it, so other tests are not touched.
    unsafe setenv("http_proxy", "http://127.0.0.1:1", 1)
    defer { unsafe unsetenv("http_proxy") }
    let client = try OutboundClient(OutboundConfiguration(policy: onlyLoopback))
    let request = HTTPRequest(url: "http://127.0.0.1:\(server.port)/echo")
    #expect(try await client.perform(request).status == 200)
  }
}
