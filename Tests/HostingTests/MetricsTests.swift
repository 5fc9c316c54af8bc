import CoreMetrics
import Logging
import Testing
import Threads

@testable import Hosting
@testable import RPC

@Suite("Metrics") struct MetricsTests {
  @Test("Counters, gauges and timers made through swift-metrics are shown under clean names")
  func shown() throws {
    let registry = MetricRegistry()
    registry.describe("outbox.sent_total", "Events\nthat left \\ were sent.")
    let counter = Counter(
      label: "outbox.sent", dimensions: [("target", "x")], factory: registry)
    counter.increment(by: 2)
    counter.increment()
    Meter(label: "depth", factory: registry).set(2.5)
    Recorder(label: "9lives", dimensions: [], aggregate: false, factory: registry).record(7)
    Timer(label: "took", factory: registry).recordMilliseconds(3)
    let text = try PrometheusParser(registry.text)
    #expect(text.types["outbox_sent_total"] == "counter")
    #expect(text.help["outbox_sent_total"] == #"Events\nthat left \\ were sent."#)
    #expect(text.value("outbox_sent_total", ["target": "x"]) == 3)
    #expect(text.value("depth") == 2.5)
    #expect(text.value("_lives") == 7)
    #expect(text.value("took_seconds_bucket", ["le": "0.0025"]) == 0)
    #expect(text.value("took_seconds_bucket", ["le": "0.005"]) == 1)
    #expect(text.value("took_seconds_bucket", ["le": "+Inf"]) == 1)
    #expect(text.value("took_seconds_count") == 1)
    #expect(text.value("took_seconds_sum") == 0.003)
  }

  @Test(
    "A label value of any content is read back as it was",
    arguments: ["", "a\"b", "a\\b", "a\nb", "\\n", "},x=\"", "é 漢"])
  func labels(value: String) throws {
    let registry = MetricRegistry()
    registry.counter("c", [("l", value)]).increment(by: 1)
    #expect(try PrometheusParser(registry.text).value("c_total", ["l": value]) == 1)
  }

  @Test("The same name and labels are the same number; another type of that name is not shown")
  func identity() throws {
    let registry = MetricRegistry()
    registry.counter("n", [("a", "1")]).increment(by: 1)
    registry.counter("n", [("a", "1")]).increment(by: 1)
    registry.gauge("n_total").set(9.0)
    let text = try PrometheusParser(registry.text)
    #expect(text.samples == [.init(name: "n_total", labels: ["a": "1"], value: 2)])
  }

  @Test("A histogram counts what lies on a bound below it, and takes any number")
  func bounds() {
    let histogram = HistogramCell(bounds: [10, 20], divisor: 1)
    for value in [-5, 10, 11, 20, 21, 1 << 60] as [Int64] { histogram.record(value) }
    for value in [Double.nan, .infinity, 1e300] { histogram.record(value) }
    #expect(histogram.current.counts == [2, 2, 2])
  }

  @Test("Counting from many tasks at once loses nothing")
  func concurrent() async {
    let registry = MetricRegistry()
    let gauge = registry.gauge("g")
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<1_000 {
            registry.counter("c").increment(by: 1)
            gauge.increment(by: 0.5)
          }
        }
      }
    }
    #expect(registry.counter("c").current == 8_000)
    #expect(gauge.current == 4_000)
  }

  @Test("What ended threads have counted stays, and those that follow count on in their place")
  func threads() async {
    let counter = CounterCell()
    let histogram = HistogramCell(bounds: [1], divisor: 1)
    let before = ThreadCounts.most
    for _ in 0..<200 {
      await withCheckedContinuation { done in
        let isStarted = startThread {
          counter.increment(by: 2)
          histogram.record(Int64(1))
          done.resume()
        }
        if !isStarted { done.resume() }
      }
    }
    #expect(counter.current == 400)
    #expect(histogram.current.counts == [200, 0])
    #expect(histogram.current.sum == 200)
    // A thread may begin before the one before has quite ended.
    #expect(ThreadCounts.most < before + 100)
    counter.reset()
    #expect(counter.current == 0)
    counter.increment(by: 3)
    #expect(counter.current == 3)
  }

  @Test("To ask for a metric again, or for a name of another type, takes nothing for good")
  func lookUps() {
    let registry = MetricRegistry()
    registry.gauge("taken_total").set(9.0)
    for _ in 0..<70_000 {
      registry.counter("again").increment(by: 1)
      registry.counter("taken").increment(by: 1)
    }
    #expect(registry.counter("again").current == 70_000)
  }

  @Test("Calls are counted by method and code, and unknown methods under one name")
  func calls() throws {
    let registry = MetricRegistry()
    let known = RPCMethod(service: "s.S", name: "Get", kind: .unary, idempotency: .unknown)
    let observer = CallObserver(
      methods: [known], registry: registry,
      logger: Logger(label: "t") { _ in SwiftLogNoOpLogHandler() })
    for (method, code) in [
      (known, RPCError.Code.ok), (known, .ok), (known, .notFound),
      (RPCMethod(service: "evil", name: "1", kind: .unary, idempotency: .unknown), .unimplemented),
      (RPCMethod(service: "evil", name: "2", kind: .unary, idempotency: .unknown), .unimplemented),
    ] {
      let call = Self.call(method)
      observer.callStarted(call, of: method)
      observer.callEnded(
        call, of: method,
        CallOutcome(
          error: code == .ok ? nil : RPCError(code, ""), nanoseconds: 2_000_000,
          requestBytes: 10, replyBytes: 1))
    }
    let text = try PrometheusParser(registry.text)
    let get = ["grpc_service": "s.S", "grpc_method": "Get"]
    let unknown = ["grpc_service": "unknown", "grpc_method": "unknown"]
    #expect(text.value("grpc_server_started_total", get) == 3)
    #expect(text.value("grpc_server_handled_total", get.adding("grpc_code", "OK")) == 2)
    #expect(text.value("grpc_server_handled_total", get.adding("grpc_code", "NOT_FOUND")) == 1)
    #expect(
      text.value("grpc_server_handling_seconds_count", get.adding("grpc_code", "OK")) == 2)
    #expect(
      text.value("grpc_server_handling_seconds_count", get.adding("grpc_code", "ABORTED")) == nil)
    #expect(text.value("grpc_server_received_bytes_total", get) == 30)
    #expect(text.value("grpc_server_sent_bytes_total", get) == 3)
    #expect(text.value("grpc_server_received_bytes_total", unknown) == 20)
    #expect(
      text.value("grpc_server_handled_total", unknown.adding("grpc_code", "UNIMPLEMENTED")) == 2)
    #expect(!registry.text.contains("evil"))
  }

  @Test func `calls to others are counted under names of their own`() throws {
    let registry = MetricRegistry()
    let method = RPCMethod(service: "s.S", name: "Get", kind: .unary, idempotency: .unknown)
    let observer = ClientCallObserver(registry: registry)
    for error in [nil, RPCError(.unavailable, "")] {
      observer.callStarted(method)
      observer.callEnded(
        method,
        CallOutcome(error: error, nanoseconds: 2_000_000, requestBytes: 10, replyBytes: 1))
    }
    let text = try PrometheusParser(registry.text)
    let get = ["grpc_service": "s.S", "grpc_method": "Get"]
    #expect(text.value("grpc_client_started_total", get) == 2)
    #expect(text.value("grpc_client_handled_total", get.adding("grpc_code", "OK")) == 1)
    #expect(text.value("grpc_client_handled_total", get.adding("grpc_code", "UNAVAILABLE")) == 1)
    #expect(
      text.value("grpc_client_handling_seconds_count", get.adding("grpc_code", "OK")) == 1)
    #expect(text.value("grpc_client_sent_bytes_total", get) == 20)
    #expect(text.value("grpc_client_received_bytes_total", get) == 2)
  }

  @Test(
    "Our faults are logged as errors with their cause, a caller's below",
    arguments: [
      (RPCError.Code.internalError, "error"), (.unknown, "error"), (.dataLoss, "error"),
      (.unavailable, "notice"), (.notFound, "info"), (.ok, "debug"),
    ])
  func levels(code: RPCError.Code, level: String) throws {
    let pipe = try TestPipe()
    let writer = LogWriter(descriptor: pipe.writing)
    let logger = Logger(label: "t") { _ in
      LineLogHandler(label: "t", level: .debug, format: .json, writer: writer)
    }
    let observer = CallObserver(methods: [], registry: MetricRegistry(), logger: logger)
    let call = Self.call(
      RPCMethod(service: "s", name: "M", kind: .unary, idempotency: .unknown),
      ["x-request-id": "r-7"])
    observer.callStarted(call, of: call.method)
    let error = code == .ok ? nil : RPCError(code, "outside", cause: Cause())
    observer.callEnded(
      call, of: call.method, CallOutcome(error: error, nanoseconds: 1_042_000))
    writer.flush()
    let line = pipe.read()
    #expect(line.contains(#""level":"\#(level)""#))
    #expect(line.contains(#""request_id":"r-7""#))
    #expect(line.contains(#""method":"/s/M""#))
    #expect(line.contains(#""duration_ms":"1.042""#))
    #expect(line.contains(#""code":"\#(code.name)""#))
    #expect(line.contains(#""cause":"the disk is full""#) == (code != .ok))
  }

  private struct Cause: Error, CustomStringConvertible { let description = "the disk is full" }

  private static func call(_ method: RPCMethod, _ metadata: Metadata = [:]) -> ServerCall {
    ServerCall(
      method: method, metadata: metadata, deadline: nil,
      peer: Peer(address: "127.0.0.1:1", certificateURIs: []))
  }
}

extension [String: String] {
  fileprivate func adding(_ key: String, _ value: String) -> Self {
    merging([key: value]) { $1 }
  }
}
