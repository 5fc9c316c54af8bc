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
    "A tracestate goes on as it came",
    arguments: [
      (["vendor=value"], "vendor=value"), (["a=1,b=2", "c=3"], "a=1,b=2,c=3"),
      ([" a=1 ,\t, b=x y"], "a=1,b=x y"), (["tenant@system=v,0t@s=v"], "tenant@system=v,0t@s=v"),
      (["a-_*/=!#$%&'()+-./:;<>?@[]~"], "a-_*/=!#$%&'()+-./:;<>?@[]~"), ([""], ""), ([], ""),
    ])
  func state(headers: [String], kept: String) {
    #expect(TraceState(headers).text == kept)
  }

  @Test(
    "A tracestate that breaks the form is left out whole, and the trace goes on",
    arguments: [
      "a", "a=", "=1", "A=1", "0a=1", "a=1,a=2", "a=1=2", "a b=1", "a@=1", "@b=1", "a@0=1",
      "a@b@c=1", "a=\u{7f}", "a=é", "a=" + String(repeating: "x", count: 257),
      String(repeating: "x", count: 257) + "=1", "a@" + String(repeating: "x", count: 15) + "=1",
      (0...32).map { "a\($0)=1" }.joined(separator: ","), "a=1\nb=2",
    ])
  func brokenState(header: String) throws {
    let context = RequestContext(
      of: ["traceparent": "00-\(Self.trace)-\(Self.span)-01", "tracestate": header])
    #expect(context.trace.traceID == Self.trace)
    #expect(context.trace.state == .none)
  }

  @Test("Of a tracestate that is too long the long entries are left out, then the last")
  func longState() {
    let short = (0..<30).map { "a\($0)=" + String(repeating: "x", count: 20) }
    let long = "long=" + String(repeating: "x", count: 200)
    let kept = TraceState([([long] + short).joined(separator: ",")]).text
    #expect(kept.utf8.count <= 512 && kept.utf8.count > 480)
    #expect(short.joined(separator: ",").hasPrefix(kept))
    #expect(TraceState([long, "b=2"]).text == long + ",b=2")
  }

  @Test("A tracestate without a traceparent is not believed")
  func stateAlone() {
    let context = RequestContext(of: ["tracestate": "a=1"])
    #expect(context.trace.state == .none)
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
    let parent = "00-\(Self.trace)-\(Self.span)-01"
    let context = RequestContext(
      of: ["x-request-id": "r-1", "traceparent": parent, "tracestate": "a=1"])
    let options = await context.run { CallOptions(timeout: .seconds(1)).inRequest }
    #expect(options.metadata["x-request-id"] == "r-1")
    let sent = try #require(
      options.metadata["traceparent"].flatMap { TraceContext(traceparent: $0) })
    #expect(sent.traceID == context.trace.traceID)
    #expect(sent.spanID != context.trace.spanID)
    #expect(options.metadata.values("tracestate") == ["a=1"])
    #expect(options.timeout == .seconds(1))
    #expect(CallOptions().inRequest.metadata.isEmpty)
  }
}
