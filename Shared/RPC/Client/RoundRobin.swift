/// A connection to each address, and calls that take them in turn (gRPC's load-balancing
/// document). An address that is full, unhealthy or lost is passed over; it is connected to again
/// by itself.
final class RoundRobin: LoadBalancer {
  private unowned let channel: ClientChannel
  private var subchannels: [Subchannel] = []
  private var ready: [Subchannel] = []
  /// Clients that start together do not all begin with the same server.
  private var turn = Int.random(in: 0..<1_024)

  init(_ channel: ClientChannel) { self.channel = channel }

  var state: ConnectivityState {
    if !ready.isEmpty { return .ready }
    return subchannels.allSatisfy { $0.failure != nil } ? .transientFailure : .connecting
  }

  func pick() -> Pick {
    for _ in ready.indices {
      turn = (turn + 1) & 0xffff
      if let connection = ready[turn % ready.count].pick() { return .connection(connection) }
    }
    guard ready.isEmpty, let failure = subchannels.last?.failure, state == .transientFailure
    else { return .wait }
    return .fail(failure)
  }

  func update(_ addresses: [Endpoint]) {
    let old = subchannels
    var seen: Set<Endpoint> = []
    subchannels = addresses.filter { seen.insert($0).inserted }.map { address in
      old.first { $0.address == address }
        ?? channel.subchannel(address) { [unowned self] in
          changed($0)
        }
    }
    for gone in old where !subchannels.contains(where: { $0 === gone }) { gone.retire() }
    for subchannel in subchannels where subchannel.state == .idle { subchannel.connect() }
    listReady()
  }

  func shutDown() {
    for subchannel in subchannels { subchannel.retire() }
    subchannels = []
    ready = []
  }

  private func changed(_ subchannel: Subchannel) {
    switch subchannel.state {
    case .idle:
      subchannel.connect()
      if subchannel.failure == nil { channel.resolveAgain() }
    case .transientFailure: channel.resolveAgain()
    case .connecting, .ready, .shutdown: break
    }
    listReady()
    channel.connectivityChanged()
  }

  private func listReady() { ready = subchannels.filter { $0.state == .ready } }
}
