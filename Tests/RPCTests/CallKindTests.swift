import Foundation
import RPC
import RPCTestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CallKindTests {
  @Test(arguments: [0, 1, 5, 16_384, 1 << 20, 4 << 20])
  func `a unary call brings its message back`(count: Int) async throws {
    try await withServer { channel, _ in
      let reply = try await channel.echo(TestMessage(count: count))
      #expect(reply.bytes.count == count)
    }
  }

  @Test func `a server stream arrives whole and in order`() async throws {
    try await withServer { channel, _ in
      var received: [String] = []
      for try await reply in try await channel.numbers(below: 1_000) { received.append(reply.text) }
      #expect(received == (0..<1_000).map(String.init))
    }
  }

  @Test func `a client stream arrives whole and in order`() async throws {
    try await withServer { channel, _ in
      let reply = try await channel.clientStreaming(
        TestMethods.join, .bounded, as: TestMessage.self
      ) { (requests: RequestWriter<TestMessage>) in
        for number in 0..<1_000 { try await requests.write(TestMessage("\(number)")) }
      }
      #expect(reply.text == (0..<1_000).map(String.init).joined(separator: ","))
    }
  }

  @Test func `a bidirectional call answers each message before the next is sent`() async throws {
    try await withServer { channel, _ in
      let (requests, replies) = try await channel.bidirectional(
        TestMethods.chat, .bounded, requests: TestMessage.self, as: TestMessage.self)
      var iterator = replies.makeAsyncIterator()
      for number in 0..<100 {
        try await requests.write(TestMessage("\(number)"))
        #expect(try await iterator.next()?.text == "\(number)")
      }
      await requests.finish()
      #expect(try await iterator.next() == nil)
    }
  }

  @Test func `a thousand calls at once are all answered`() async throws {
    try await withServer { channel, _ in
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for number in 0..<1_000 {
          group.addTask { try await channel.echo(TestMessage("\(number)")).text == "\(number)" }
        }
        for try await isRight in group { #expect(isRight) }
      }
    }
  }

  @Test func `calls go over a Unix socket`() async throws {
    let path = "/tmp/rpc-\(UInt32.random(in: 0...UInt32.max)).socket"
    let server = RPCServer(services: [TestService()])
    _ = try await server.start(host: "unix:\(path)", port: 0)
    let channel = RPCChannel(target: "unix:\(path)")
    let answer = try await channel.echo(TestMessage("x"))
    #expect(answer.text == "x")
    await channel.close()
    await server.stop(grace: .seconds(1))
    try? FileManager.default.removeItem(atPath: path)
  }
}
