import Foundation
import RPC
import RPCTestSupport
import Testing

@testable import Hosting

@Suite("Listening") struct ListenTests {
  @Test(
    "An address is a host and a port, or a Unix socket",
    arguments: [
      ("127.0.0.1:7001", "127.0.0.1", 7_001), ("localhost:0", "localhost", 0),
      ("[::1]:65535", "::1", 65_535), ("unix:/run/x.sock", "unix:/run/x.sock", 0),
    ])
  func address(text: String, host: String, port: Int) throws {
    let address = try #require(ListenAddress(text))
    #expect(address == ListenAddress(host: host, port: port))
    #expect(address.text == text)
  }

  @Test(
    "What is no address is refused",
    arguments: [
      "", ":", ":1", "host", "host:", "host:65536", "host:-1", "host:+1", "host:1x", "::1:7001",
      "[::1]", "[]:1", "[host]:1", "unix:", "unix:relative", "unix:1",
      "unix:/" + String(repeating: "x", count: 107),
    ])
  func noAddress(text: String) { #expect(ListenAddress(text) == nil) }

  @Test(
    "What is no method with its size is refused",
    arguments: [
      "", "a.B/C", "a.B/C=", "a.B=1KiB", "/=1KiB", "a.B/=1KiB", "/C=1KiB", "a.B/C/D=1KiB",
      "a.B/C=1KiB=1", "a.B/C=1B", "a.B/C=1GiB", "a.B/C=many",
    ])
  func noSize(text: String) { #expect(MethodSize(text, in: 1_024...(64 << 20)) == nil) }

  @Test("A size goes to its method, and one for a method that is not there stops the start")
  func sizes() throws {
    let method = RPCMethod(service: "a.B", name: "Get", kind: .unary, idempotency: .unknown)
    let range = 1_024...(64 << 20)
    let wanted = try #require(MethodSize("a.B/Get=16MiB", in: range))
    #expect(wanted.text == "a.B/Get=16MiB")
    let sizes = try MethodSize.sizes([wanted], of: [method], reply: 7)
    #expect(sizes.count == 1 && sizes[method]?.request == 16 << 20 && sizes[method]?.reply == 7)
    let other = try #require(MethodSize("a.B/Got=16MiB", in: range))
    let failure = #expect(throws: StartFailure.self) {
      try MethodSize.sizes([other], of: [method], reply: 7)
    }
    #expect(failure?.exitCode == .usage)
    #expect(failure?.description.contains("a.B/Got; did you mean a.B/Get?") == true)
  }
}

extension ProcessTests {
  @Test("A service answers on every address, each method with its own message size")
  func listeners() async throws {
    let method = RPCMethod(
      service: "grpc.health.v1.Health", name: "Check", kind: .unary, idempotency: .unknown)
    let socket = FileManager.default.temporaryDirectory.path + "/s-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: socket) }
    let ended = try await run([
      "--listen-also", "127.0.0.1:0", "--listen-also", "unix:\(socket)",
      "--listen-message-sizes", "grpc.health.v1.Health/Check=1KiB",
    ]) { process, log, _ in
      try await untilReady(log)
      let line = try #require(read(log).split(separator: "\n").first { $0.contains("\"ready\"") })
      let ports = line.matches(of: /"port":"([0-9]+)"|127\.0\.0\.1:([0-9]+)/).compactMap {
        $0.1 ?? $0.2
      }
      #expect(Set(ports).count == 2, "\(line)")
      #expect(line.contains(socket.suffix(36)))
      for target in ports.map({ "127.0.0.1:\($0)" }) + ["unix:\(socket)"] {
        let channel = RPCChannel(target: target)
        func check(_ bytes: Int) async throws -> String {
          // A field that the message does not have, of so many bytes with its tag and length.
          let field = "\u{7a}\u{7f}" + String(repeating: "x", count: 127)
          let text = String(repeating: field, count: bytes / 129)
          return try await channel.unary(
            method, ServedCallTests.Text(text: text), .bounded, as: ServedCallTests.Text.self
          ).text
        }
        #expect(try await check(0) == "\u{8}\u{1}")
        #expect(try await check(900) == "\u{8}\u{1}")
        let error = await status { _ = try await check(1_200) }
        #expect(error?.code == .resourceExhausted, "\(String(describing: error))")
        await channel.close()
      }
      kill(process.processIdentifier, SIGTERM)
    }
    #expect(ended.code == 0)
  }

  @Test("An address in use or a method that is not there stops the start and says which")
  func wrongListening() async throws {
    let wrong = try await run(["--listen-message-sizes", "grpc.health.v1.Health/Chek=1KiB"])
    #expect(wrong.code == 64)
    #expect(wrong.log.contains("did you mean grpc.health.v1.Health/Check?"))
    let noAddress = try await run(["--listen-also", "nowhere"])
    #expect(noAddress.code == 64 && noAddress.journal.isEmpty)
    let socket = FileManager.default.temporaryDirectory.path + "/missing/s"
    let unusable = try await run(["--listen-also", "unix:\(socket)"])
    #expect(unusable.code == 69)
    #expect(unusable.log.contains("cannot listen on unix:"))
    #expect(unusable.journal.last == "close")
  }
}
