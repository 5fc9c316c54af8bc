import RPC
import RPCTestSupport
import Testing

/// What connections get to feel of the rules, on sockets.
@Suite(.timeLimit(.minutes(1)))
struct ConnectionRulesTests {
  private static let ping = Frames.frame(.ping, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8])

  private func options(_ change: (inout ConnectionRules) -> Void) -> ServerOptions {
    var options = ServerOptions()
    change(&options.connections)
    return options
  }

  @Test func `a peer that reads and pings too often is told and closed`() async throws {
    try await withServer { channel, port in
      let peer = try await FramePeer(port: port)
      peer.send((0..<100).flatMap { _ in Self.ping })
      let code = try await peer.goAway()
      #expect(code == 11)
      let words = peer.frames.first { $0.kind == .goAway }?.payload.dropFirst(8) ?? []
      #expect(String(decoding: words, as: UTF8.self) == "too_many_pings")
      let closes = try await peer.closes()
      #expect(closes)
      #expect(peer.frames.filter { $0.kind == .goAway }.count == 1)
      let answer = try await channel.echo(TestMessage("others go on"))
      #expect(answer.text == "others go on")
    }
  }

  @Test func `more pings at once than answers may wait end the connection too`() async throws {
    try await withServer { channel, port in
      let peer = try await FramePeer(port: port)
      peer.send((0..<5_000).flatMap { _ in Self.ping })
      let code = try await peer.goAway()
      #expect(code == 11)
      let closes = try await peer.closes()
      #expect(closes)
    }
  }

  @Test func `three pings are answered`() async throws {
    try await withServer { _, port in
      let peer = try await FramePeer(port: port)
      for _ in 0..<3 { peer.send(Self.ping) }
      let answered = try await eventually { peer.frames.filter { $0.kind == .ping }.count == 3 }
      #expect(answered)
      #expect(!peer.frames.contains { $0.kind == .goAway })
      await peer.close()
    }
  }

  @Test func `pings between replies are forgiven`() async throws {
    try await withServer { _, port in
      let peer = try await FramePeer(port: port)
      for stream in stride(from: UInt32(1), to: 41, by: 2) {
        peer.send(
          Self.ping + Frames.headers(stream)
            + Frames.frame(.data, Frames.endStream, stream, Frames.message([1])))
        let answered = try await eventually {
          peer.frames.contains { $0.stream == stream && $0.flags & Frames.endStream != 0 }
        }
        #expect(answered)
      }
      #expect(!peer.frames.contains { $0.kind == .goAway })
      await peer.close()
    }
  }

  @Test func `a flood of settings from a peer that reads ends the connection`() async throws {
    try await withServer { channel, port in
      let peer = try await FramePeer(port: port)
      peer.send((0..<1_000).flatMap { _ in Frames.settings() })
      let code = try await peer.goAway()
      #expect(code == 11)
      let closes = try await peer.closes()
      #expect(closes)
      _ = try await channel.echo(TestMessage("x"))
    }
  }

  @Test func `a peer that does not answer is closed, one that answers stays`() async throws {
    let recorder = Recorder()
    var options = options { rules in
      rules.keepalive = .milliseconds(100)
      // The peer that answers has to do it in this time too, however busy the machine is.
      rules.keepaliveTimeout = .seconds(8)
    }
    options.observer = recorder
    try await withServer(options: options) { channel, port in
      _ = try await channel.echo(TestMessage("first"))
      // It reads, and answers no PING.
      let peer = try await FramePeer(port: port)
      let asked = try await eventually { peer.frames.contains { $0.kind == .ping } }
      #expect(asked)
      let closes = try await peer.closes()
      #expect(closes)
      #expect(recorder.failures == 1)
      _ = try await channel.echo(TestMessage("the same connection"))
      #expect(recorder.calls.count == 2)
    }
  }

  @Test func `an old connection finishes its call and takes no more`() async throws {
    let options = options { $0.maximumAge = .milliseconds(100) }
    let service = TestService(echo: { request, call in
      try await Task.sleep(for: .milliseconds(400))
      return TestMessage(call.peer.address)
    })
    try await withServer(service, options: options) { channel, _ in
      let first = try await channel.echo(TestMessage("longer than the age"))
      let second = try await channel.echo(TestMessage("x"))
      #expect(first.text != second.text)
    }
  }

  @Test func `a call that outlasts the age and its grace is unavailable`() async throws {
    let options = options { rules in
      rules.maximumAge = .milliseconds(50)
      rules.ageGrace = .milliseconds(50)
    }
    let (started, cancelled) = (Signal(), Signal())
    let service = TestService(echo: { request, _ in
      started.set()
      do { try await Task.sleep(for: .seconds(60)) } catch { cancelled.set() }
      return request
    })
    try await withServer(service, options: options) { channel, _ in
      // On a busy machine a connection is old before a call is there.
      for _ in 0..<50 where !started.isSet {
        let error = await status { _ = try await channel.echo(TestMessage("x")) }
        #expect(error?.code == .unavailable)
      }
      try await cancelled.wait()
    }
  }

  @Test func `an idle connection is let go, and the next call finds another`() async throws {
    let options = options { $0.maximumIdle = .milliseconds(50) }
    let service = TestService(echo: { _, call in TestMessage(call.peer.address) })
    try await withServer(service, options: options) { channel, port in
      let first = try await channel.echo(TestMessage("x"))
      let peer = try await FramePeer(port: port)
      let closes = try await peer.closes()
      #expect(closes)
      #expect(peer.frames.contains { $0.kind == .goAway })
      let second = try await channel.echo(TestMessage("x"))
      #expect(first.text != second.text)
    }
  }
}
