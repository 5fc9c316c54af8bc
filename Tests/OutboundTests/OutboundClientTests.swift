import Foundation
import Testing

@testable import Outbound

/// What `/echo` tells of the request that it was sent.
struct Echo: Decodable {
  let method: String
  let headers: [[String]]
  let body: String

  func header(_ name: String) -> String? {
    headers.first { $0[0].lowercased() == name.lowercased() }?[1]
  }
}

struct Seen: Decodable {
  let hits: Int
  let gone: Int
  let peak: Int
}

let onlyLoopback = AddressPolicy(allow: ["127.0.0.0/8", "::1/128"].compactMap(IPNetwork.init))

@Suite(.timeLimit(.minutes(2))) struct OutboundClientTests {
  let server: LocalServer
  let client: OutboundClient

  init() async throws {
    server = try await LocalServer(httpScript)
    client = try OutboundClient(OutboundConfiguration(policy: onlyLoopback))
  }

  func url(_ path: String) -> String { "http://127.0.0.1:\(server.port)\(path)" }

  func get(_ path: String) async throws -> HTTPResponse {
    try await client.perform(HTTPRequest(url: url(path)))
  }

  func seen() async throws -> Seen {
    try JSONDecoder().decode(Seen.self, from: Data(await get("/seen").body))
  }

  @Test(
    "A request arrives with its method, headers and body",
    arguments: [
      ("GET", nil), ("DELETE", nil), ("POST", []), ("POST", Array("hello".utf8)),
      ("PUT", Array(repeating: 65, count: 3_000_000)), ("PROPFIND", Array("<x/>".utf8)),
    ] as [(String, [UInt8]?)])
  func arrives(_ method: String, _ body: [UInt8]?) async throws {
    let response = try await client.perform(
      HTTPRequest(
        method: method, url: url("/echo"),
        headers: [HTTPHeader("X-Id", "a b"), HTTPHeader("X-Empty", "")], body: body,
        responseLimit: 4_000_000))
    let echo = try JSONDecoder().decode(Echo.self, from: Data(response.body))
    #expect(response.status == 200)
    #expect(response.header("x-kind") == "echo")
    #expect(response.isBodyComplete)
    #expect(response.address == IPAddress("127.0.0.1"))
    #expect(response.timings.total > .zero)
    #expect(echo.method == method)
    #expect(Array(echo.body.utf8) == body ?? [])
    #expect(echo.header("content-length") == body.map { String($0.count) })
    #expect(echo.header("X-Id") == "a b")
    #expect(echo.header("X-Empty") == "")
    #expect(echo.header("Expect") == nil)
    #expect(echo.header("Content-Type") == nil)
    #expect(echo.header("User-Agent") == "daybook/1")
  }

  @Test("A file is sent as the body; one that has become shorter is not") func file() async throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 % 101) }
    try Data(bytes).write(to: URL(filePath: folder.path("body")))
    var request = HTTPRequest(method: "PUT", url: url("/echo"), responseLimit: 9_000_000)
    let file = try UploadFile(folder.path("body"))
    request.file = file
    let response = try await client.perform(request)
    let echo = try JSONDecoder().decode(Echo.self, from: Data(response.body))
    #expect(echo.method == "PUT")
    #expect(Array(echo.body.utf8) == bytes)
    #expect(echo.header("content-length") == "3000000")

    try Data(bytes.prefix(1_000_000)).write(to: URL(filePath: folder.path("body")), options: [])
    let again = request
    await #expect(throws: OutboundError.self) { _ = try await client.perform(again) }
  }

  @Test("HEAD has headers and no body") func head() async throws {
    let response = try await client.perform(HTTPRequest(method: "HEAD", url: url("/body/9")))
    #expect(response.header("content-length") == "9")
    #expect(response.body.isEmpty)
  }

  @Test("A redirect is returned as it is") func redirect() async throws {
    let response = try await get("/redirect")
    #expect(response.status == 302)
    #expect(response.header("Location") == "/echo")
    #expect(try await seen().hits == 1)
  }

  @Test("Every status is a response", arguments: [204, 400, 404, 410, 429, 500, 503])
  func status(_ status: Int) async throws {
    let response = try await get("/status/\(status)")
    #expect(response.status == status)
    #expect(response.header("retry-after") == "7")
  }

  @Test(
    "A body is kept up to the limit",
    arguments: [
      ("/body/0", 100, 0, true), ("/body/100", 100, 100, true), ("/body/101", 100, 100, false),
      ("/body/5", 0, 0, false), ("/endless", 100_000, 100_000, false),
    ])
  func limit(_ path: String, _ limit: Int, _ length: Int, _ isComplete: Bool) async throws {
    let response = try await client.perform(HTTPRequest(url: url(path), responseLimit: limit))
    #expect(response.status == 200)
    #expect(response.body.count == length)
    #expect(response.isBodyComplete == isComplete)
  }

  @Test("A connection is kept and used again; one that has died is replaced") func kept()
    async throws
  {
    #expect(try await get("/body/1").timings.connect > .zero)
    #expect(try await get("/once").status == 200)
    let body = Array("again".utf8)
    let response = try await client.perform(
      HTTPRequest(method: "POST", url: url("/wait"), body: body))
    #expect(response.body == body)
  }

  @Test("A body is sent from its start again when a kept connection dies under it") func again()
    async throws
  {
    let server = try await LocalServer(forgetfulScript)
    let url = "http://127.0.0.1:\(server.port)/"
    #expect(try await client.perform(HTTPRequest(url: url)).status == 200)
    let body = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let response = try await client.perform(HTTPRequest(method: "POST", url: url, body: body))
    #expect(response.body == body)
  }

  @Test("A hundred transfers run at once and each gets its own answer") func hundred()
    async throws
  {
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<100 {
        group.addTask {
          let body = Array("number \(number)".utf8)
          let request = HTTPRequest(method: "POST", url: url("/wait"), body: body)
          return try await client.perform(request).body == body
        }
      }
      for try await isOwn in group { #expect(isOwn) }
    }
    #expect(try await seen().peak > 20)
  }

  @Test("No more transfers run at once than allowed; the others wait") func bounded()
    async throws
  {
    let client = try OutboundClient(
      OutboundConfiguration(policy: onlyLoopback, maximumTransfers: 2))
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<7 {
        group.addTask { try await client.perform(HTTPRequest(url: url("/wait"))).status }
      }
      for try await status in group { #expect(status == 200) }
    }
    #expect(try await seen().peak == 2)
  }

  @Test("A cancelled task takes its transfer off the connection") func cancelled() async throws {
    let task = Task { try await client.perform(HTTPRequest(url: url("/silent"))) }
    try await eventually { try await seen().hits == 1 }
    task.cancel()
    let error = await #expect(throws: OutboundError.self) { try await task.value }
    #expect(error?.kind == .cancelled)
    #expect(error?.isPassing == true)
    try await eventually { try await seen().gone == 1 }
  }

  @Test("A task that is cancelled before it calls sends nothing") func cancelledBefore()
    async throws
  {
    let task = Task {
      unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
      return try await client.perform(HTTPRequest(url: url("/silent")))
    }
    let error = await #expect(throws: OutboundError.self) { try await task.value }
    #expect(error?.kind == .cancelled)
  }

  @Test("Waiting for one's turn counts as time") func waitingExpires() async throws {
    let client = try OutboundClient(
      OutboundConfiguration(policy: onlyLoopback, maximumTransfers: 1))
    let first = Task { try await client.perform(HTTPRequest(url: url("/silent"))) }
    try await eventually { try await seen().hits == 1 }
    let error = await #expect(throws: OutboundError.self) {
      try await client.perform(
        HTTPRequest(url: url("/echo"), timeouts: Timeouts(whole: .milliseconds(200))))
    }
    #expect(error?.kind == .timedOut)
    first.cancel()
    #expect(try await client.perform(HTTPRequest(url: url("/echo"))).status == 200)
  }

  @Test("A closed client fails what is under way and refuses more") func closed() async throws {
    let client = try OutboundClient(OutboundConfiguration(policy: onlyLoopback))
    let task = Task { try await client.perform(HTTPRequest(url: url("/silent"))) }
    try await eventually { try await seen().hits == 1 }
    client.close()
    let underWay = await #expect(throws: OutboundError.self) { try await task.value }
    #expect(underWay?.kind == .closed)
    let later = await #expect(throws: OutboundError.self) {
      try await client.perform(HTTPRequest(url: url("/echo")))
    }
    #expect(later?.kind == .closed)
  }
}

/// Asks again until the answer is yes, for ten seconds at most.
func eventually(_ condition: () async throws -> Bool) async throws {
  let deadline = ContinuousClock.now + .seconds(10)
  while try await !condition() {
    try #require(ContinuousClock.now < deadline, "it did not happen within ten seconds")
    try await Task.sleep(for: .milliseconds(20))
  }
}
