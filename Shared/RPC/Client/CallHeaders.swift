import NIOCore

/// The request headers of a channel's calls.
struct CallHeaders {
  private let headers: RequestHeaders

  init(_ target: ChannelTarget, _ options: ChannelOptions) {
    headers = RequestHeaders([
      (":method", "POST"), (":scheme", options.tls == nil ? "http" : "https"),
      (":authority", options.authority ?? target.authority),
      ("content-type", "application/grpc"), ("te", "trailers"), ("user-agent", options.userAgent),
      ("grpc-accept-encoding", Compression.accepted.description),
    ])
  }

  /// Sends a stream's request. False when its connection can open no more.
  /// - Parameter previousAttempts: Those that count, as servers are told (gRFC A6).
  func open(_ stream: ClientStream, _ terms: CallTerms, previousAttempts: Int) -> Bool {
    var more: [(name: StaticString, value: String)] = []
    if let compression = terms.compression { more.append(("grpc-encoding", compression.rawValue)) }
    if previousAttempts > 0 {
      more.append(("grpc-previous-rpc-attempts", String(previousAttempts)))
    }
    return stream.session.request(
      stream, headers, path: terms.method.path,
      timeout: terms.deadline?.remainingNanoseconds(.now()), more, terms.metadata)
  }
}
