import NIOCore
import RPCTestSupport
import Testing

@testable import RPC

@Suite(.timeLimit(.minutes(1)))
struct ChannelLifeTests {
  @Test func `a channel without calls goes idle and comes back with the next`() async throws {
    var options = RPC.ChannelOptions()
    options.idleTimeout = .milliseconds(50)
    let service = TestService(echo: { request, _ in
      if request.text == "slow" { try await Task.sleep(for: .milliseconds(400)) }
      return request
    })
    try await withServer(service, channel: options) { channel, _ in
      #expect(await channel.state == .idle)
      // Longer than the timeout: a call that runs keeps its connection.
      let answer1 = try await channel.echo(TestMessage("slow")).text
      #expect(answer1 == "slow")
      try await expectEventually { await channel.state == .idle }
      let answer2 = try await channel.echo(TestMessage("x")).text
      #expect(answer2 == "x")
    }
  }

  @Test func `at the limit of streams a further connection is made where that is allowed`()
    async throws
  {
    for (connections, together) in [(1, 2), (3, 6)] {
      let gate = Gate()
      var server = ServerOptions()
      server.limits.concurrentStreams = 2
      var options = RPC.ChannelOptions()
      options.connectionsPerAddress = connections
      let service = TestService(echo: { request, _ in
        await gate.pass()
        return request
      })
      try await withServer(service, options: server, channel: options) { channel, _ in
        try await withThrowingTaskGroup(of: Void.self) { group in
          for _ in 0..<10 { group.addTask { _ = try await channel.echo(TestMessage("x")) } }
          try await expectEventually { await gate.waiting == together }
          try await Task.sleep(for: .milliseconds(100))
          #expect(await gate.waiting == together)
          await gate.open()
          try await group.waitForAll()
        }
      }
    }
  }

  @Test func `calls that wait for a stream are made in their order`() async throws {
    let (log, gate) = (Log(), Gate())
    var server = ServerOptions()
    server.limits.concurrentStreams = 1
    let service = TestService(echo: { request, _ in
      await log.add(request.text)
      await gate.pass()
      return request
    })
    try await withServer(service, options: server) { channel, _ in
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { _ = try await channel.echo(TestMessage("first")) }
        try await expectEventually { await gate.waiting == 1 }
        for number in 0..<10 {
          group.addTask { _ = try await channel.echo(TestMessage("\(number)")) }
          // The next one is made when this one is seen in the queue.
          try await expectEventually { await channel.waitingCalls == number + 1 }
        }
        await gate.open()
        try await group.waitForAll()
      }
      #expect(await log.entries == ["first"] + (0..<10).map(String.init))
    }
  }

  @Test func `a call that waits for a stream ends at its deadline and takes nobody's place`()
    async throws
  {
    let gate = Gate()
    var server = ServerOptions()
    server.limits.concurrentStreams = 1
    let service = TestService(echo: { request, _ in
      await gate.pass()
      return request
    })
    try await withServer(service, options: server) { channel, _ in
      let first = Task { try await channel.echo(TestMessage("first")) }
      try await expectEventually { await gate.waiting == 1 }
      let late = await status {
        _ = try await channel.echo(TestMessage("x"), CallOptions(timeout: .milliseconds(50)))
      }
      #expect(late?.code == .deadlineExceeded)
      await gate.open()
      let answer3 = try await first.value.text
      #expect(answer3 == "first")
      let answer4 = try await channel.echo(TestMessage("next")).text
      #expect(answer4 == "next")
    }
  }

  @Test func `a close with a grace lets calls finish and takes no others`() async throws {
    let gate = Gate()
    let service = TestService(echo: { request, _ in
      await gate.pass()
      return request
    })
    try await withServer(service) { channel, _ in
      let call = Task { try await channel.echo(TestMessage("x")) }
      try await expectEventually { await gate.waiting == 1 }
      async let closed: Void = channel.close(grace: .seconds(10))
      try await expectEventually { await channel.state == .shutdown }
      let refused = await status { _ = try await channel.echo(TestMessage("y")) }
      #expect(refused?.code == .unavailable)
      await gate.open()
      let answer5 = try await call.value.text
      #expect(answer5 == "x")
      await closed
    }
  }

  @Test func `a close never hangs, whatever the server does`() async throws {
    let mute = try await MuteServer()
    let connecting = RPCChannel(target: "127.0.0.1:\(mute.port)")
    let unanswered = Task { try await connecting.echo(TestMessage("x")) }
    try await expectEventually { await connecting.state == .connecting }
    let silent = try await SilentServer()
    let stuck = RPCChannel(target: "127.0.0.1:\(silent.port)")
    // More than any socket takes: what is still to be sent must not hold the close up.
    let full = Task { try await stuck.echo(TestMessage(count: 50 << 20)) }
    try await expectEventually { await stuck.state == .ready }
    let begin = ContinuousClock.now
    await connecting.close()
    await stuck.close()
    #expect(ContinuousClock.now - begin < .seconds(6))
    #expect(await status { _ = try await unanswered.value }?.code == .unavailable)
    #expect(await status { _ = try await full.value }?.code == .unavailable)
    await mute.close()
    await silent.close()
  }

  @Test func `a silent connection is asked in time, and without calls only where that is wanted`() {
    var options = RPC.ChannelOptions()
    options.keepaliveTimeout = .seconds(20)
    let begin = NIODeadline.now()
    func after(_ seconds: Int64) -> NIODeadline { begin + .seconds(seconds) }
    var keepalive = Keepalive(.seconds(60), options)
    keepalive.received(now: begin)
    #expect(keepalive.check(hasCalls: true, now: after(59)) == (.none, after(60)))
    #expect(!keepalive.isDue(now: after(59)))
    #expect(keepalive.check(hasCalls: false, now: after(61)) == (.none, after(121)))
    #expect(keepalive.isDue(now: after(62)))
    #expect(keepalive.check(hasCalls: true, now: after(62)) == (.ping, after(82)))
    #expect(keepalive.check(hasCalls: true, now: after(70)) == (.none, after(82)))
    keepalive.received(now: after(80))
    #expect(keepalive.check(hasCalls: true, now: after(141)) == (.ping, after(161)))
    #expect(keepalive.check(hasCalls: true, now: after(161)).0 == .end)
    options.keepaliveWithoutCalls = true
    var always = Keepalive(.milliseconds(1), options)
    always.received(now: begin)
    #expect(always.check(hasCalls: false, now: after(9)) == (.none, after(10)))
    #expect(always.check(hasCalls: false, now: after(10)).0 == .ping)
  }
}

/// Holds whoever comes until it is opened.
actor Gate {
  private(set) var waiting = 0
  private var isOpen = false
  private var held: [CheckedContinuation<Void, Never>] = []

  func pass() async {
    if isOpen { return }
    waiting += 1
    await withCheckedContinuation { held.append($0) }
    waiting -= 1
  }

  func open() {
    isOpen = true
    for continuation in held { continuation.resume() }
    held = []
  }
}

actor Log {
  private(set) var entries: [String] = []
  func add(_ entry: String) { entries.append(entry) }
}
