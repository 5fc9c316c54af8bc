import Foundation
import RPC
import RPCTestSupport
import TestPrograms
import Testing

/// A program that others wrote, h2load of nghttp2, makes real calls.
@Suite(.timeLimit(.minutes(1)))
struct OutsideClientTests {
  @Test func `h2load gets an answer to each of its calls`() async throws {
    let body = FileManager.default.temporaryDirectory.appending(path: "rpc-body-\(UUID())")
    try Data(Frames.message(Array(repeating: 9, count: 150))).write(to: body)
    defer { try? FileManager.default.removeItem(at: body) }
    let recorder = Recorder()
    var options = ServerOptions()
    options.observer = recorder
    try await withServer(options: options) { _, port in
      let printed = try await ChildProgram.run([
        "h2load", "-n", "2000", "-c", "4", "-m", "50", "-d", body.path, "-H",
        "content-type: application/grpc", "-H", "te: trailers",
        "http://127.0.0.1:\(port)/test.Service/Echo",
      ])
      #expect(printed.contains("2000 succeeded, 0 failed, 0 errored, 0 timeout"))
    }
    #expect(recorder.calls.count == 2_000)
    #expect(recorder.calls.allSatisfy { $0.code == .ok })
  }
}
