import NIOCore

/// Where a channel connects to, in the words of gRPC's naming document:
///
///     dns:host:port, dns:///host:port, host:port   every address of the name
///     ipv4:192.0.2.1:80,192.0.2.2:80               these addresses
///     ipv6:[::1]:80,[::2]:80                       these addresses
///     unix:path, unix:///path                      a Unix socket
///
/// After a scheme the port may be left out and is 443; a plain name needs one, because a forgotten
/// port is more likely than a server of ours there.
enum ChannelTarget: Sendable, CustomStringConvertible {
  case name(String, port: Int)
  case addresses([Endpoint], authority: String)
  /// Reported by the first call: a channel is made before anything can go wrong.
  case malformed(String)

  private static let standardPort = 443

  init(_ text: String) {
    self = Self.parse(text) ?? .malformed(text)
  }

  var description: String {
    switch self {
    case .name(let host, let port): Self.text(host, port)
    case .addresses(let addresses, _): addresses.map(\.description).joined(separator: ",")
    case .malformed(let text): "\"\(text)\", which is neither host:port nor unix:path"
    }
  }

  /// The `:authority` of calls.
  var authority: String {
    switch self {
    case .name(let host, let port): Self.text(host, port)
    case .addresses(_, let authority): authority
    case .malformed: "localhost"
    }
  }

  /// The name to verify and to send as SNI; an IP address is verified but not sent.
  func tlsName(_ tls: TLSOptions) -> String? {
    if let name = tls.serverName { return name }
    if case .name(let host, _) = self { return host }
    return nil
  }

  // MARK: Parsing

  private static func parse(_ text: String) -> ChannelTarget? {
    if let rest = text.after("unix:") { return unix(rest) }
    if let rest = text.after("dns:") { return name(rest) }
    if let rest = text.after("ipv4:") ?? text.after("ipv6:") { return list(rest) }
    guard let (host, port) = split(text[...], standardPort: nil) else { return nil }
    return place(host, port)
  }

  private static func unix(_ rest: Substring) -> ChannelTarget? {
    let path = rest.hasPrefix("//") ? rest.dropFirst(2) : rest
    guard !path.isEmpty, let address = try? SocketAddress(unixDomainSocketPath: String(path))
    else { return nil }
    return .addresses([.socket(address)], authority: "localhost")
  }

  /// An authority (the DNS server to ask) is not supported.
  private static func name(_ rest: Substring) -> ChannelTarget? {
    let name = rest.hasPrefix("///") ? rest.dropFirst(3) : rest
    guard !name.contains("/"), let (host, port) = split(name, standardPort: standardPort)
    else { return nil }
    return place(host, port)
  }

  private static func list(_ rest: Substring) -> ChannelTarget? {
    var addresses: [SocketAddress] = []
    for part in rest.split(separator: ",", omittingEmptySubsequences: false) {
      guard let (host, port) = split(part, standardPort: standardPort),
        let address = try? SocketAddress(ipAddress: host, port: port)
      else { return nil }
      addresses.append(address)
    }
    guard let first = addresses.first else { return nil }
    return .addresses(addresses.map(Endpoint.socket), authority: first.text)
  }

  /// An IP address needs no look-up.
  private static func place(_ host: String, _ port: Int) -> ChannelTarget {
    if let address = try? SocketAddress(ipAddress: host, port: port) {
      return .addresses([.socket(address)], authority: text(host, port))
    }
    return .name(host, port: port)
  }

  private static func split(_ text: Substring, standardPort: Int?) -> (String, Int)? {
    let colons = text.count { $0 == ":" }
    // "[::1]" and "::1" have colons but no port.
    if colons == 0 || text.hasSuffix("]") || (colons > 1 && !text.hasPrefix("[")) {
      guard let standardPort, !text.isEmpty else { return nil }
      return (bare(text), standardPort)
    }
    guard let colon = text.lastIndex(of: ":"), colon != text.startIndex,
      let port = Int(text[text.index(after: colon)...]), (1...65_535).contains(port)
    else { return nil }
    return (bare(text[..<colon]), port)
  }

  private static func bare(_ host: Substring) -> String {
    String(host.hasPrefix("[") && host.hasSuffix("]") ? host.dropFirst().dropLast() : host)
  }

  private static func text(_ host: String, _ port: Int) -> String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}

extension String {
  fileprivate func after(_ prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}
