import Glibc
import NIOCore

/// Every address of a host name, in the order in which they are to be tried.
///
/// getaddrinfo sorts by RFC 6724; then the families take turns (RFC 8305 section 4), so that a
/// broken IPv6 costs one attempt and not one for each address. It blocks: not for an event loop.
func lookUp(_ host: String, _ port: Int) throws -> [SocketAddress] {
  var hints = unsafe addrinfo()
  unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
  var first: UnsafeMutablePointer<addrinfo>?
  let code = unsafe getaddrinfo(host, nil, &hints, &first)
  guard code == 0 else { throw NameLookupFailure(host: host, code: code) }
  defer { unsafe freeaddrinfo(first) }
  var addresses: [SocketAddress] = []
  var next = unsafe first
  while let entry = unsafe next {
    if var address = unsafe socketAddress(entry.pointee, host) {
      address.port = port
      if !addresses.contains(address) { addresses.append(address) }
    }
    unsafe next = unsafe entry.pointee.ai_next
  }
  return takingTurns(addresses)
}

private func socketAddress(_ entry: addrinfo, _ host: String) -> SocketAddress? {
  guard let address = unsafe UnsafeRawPointer(entry.ai_addr) else { return nil }
  switch unsafe entry.ai_family {
  case AF_INET: return unsafe SocketAddress(address.loadUnaligned(as: sockaddr_in.self), host: host)
  case AF_INET6:
    return unsafe SocketAddress(address.loadUnaligned(as: sockaddr_in6.self), host: host)
  default: return nil
  }
}

/// One of the first address's family, one of the other, and so on.
func takingTurns(_ addresses: [SocketAddress]) -> [SocketAddress] {
  guard let family = addresses.first?.protocol else { return [] }
  var one = addresses.filter { $0.protocol == family }[...]
  var other = addresses.filter { $0.protocol != family }[...]
  var sorted: [SocketAddress] = []
  while !one.isEmpty || !other.isEmpty {
    if let address = one.popFirst() { sorted.append(address) }
    if let address = other.popFirst() { sorted.append(address) }
  }
  return sorted
}

struct NameLookupFailure: Error, CustomStringConvertible {
  let host: String
  /// getaddrinfo's number.
  let code: Int32

  var description: String {
    let reason = unsafe gai_strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    return "The name \(host) was not found: \(reason)."
  }
}
