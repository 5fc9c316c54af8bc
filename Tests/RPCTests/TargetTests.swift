import NIOCore
import Testing

@testable import RPC

struct TargetTests {
  @Test(arguments: [
    ("host:80", "host:80", "host:80"), ("dns:host", "host:443", "host:443"),
    ("dns:///host:80", "host:80", "host:80"), ("127.0.0.1:80", "127.0.0.1:80", "127.0.0.1:80"),
    ("dns:127.0.0.1:80", "127.0.0.1:80", "127.0.0.1:80"), ("[::1]:80", "[::1]:80", "[::1]:80"),
    ("dns:[::1]", "[::1]:443", "[::1]:443"),
    ("ipv4:127.0.0.1:80,127.0.0.2", "127.0.0.1:80,127.0.0.2:443", "127.0.0.1:80"),
    ("ipv6:[::1]:80,::2", "[::1]:80,[::2]:443", "[::1]:80"),
    ("unix:relative/path", "unix:relative/path", "localhost"),
    ("unix:///absolute", "unix:/absolute", "localhost"), ("unix:/a", "unix:/a", "localhost"),
  ])
  func `a target is read as gRPC's naming document says`(
    text: String, place: String, authority: String
  ) {
    let target = ChannelTarget(text)
    #expect("\(target)" == place)
    #expect(target.authority == authority)
  }

  @Test(arguments: [
    "", ":", "host", "host:", "host:0", "host:65536", ":80", "unix:", "ipv4:", "ipv4:host:80",
    "ipv4:127.0.0.1:80,", "dns:", "dns://8.8.8.8/host:80", "ipv6:[::1]:x",
  ])
  func `what is no target is malformed`(text: String) {
    guard case .malformed = ChannelTarget(text) else {
      Issue.record("\(text) was read as \(ChannelTarget(text))")
      return
    }
  }

  @Test func `the families of a name's addresses take turns`() throws {
    func addresses(_ list: [String]) throws -> [SocketAddress] {
      try list.map { try SocketAddress(ipAddress: $0, port: 1) }
    }
    let sorted = takingTurns(try addresses(["::1", "::2", "::3", "127.0.0.1", "127.0.0.2"]))
    #expect(sorted == (try addresses(["::1", "127.0.0.1", "::2", "127.0.0.2", "::3"])))
  }

  @Test func `a name gives every address it has, and says which name is unknown`() throws {
    let found = try lookUp("localhost", 80)
    #expect(found.contains(try SocketAddress(ipAddress: "127.0.0.1", port: 80)))
    #expect(Set(found).count == found.count)
    #expect(throws: NameLookupFailure.self) { try lookUp("no-such-name.invalid", 80) }
  }

  @Test func `the pause grows by 1.6 to two minutes, give or take a fifth`() {
    let backoff = Backoff()
    for (failures, seconds) in [(0, 1.0), (1, 1.6), (2, 2.56), (10, 109.95), (11, 120), (99, 120)] {
      for _ in 0..<20 {
        let pause = backoff.pause(after: failures) / .seconds(1)
        #expect(pause >= seconds * 0.799 && pause <= seconds * 1.201)
      }
    }
  }
}
