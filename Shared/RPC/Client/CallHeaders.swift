/// The request headers of a channel's calls.
struct CallHeaders {
  let authority: String
  let isSecure: Bool
  let userAgent: String

  init(_ target: ChannelTarget, _ options: ChannelOptions) {
    authority = options.authority ?? target.authority
    isSecure = options.tls != nil
    userAgent = options.userAgent
  }

  /// - Parameter previousAttempts: Those that count, as servers are told (gRFC A6).
  func list(_ terms: CallTerms, previousAttempts: Int) -> HeaderList {
    var list = HeaderList()
    list.add(":method", "POST")
    list.add(":scheme", isSecure ? "https" : "http")
    list.add(":path", terms.method.path.utf8)
    list.add(":authority", authority.utf8)
    list.add("content-type", "application/grpc")
    list.add("te", "trailers")
    list.add("user-agent", userAgent.utf8)
    list.add("grpc-accept-encoding", Compression.accepted)
    if let compression = terms.compression {
      list.add("grpc-encoding", compression.rawValue.utf8)
    }
    if let deadline = terms.deadline {
      list.add("grpc-timeout", Timeout.encode(deadline.remaining).utf8)
    }
    if previousAttempts > 0 {
      list.add("grpc-previous-rpc-attempts", String(previousAttempts).utf8)
    }
    terms.metadata.write(to: &list)
    return list
  }
}
