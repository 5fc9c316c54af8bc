import Configuration

/// Where calls come in: "HOST:PORT", "[IPV6]:PORT" or "unix:/PATH".
struct ListenAddress: Sendable, Equatable {
  /// Linux's `sun_path` with its end.
  private static let mostPathBytes = 107

  /// As `RPCServer.start` takes it: an IPv6 address without brackets, a Unix socket with "unix:".
  let host: String
  let port: Int

  init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  init?(_ text: String) {
    if text.hasPrefix("unix:/") {
      guard text.utf8.count - 5 <= Self.mostPathBytes, !text.utf8.contains(0) else { return nil }
      self.init(host: text, port: 0)
      return
    }
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let digits = text[text.index(after: colon)...]
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
      guard host.contains(":") else { return nil }
    } else if host.contains(":") {
      return nil
    }
    guard !host.isEmpty, host != "unix", digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let port = Int(digits), port <= 65_535
    else { return nil }
    self.init(host: String(host), port: port)
  }

  var text: String {
    if host.hasPrefix("unix:") { return host }
    return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}

extension Setting where Value == [ListenAddress] {
  /// Addresses separated by commas, or a JSON array of strings.
  static func addresses(_ key: String, help: String) -> Self {
    Self(
      key: key, type: .stringArray,
      expected:
        "addresses like 192.0.2.1:7001, [::1]:7001 or unix:/run/x.sock, separated by commas",
      default: [], help: help,
      parse: { content in
        guard let texts = content.texts?.filter({ !$0.isEmpty }) else { return nil }
        let addresses = texts.compactMap(ListenAddress.init)
        return addresses.count == texts.count ? addresses : nil
      }, print: { $0.map(\.text).joined(separator: ",") })
  }
}
