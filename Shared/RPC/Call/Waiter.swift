import NIOCore

/// One suspended reader or writer of a call, to be woken on the call's event loop.
@safe struct Waiter {
  private var continuation: UnsafeContinuation<Void, Never>?
  private var ticket = 0

  /// The number by which a cancellation names this wait and no later one.
  mutating func nextTicket() -> Int {
    ticket += 1
    return ticket
  }

  mutating func suspend(_ continuation: UnsafeContinuation<Void, Never>) {
    unsafe self.continuation = continuation
  }

  mutating func wake() {
    guard let waiting = unsafe continuation else { return }
    unsafe continuation = nil
    unsafe waiting.resume()
  }

  mutating func wake(ticket: Int) {
    if ticket == self.ticket { wake() }
  }
}
