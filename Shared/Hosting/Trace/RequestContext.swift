package import Logging
package import RPC

/// What ties together everything that one request causes: its log lines here, its calls to other
/// services, their log lines. A handler reads it as `RequestContext.current`.
package struct RequestContext: Sendable, Equatable {
  /// From `x-request-id`, or made here.
  package let requestID: String
  package let trace: TraceContext

  /// Where a context comes from, for who may need it later and elsewhere: a call has its context made when
  /// somebody asks.
  package enum Source: Sendable {
    case call(ServerCall)
    case context(RequestContext)

    package var context: RequestContext {
      switch self {
      case .call(let call): RequestContext.of(call)
      case .context(let context): context
      }
    }
  }

  @TaskLocal package static var source: Source?

  /// The context of the call, or of the background work, that runs now.
  package static var current: RequestContext? { source?.context }

  /// The context of an incoming call. What a caller sends is taken only in a form that is safe to
  /// log and to pass on.
  package init(of metadata: Metadata) {
    requestID =
      metadata["x-request-id"].flatMap { Self.isUsable($0) ? $0 : nil } ?? Hex.random(words: 2)
    trace =
      metadata["traceparent"].flatMap { traceparent in
        TraceContext(traceparent: traceparent, tracestate: metadata.values("tracestate"))?.child()
      } ?? .root()
  }

  /// The call's context, made when it is first asked for: a call that nobody traces and that leaves
  /// no line in the log has none (6,000 instructions and 10 allocations).
  static func of(_ call: ServerCall) -> RequestContext {
    if let made = call.context as? RequestContext { return made }
    let metadata = call.metadata
    let context = call.context { RequestContext(of: metadata) }
    return context as? RequestContext ?? RequestContext(of: metadata)
  }

  /// For work that no call causes: a relay's round, a reminder.
  package init() { self.init(of: Metadata()) }

  /// Runs `body` with this context as `current`.
  package func run<R>(_ body: () async throws -> R) async rethrows -> R {
    try await Self.$source.withValue(.context(self), operation: body)
  }

  /// Runs `body` with the call's context as `current`.
  static func run<R>(of call: ServerCall, _ body: () async throws -> R) async rethrows -> R {
    try await $source.withValue(.call(call), operation: body)
  }

  /// 1 to 128 letters, digits and `-._:/+=`: what gateways make, and nothing that a log, a shell
  /// or a URL could take for something else.
  private static func isUsable(_ id: String) -> Bool {
    guard (1...128).contains(id.utf8.count) else { return false }
    return id.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-._:/+=".utf8.contains(byte)
      }
    }
  }

  /// For the logs: `request_id` and `trace_id` of whatever runs now.
  package static let metadataProvider = Logger.MetadataProvider {
    guard let current else { return [:] }
    return current.logMetadata
  }

  var logMetadata: Logger.Metadata {
    ["request_id": .string(requestID), "trace_id": .string(trace.traceID)]
  }
}

extension CallOptions {
  /// The same options, carrying the request's ids to the service that is called. Outside a request
  /// it changes nothing.
  package var inRequest: CallOptions {
    guard let context = RequestContext.current else { return self }
    var options = self
    options.metadata.add("x-request-id", context.requestID)
    options.metadata.add("traceparent", context.trace.child().traceparent)
    if context.trace.state != .none {
      options.metadata.add("tracestate", context.trace.state.text)
    }
    return options
  }
}
