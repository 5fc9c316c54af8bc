/// Which addresses a client may connect to.
///
/// The addresses come from people outside (a webhook's URL, a mail server's name), so only those
/// that are reachable over the public internet are permitted, unless the configuration allows
/// more. The policy is asked with the address a socket is about to connect to, after the name was
/// resolved: a name that resolves to something else the second time gains nothing.
package struct AddressPolicy: Sendable, Equatable {
  private let allowed: [IPNetwork]

  /// - Parameter allow: networks that are permitted although they are not public, for example
  ///   `10.20.0.0/16` for receivers in the company's own network. An IPv4 network holds for its
  ///   IPv4-mapped form too.
  package init(allow: [IPNetwork] = []) {
    allowed = allow
  }

  package func permits(_ address: IPAddress) -> Bool {
    if allowed.contains(where: { $0.contains(address) }) { return true }
    switch address {
    case .v4:
      return !Self.closedV4.contains { $0.contains(address) }
    case .v6:
      // What carries an IPv4 address inside goes where that address goes.
      if let inner = address.embeddedV4 { return permits(inner) }
      return Self.publicV6.contains(address) && !Self.closedV6.contains { $0.contains(address) }
    }
  }

  /// IANA's special-purpose registry (RFC 6890) where it says "not globally reachable", multicast
  /// and the reserved rest.
  private static let closedV4: [IPNetwork] = [
    v4(0, 0, 0, 0, 8),  // this host: 0.0.0.0 connects to loopback on Linux
    v4(10, 0, 0, 0, 8),  // private
    v4(100, 64, 0, 0, 10),  // carrier-grade NAT; some clouds keep their metadata here
    v4(127, 0, 0, 0, 8),  // loopback
    v4(168, 63, 129, 16, 32),  // Azure's host agent: a public address that is never public
    v4(169, 254, 0, 0, 16),  // link-local, cloud metadata
    v4(172, 16, 0, 0, 12),  // private
    v4(192, 0, 0, 0, 24),  // protocol assignments
    v4(192, 0, 2, 0, 24),  // documentation
    v4(192, 88, 99, 0, 24),  // 6to4 relays, deprecated
    v4(192, 168, 0, 0, 16),  // private
    v4(198, 18, 0, 0, 15),  // benchmarks
    v4(198, 51, 100, 0, 24),  // documentation
    v4(203, 0, 113, 0, 24),  // documentation
    v4(224, 0, 0, 0, 4),  // multicast
    v4(240, 0, 0, 0, 4),  // reserved, broadcast
  ]

  /// All that IANA has given out as global unicast. Loopback, unique-local (fc00::/7), link-local
  /// (fe80::/10), multicast (ff00::/8) and the unspecified address lie outside of it.
  private static let publicV6 = v6(0x2000, 0, 3)

  private static let closedV6: [IPNetwork] = [
    v6(0x2001, 0, 23),  // protocol assignments, Teredo among them
    v6(0x2001, 0x0db8, 32),  // documentation
    v6(0x3fff, 0, 20),  // documentation
  ]

  private static func v4(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32, _ prefix: Int)
    -> IPNetwork
  {
    IPNetwork(.v4(a << 24 | b << 16 | c << 8 | d), prefix: prefix)
  }

  private static func v6(_ first: UInt128, _ second: UInt128, _ prefix: Int) -> IPNetwork {
    IPNetwork(.v6(first << 112 | second << 96), prefix: prefix)
  }
}

extension IPAddress {
  /// The IPv4 address that an IPv6 address stands for: IPv4-mapped (`::ffff:0:0/96`), NAT64
  /// (`64:ff9b::/96`, RFC 6052) and 6to4 (`2002::/16`, RFC 3056).
  fileprivate var embeddedV4: IPAddress? {
    guard case .v6(let bits) = self else { return nil }
    switch bits >> 32 {
    case 0xffff, 0x0064_ff9b << 64: return .v4(UInt32(truncatingIfNeeded: bits))
    default: break
    }
    return bits >> 112 == 0x2002 ? .v4(UInt32(truncatingIfNeeded: bits >> 80)) : nil
  }
}
