import NIOCore
import NIOPosix

/// Where a channel connects to.
enum ChannelTarget: Sendable, CustomStringConvertible {
  case host(String, port: Int)
  case unix(path: String)
  /// Reported by the first call: a channel is made before anything can go wrong.
  case malformed(String)

  init(_ text: String) {
    if text.hasPrefix("unix:") {
      self = .unix(path: String(text.dropFirst("unix:".count)))
      return
    }
    guard let colon = text.lastIndex(of: ":"),
      let port = Int(text[text.index(after: colon)...]), (1...65_535).contains(port)
    else {
      self = .malformed(text)
      return
    }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    self = .host(String(host), port: port)
  }

  var description: String {
    switch self {
    case .host(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    case .unix(let path): "unix:\(path)"
    case .malformed(let text): "\"\(text)\", which is neither host:port nor unix:path"
    }
  }

  /// The `:authority` of calls.
  var authority: String {
    if case .host = self { description } else { "localhost" }
  }

  /// The name to verify and to send as SNI; an IP address is verified but not sent.
  func tlsName(_ tls: TLSOptions) -> String? {
    if let name = tls.serverName { return name }
    guard case .host(let host, _) = self else { return nil }
    return (try? SocketAddress(ipAddress: host, port: 0)) == nil ? host : nil
  }

  func connect(_ bootstrap: ClientBootstrap) -> EventLoopFuture<any Channel> {
    switch self {
    case .host(let host, let port): bootstrap.connect(host: host, port: port)
    case .unix(let path): bootstrap.connect(unixDomainSocketPath: path)
    // An empty path is refused by the bootstrap itself.
    case .malformed: bootstrap.connect(unixDomainSocketPath: "")
    }
  }
}

extension Backoff {
  /// The pause after this many failures before the present one.
  func pause(after failures: Int) -> Duration {
    var pause = initial
    for _ in 0..<failures where pause < maximum { pause = min(pause * multiplier, maximum) }
    return pause * Double.random(in: (1 - jitter)...(1 + jitter))
  }
}
