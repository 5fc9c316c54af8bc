import NIOCore

/// The suspended readers or writers of a call, to be woken together on the call's event loop: each
/// looks again whether it may go on. There is one of them as a rule.
@safe struct Waiter {
  private var continuation: UnsafeContinuation<Void, Never>?
  private var others: [UnsafeContinuation<Void, Never>] = unsafe []
  private var ticket = 0

  /// The number by which a cancellation names this wait and no later one.
  mutating func nextTicket() -> Int {
    ticket += 1
    return ticket
  }

  mutating func suspend(_ continuation: UnsafeContinuation<Void, Never>) {
    if let earlier = unsafe self.continuation { unsafe others.append(earlier) }
    unsafe self.continuation = continuation
  }

  mutating func wake() {
    guard let waiting = unsafe continuation else { return }
    unsafe continuation = nil
    unsafe waiting.resume()
    while let other = unsafe others.popLast() { unsafe other.resume() }
  }

  mutating func wake(ticket: Int) {
    if unsafe ticket == self.ticket || !others.isEmpty { wake() }
  }
}
