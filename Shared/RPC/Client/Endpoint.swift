import NIOCore

/// Where one connection leads.
enum Endpoint: Sendable, Hashable, CustomStringConvertible {
  case socket(SocketAddress)

  var description: String {
    switch self {
    case .socket(let address): address.text
    }
  }
}
