import Glibc

/// An IPv4 or IPv6 address, without port or zone.
package enum IPAddress: Sendable, Hashable, CustomStringConvertible {
  /// In host byte order: 127.0.0.1 is `0x7f00_0001`.
  case v4(UInt32)
  /// In host byte order: ::1 is `1`.
  case v6(UInt128)

  /// Reads what `inet_pton` reads: dotted decimal with four parts, or IPv6 text without a zone.
  package init?(_ text: String) {
    var four = in_addr()
    var six = in6_addr()
    if unsafe inet_pton(AF_INET, text, &four) == 1 {
      self = .v4(UInt32(bigEndian: four.s_addr))
    } else if unsafe inet_pton(AF_INET6, text, &six) == 1 {
      self = .v6(unsafe withUnsafeBytes(of: six) { unsafe Self.bigEndian($0) })
    } else {
      return nil
    }
  }

  /// Reads a socket address of `length` bytes; nil when it is of another family or cut short.
  init?(socketAddress: UnsafeRawPointer, length: Int) {
    let bytes = unsafe UnsafeRawBufferPointer(start: socketAddress, count: length)
    guard length >= MemoryLayout<sa_family_t>.size else { return nil }
    switch Int32(unsafe bytes.loadUnaligned(as: sa_family_t.self)) {
    case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
      let address = unsafe bytes.loadUnaligned(as: sockaddr_in.self)
      self = .v4(UInt32(bigEndian: address.sin_addr.s_addr))
    case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
      let address = unsafe bytes.loadUnaligned(as: sockaddr_in6.self)
      self = .v6(unsafe withUnsafeBytes(of: address.sin6_addr) { unsafe Self.bigEndian($0) })
    default:
      return nil
    }
  }

  package var description: String {
    switch self {
    case .v4(let bits):
      return [24, 16, 8, 0].map { String((bits >> $0) & 0xff) }.joined(separator: ".")
    case .v6(let bits):
      var bytes = bits.bigEndian
      var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
      _ = unsafe inet_ntop(AF_INET6, &bytes, &text, socklen_t(text.count))
      return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  private static func bigEndian(_ bytes: UnsafeRawBufferPointer) -> UInt128 {
    UInt128(bigEndian: unsafe bytes.loadUnaligned(as: UInt128.self))
  }
}

/// A block of addresses in CIDR notation: `10.0.0.0/8`, `fd00::/8`; a bare address is a block of
/// one.
package struct IPNetwork: Sendable, Hashable, CustomStringConvertible {
  private let base: IPAddress
  private let prefix: Int

  /// Nil when the text is no network or has bits set beyond its prefix (`10.0.0.1/8`): more
  /// likely a slip than a wish.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let base = IPAddress(String(parts[0])) else { return nil }
    let width = base.width
    var prefix = width
    if parts.count == 2 {
      guard parts[1].allSatisfy(\.isASCII), let number = Int(parts[1]), (0...width) ~= number,
        parts[1].first?.isNumber == true
      else { return nil }
      prefix = number
    }
    self.init(base, prefix: prefix)
    guard base.bits & ~Self.mask(width: width, prefix: prefix) == 0 else { return nil }
  }

  init(_ base: IPAddress, prefix: Int) {
    self.base = base
    self.prefix = prefix
  }

  package func contains(_ address: IPAddress) -> Bool {
    guard address.width == base.width else { return false }
    let mask = Self.mask(width: base.width, prefix: prefix)
    return address.bits & mask == base.bits & mask
  }

  package var description: String { "\(base)/\(prefix)" }

  private static func mask(width: Int, prefix: Int) -> UInt128 {
    let all = width == 128 ? UInt128.max : UInt128(UInt32.max)
    return all & ~(all >> prefix)
  }
}

extension IPAddress {
  fileprivate var width: Int {
    switch self {
    case .v4: 32
    case .v6: 128
    }
  }

  fileprivate var bits: UInt128 {
    switch self {
    case .v4(let bits): UInt128(bits)
    case .v6(let bits): bits
    }
  }
}
