import NIOCore

/// Where one connection leads.
enum Endpoint: Sendable, Hashable, CustomStringConvertible {
  case socket(SocketAddress)
  case inProcess(InProcessServer)

  var description: String {
    switch self {
    case .socket(let address): address.text
    case .inProcess: "a server in this process"
    }
  }
}

/// A server that is reached without a socket.
struct InProcessServer: Sendable, Hashable {
  let server: RPCServer

  static func == (left: Self, right: Self) -> Bool { left.server === right.server }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(server)) }
}
