import RPC
import Testing

@testable import Hosting

@Suite("Request and trace ids") struct TraceTests {
  static let trace = "0af7651916cd43dd8448eb211c80319c"
  static let span = "b7ad6b7169203331"

  @Test("A traceparent is read and written as the standard has it")
  func roundTrip() throws {
    for flags in ["00", "01"] {
      let header = "00-\(Self.trace)-\(Self.span)-\(flags)"
      let context = try #require(TraceContext(traceparent: header))
      #expect(context.traceparent == header)
      #expect(context.isSampled == (flags == "01"))
    }
    let later = "cc-\(Self.trace)-\(Self.span)-01-what-the-future-holds"
    #expect(TraceContext(traceparent: later)?.traceID == Self.trace)
  }

  @Test(
    "A traceparent that breaks the form is ignored",
    arguments: [
      "", "00", "ff-\(trace)-\(span)-01", "00-\(trace.uppercased())-\(span)-01",
      "00-00000000000000000000000000000000-\(span)-01", "00-\(trace)-0000000000000000-01",
      "00-\(trace)-\(span)-01-more", "00-\(trace)-\(span)-0g", "00-\(trace)-\(span)-1",
      "00_\(trace)_\(span)_01", "cc-\(trace)-\(span)-01.", "00-\(trace)\(span)-01",
    ])
  func malformed(header: String) {
    #expect(TraceContext(traceparent: header) == nil)
  }

  @Test("A call goes on in its caller's trace with a span of its own")
  func child() {
    let context = RequestContext(of: ["traceparent": "00-\(Self.trace)-\(Self.span)-01"])
    #expect(context.trace.traceID == Self.trace)
    #expect(context.trace.spanID != Self.span)
    #expect(context.trace.isSampled)
  }

  @Test(
    "A request id that is safe is kept, any other is replaced",
    arguments: [
      ("a-Z.0:9/+=_", true), (String(repeating: "x", count: 128), true),
      (String(repeating: "x", count: 129), false), ("", false), ("a b", false), ("a\nb", false),
      ("<script>", false), ("é", false), ("a\"b", false),
    ])
  func requestID(id: String, isKept: Bool) {
    let made = RequestContext(of: ["x-request-id": id]).requestID
    #expect((made == id) == isKept)
    if !isKept { #expect(made.utf8.count == 32) }
  }

  @Test("Outgoing calls carry the ids of the request they belong to, and none outside of one")
  func outgoing() async throws {
    let context = RequestContext(of: ["x-request-id": "r-1"])
    let options = await context.run { CallOptions(timeout: .seconds(1)).inRequest }
    #expect(options.metadata["x-request-id"] == "r-1")
    let sent = try #require(
      options.metadata["traceparent"].flatMap { TraceContext(traceparent: $0) })
    #expect(sent.traceID == context.trace.traceID)
    #expect(sent.spanID != context.trace.spanID)
    #expect(options.timeout == .seconds(1))
    #expect(CallOptions().inRequest.metadata.isEmpty)
  }
}
