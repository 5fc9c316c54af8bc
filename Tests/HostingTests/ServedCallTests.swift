import Foundation
import Logging
import NIOCore
import RPC
import Testing

@testable import Hosting

/// Calls through a real server that has Hosting's observer and interceptor.
@Suite("Served calls", .timeLimit(.minutes(1))) struct ServedCallTests {
  static let method = RPCMethod(
    service: "test.Test", name: "Ids", kind: .unary, idempotency: .noSideEffects)

  /// Answers with the ids of the request that its handler runs in; fails when asked to.
  private struct Ids: RPCService {
    var handlers: [RPCHandler] {
      [
        .unary(ServedCallTests.method) { (request: Text, _) in
          guard request.text != "fail" else {
            throw RPCError(.internalError, "outside", cause: POSIXError(.EIO))
          }
          await Task.yield()
          let current = RequestContext.current
          return Text(text: "\(current?.requestID ?? "-") \(current?.trace.traceID ?? "-")")
        }
      ]
    }
  }

  struct Text: WireMessage {
    var text: String
    init(text: String) { self.text = text }
    init(wireBytes: UnsafeRawBufferPointer) {
      text = unsafe String(decoding: wireBytes, as: UTF8.self)
    }
    func appendWireBytes(to buffer: inout ByteBuffer) { buffer.writeString(text) }
  }

  /// What the caller got, what was counted and what was logged.
  private func serve(
    _ body: (RPCChannel) async throws -> Void
  ) async throws -> (metrics: PrometheusParser, log: [String]) {
    let pipe = try TestPipe()
    let writer = LogWriter(descriptor: pipe.writing)
    let registry = MetricRegistry()
    var options = ServerOptions()
    options.observer = CallObserver(
      methods: [Self.method], registry: registry,
      logger: Logger(label: "t") { _ in
        LineLogHandler(label: "t", level: .debug, format: .json, writer: writer)
      })
    options.interceptors = [RequestContextInterceptor()]
    let server = RPCServer(services: [Ids()], options: options)
    let port = try await server.start(host: "127.0.0.1", port: 0)
    let channel = RPCChannel(target: "127.0.0.1:\(port)")
    let result: Result<Void, any Error>
    do { result = .success(try await body(channel)) } catch { result = .failure(error) }
    await channel.close()
    await server.stop(grace: .seconds(1))
    try result.get()
    writer.flush()
    let lines = pipe.read().split(separator: "\n").map(String.init)
    return (try PrometheusParser(registry.text), lines)
  }

  private func ids(
    _ channel: RPCChannel, _ metadata: Metadata = [:], text: String = ""
  ) async throws(RPCError) -> [String] {
    let options = CallOptions(metadata: metadata, timeout: .seconds(10), waitForReady: true)
    let reply = try await channel.unary(Self.method, Text(text: text), options, as: Text.self)
    return reply.text.split(separator: " ").map(String.init)
  }

  @Test("A handler runs in its caller's request and trace, and the log line has the same ids")
  func context() async throws {
    let (_, log) = try await serve { channel in
      let given = try await ids(
        channel,
        ["x-request-id": "r-1", "traceparent": "00-\(TraceTests.trace)-\(TraceTests.span)-01"])
      #expect(given == ["r-1", TraceTests.trace])
    }
    let line = try #require(log.first { $0.contains("call ended") })
    #expect(line.contains(#""request_id":"r-1""#))
    #expect(line.contains(#""trace_id":"\#(TraceTests.trace)""#))
  }

  @Test("A call without ids gets its own, the same in its handler and in its log line")
  func made() async throws {
    var seen: [[String]] = []
    let (_, log) = try await serve { channel in
      seen.append(try await ids(channel))
      seen.append(try await ids(channel))
    }
    #expect(seen.count == 2 && seen[0] != seen[1])
    for ids in seen {
      #expect(ids[0].utf8.count == 32 && ids[1].utf8.count == 32)
      #expect(log.contains { $0.contains(ids[0]) && $0.contains(ids[1]) })
    }
  }

  @Test("Ends are counted by code, and the cause of a fault is logged and not sent")
  func faults() async throws {
    let (metrics, log) = try await serve { channel in
      _ = try await ids(channel)
      let error = await #expect(throws: RPCError.self) {
        _ = try await ids(channel, text: "fail")
      }
      #expect(error?.code == .internalError)
      #expect(error?.message == "outside")
    }
    let labels = ["grpc_service": "test.Test", "grpc_method": "Ids"]
    for (code, count) in [("OK", 1.0), ("INTERNAL", 1), ("NOT_FOUND", 0)] {
      let labels = labels.merging(["grpc_code": code]) { $1 }
      #expect(metrics.value("grpc_server_handled_total", labels) == count)
    }
    #expect(metrics.value("grpc_server_started_total", labels) == 2)
    for code in ["OK", "INTERNAL"] {
      let labels = labels.merging(["grpc_code": code]) { $1 }
      #expect(metrics.value("grpc_server_handling_seconds_count", labels) == 1)
    }
    // "fail" and an empty request, with their prefixes; a reply of two ids of 32 and a space.
    #expect(metrics.value("grpc_server_received_bytes_total", labels) == 14)
    #expect(metrics.value("grpc_server_sent_bytes_total", labels) == 70)
    let line = try #require(log.first { $0.contains("INTERNAL") })
    #expect(line.contains(#""level":"error""#))
    #expect(line.contains("cause"))
  }
}
