import Foundation
import RPC
import RPCTestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct StopTests {
  @Test func `a graceful stop loses no accepted call`() async throws {
    let recorder = Recorder()
    var options = ServerOptions()
    options.observer = recorder
    let service = TestService(echo: { request, _ in
      try await Task.sleep(for: .milliseconds(20))
      return request
    })
    let server = RPCServer(services: [service], options: options)
    let port = try await server.start(host: "127.0.0.1", port: 0)
    let channels = (0..<4).map { _ in RPCChannel(target: "127.0.0.1:\(port)") }
    for channel in channels { _ = try await channel.echo(TestMessage("connect")) }
    let outcomes = try await withThrowingTaskGroup(of: [RPCError.Code].self) { group in
      for channel in channels {
        for _ in 0..<20 {
          group.addTask {
            var codes: [RPCError.Code] = []
            while codes.last ?? .ok == .ok {
              codes.append(
                await status { _ = try await channel.echo(TestMessage("x")) }?.code ?? .ok)
            }
            return codes
          }
        }
      }
      try await Task.sleep(for: .milliseconds(200))
      await server.stop(grace: .seconds(10))
      return try await group.reduce(into: []) { $0.append(contentsOf: $1) }
    }
    // Every worker ends with the first call that found no server; nothing else went wrong.
    #expect(outcomes.filter { $0 == .unavailable }.count == 80)
    #expect(outcomes.allSatisfy { $0 == .ok || $0 == .unavailable })
    #expect(recorder.calls.allSatisfy { $0.code == .ok })
    #expect(recorder.calls.count == outcomes.filter { $0 == .ok }.count + 4)
    for channel in channels { await channel.close() }
  }

  @Test func `what runs when the grace is over ends as unavailable`() async throws {
    let (started, cancelled) = (Signal(), Signal())
    let service = TestService(echo: { request, _ in
      started.set()
      do { try await Task.sleep(for: .seconds(60)) } catch { cancelled.set() }
      return request
    })
    let server = RPCServer(services: [service])
    let port = try await server.start(host: "127.0.0.1", port: 0)
    let channel = RPCChannel(target: "127.0.0.1:\(port)")
    let call = Task { try await channel.echo(TestMessage("x")) }
    try await started.wait()
    await server.stop(grace: .milliseconds(100))
    let error = await status { _ = try await call.value }
    #expect(error?.code == .unavailable)
    try await cancelled.wait()
    await channel.close()
  }

  @Test func `an idle server stops at once`() async throws {
    let server = RPCServer(services: [TestService()])
    _ = try await server.start(host: "127.0.0.1", port: 0)
    let start = ContinuousClock.now
    await server.stop(grace: .seconds(30))
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test func `a port in use is an error of the start`() async throws {
    try await withServer { _, port in
      let second = RPCServer(services: [TestService()])
      let failed = await status { _ = try await second.start(host: "127.0.0.1", port: port) }
      #expect(failed != nil)
      await second.stop(grace: .zero)
    }
  }

  @Test func `the second GOAWAY waits for the client to have seen the first`() async throws {
    let server = RPCServer(services: [TestService()])
    let port = try await server.start(host: "127.0.0.1", port: 0)
    let peer = try await FramePeer(port: port)
    peer.send(Frames.frame(.settings, Frames.acknowledge))
    try await expectEventually { peer.frames.contains { $0.kind == .settings } }
    async let stopped: Void = server.stop(grace: .seconds(10))
    try await expectEventually { peer.frames.contains { $0.kind == .ping } }
    let ping = peer.frames.first { $0.kind == .ping }?.payload ?? []
    // A call that was on its way when the first GOAWAY left, then the answer to the PING after it.
    peer.send(Frames.headers(1) + Frames.frame(.data, Frames.endStream, 1, Frames.message([1])))
    peer.send(Frames.frame(.ping, Frames.acknowledge, 0, ping))
    try await expectEventually { peer.frames.filter { $0.kind == .goAway }.count == 2 }
    peer.send(Frames.headers(3))
    await stopped
    // All that the server sent has come.
    try await expectEventually { peer.isClosed }
    let lastStreams = peer.frames.filter { $0.kind == .goAway }.map { Array($0.payload.prefix(4)) }
    #expect(lastStreams == [Frames.big(0x7fff_ffff), Frames.big(1)])
    #expect(peer.frames.contains { $0.kind == .data && $0.payload == Frames.message([1]) })
    #expect(!peer.frames.contains { $0.stream == 3 })
    await peer.close()
  }

  @Test func `connections that wait to be accepted are served before the server stops`()
    async throws
  {
    var options = ServerOptions()
    options.eventLoops = 1
    let (isBlocking, mayGo) = (Signal(), Signal())
    let service = TestService(echo: { request, _ in
      // The one thing a handler must not do: its loop accepts nothing meanwhile.
      if request.text == "block" {
        isBlocking.set()
        for _ in 0..<2_000 where !mayGo.isSet { usleep(5_000) }
      }
      return request
    })
    let server = RPCServer(services: [service], options: options)
    let port = try await server.start(host: "127.0.0.1", port: 0)
    let channel = RPCChannel(target: "127.0.0.1:\(port)")
    async let blocked = channel.echo(TestMessage("block"))
    try await isBlocking.wait()
    var peers: [FramePeer] = []
    for _ in 0..<100 {
      let peer = try await FramePeer(port: port)
      peer.send(Frames.headers(1) + Frames.frame(.data, Frames.endStream, 1, Frames.message([1])))
      peers.append(peer)
    }
    async let stopped: Void = server.stop(grace: .seconds(10))
    // Long enough for the stop to stand in the loop's queue before the sockets are looked at, and for
    // a stop that has only so much time for them to have used it up.
    try await Task.sleep(for: .milliseconds(1_500))
    mayGo.set()
    _ = try await blocked
    for peer in peers {
      let answered = try await eventually {
        peer.isClosed || peer.frames.contains { $0.stream == 1 && $0.endsStream }
      }
      #expect(answered)
    }
    let served = peers.count { $0.frames.contains { $0.payload == Frames.message([1]) } }
    #expect(served == 100)
    await stopped
    await channel.close()
  }
}
