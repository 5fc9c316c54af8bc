import NIOCore

/// All calls go to one address: the first, in the order of the list, that a connection can be made
/// to (gRFC A61, A62).
///
///     idle ──call──▶ pass ──one is ready──▶ chosen ──lost──▶ idle
///                     │                       ▲
///                     └─all failed─▶ failing ─┘
///
/// A pass tries the addresses in turn and begins the next when one has failed or has taken
/// `attemptDelay` (Happy Eyeballs, RFC 8305 section 5). When all have failed, calls fail at once
/// and each address is tried again after its own pause until one is ready.
final class PickFirst: LoadBalancer {
  private enum Phase {
    case idle
    /// The address that is tried is the one before this index.
    case pass(next: Int)
    case failing
    case chosen(Subchannel)
  }

  private unowned let channel: ClientChannel
  private let isShuffled: Bool
  private var addresses: [Endpoint] = []
  private var subchannels: [Subchannel] = []
  private var phase = Phase.idle
  /// Why a whole pass failed; kept until a connection is made.
  private var failure: (any Error)?
  private var failedAttempts = 0
  private var delay: Scheduled<Void>?

  init(_ channel: ClientChannel, shuffled: Bool) {
    self.channel = channel
    isShuffled = shuffled
  }

  var state: ConnectivityState {
    switch phase {
    case .idle: .idle
    case .pass: failure == nil ? .connecting : .transientFailure
    case .failing: .transientFailure
    case .chosen(let chosen): chosen.state
    }
  }

  func pick() -> Pick {
    switch phase {
    case .chosen(let chosen): return chosen.pick().map(Pick.connection) ?? .wait
    case .idle: beginPass()
    case .pass, .failing: break
    }
    return failure.map(Pick.fail) ?? .wait
  }

  func update(_ addresses: [Endpoint]) {
    let isFirst = self.addresses.isEmpty
    guard addresses != self.addresses else { return }
    self.addresses = addresses
    switch phase {
    case .chosen(let chosen) where addresses.contains(chosen.address): break
    case .idle where !isFirst: break
    case .idle, .pass, .failing, .chosen: beginPass()
    }
  }

  func shutDown() {
    delay?.cancel()
    for subchannel in subchannels { subchannel.retire() }
    subchannels = []
    phase = .idle
  }

  // MARK: A pass

  /// Subchannels of addresses that stay are kept: they know when they may be tried again.
  private func beginPass() {
    guard !addresses.isEmpty else { return }
    let old = subchannels
    subchannels = (isShuffled ? addresses.shuffled() : addresses).map { address in
      old.first { $0.address == address }
        ?? channel.subchannel(address) { [unowned self] in
          changed($0)
        }
    }
    for gone in old where !subchannels.contains(where: { $0 === gone }) { gone.retire() }
    failedAttempts = 0
    phase = .pass(next: 0)
    tryNext()
  }

  private func tryNext() {
    delay?.cancel()
    delay = nil
    while case .pass(let next) = phase, next < subchannels.count {
      phase = .pass(next: next + 1)
      let subchannel = subchannels[next]
      switch subchannel.state {
      case .ready: return choose(subchannel)
      case .transientFailure, .shutdown: continue
      case .idle, .connecting: break
      }
      subchannel.connect()
      if next + 1 < subchannels.count { tryNextAfterDelay() }
      return
    }
    endPass()
  }

  private func tryNextAfterDelay() {
    let bound = NIOLoopBound(self, eventLoop: channel.loop)
    delay = channel.loop.scheduleTask(in: TimeAmount(channel.options.attemptDelay)) {
      bound.value.tryNext()
    }
  }

  private func endPass() {
    guard case .pass(let next) = phase, next == subchannels.count,
      subchannels.allSatisfy({ $0.failure != nil })
    else { return }
    phase = .failing
    failure = subchannels.last?.failure
    channel.resolveAgain()
    for subchannel in subchannels where subchannel.state == .idle { subchannel.connect() }
  }

  // MARK: What becomes of it

  private func changed(_ subchannel: Subchannel) {
    switch (phase, subchannel.state) {
    case (.chosen(let chosen), .idle), (.chosen(let chosen), .transientFailure):
      if chosen === subchannel { lost(chosen) }
    case (.pass, .ready), (.failing, .ready): choose(subchannel)
    case (.pass(let next), .transientFailure):
      if subchannels[next - 1] === subchannel { tryNext() } else { endPass() }
    case (.failing, .transientFailure): failedAgain(subchannel)
    case (.failing, .idle): subchannel.connect()
    default: break
    }
    channel.connectivityChanged()
  }

  private func choose(_ subchannel: Subchannel) {
    delay?.cancel()
    delay = nil
    failure = nil
    phase = .chosen(subchannel)
    for other in subchannels where other !== subchannel { other.retire() }
    subchannels = [subchannel]
  }

  /// Nothing is tried before there is a call for it.
  private func lost(_ subchannel: Subchannel) {
    phase = .idle
    channel.resolveAgain()
  }

  private func failedAgain(_ subchannel: Subchannel) {
    failure = subchannel.failure
    failedAttempts += 1
    guard failedAttempts >= subchannels.count else { return }
    failedAttempts = 0
    channel.resolveAgain()
  }
}
