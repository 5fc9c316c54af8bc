import Testing

@testable import Database

@Suite("A signal") struct SignalTests {
  /// A time limit that is over before the waiter is known must not be lost: nobody raises here.
  @Test("ends every wait at its limit, however short that is")
  func limits() async throws {
    let signal = Signal()
    let ended = Shared(0)
    let waiters = (0..<8).map { _ in
      Task {
        for _ in 0..<10_000 { await signal.wait(since: 0, atMost: .zero) }
        ended.change { $0 += 1 }
      }
    }
    defer { for waiter in waiters { waiter.cancel() } }
    try await eventually("all waits have ended", within: .seconds(60)) { ended.value == 8 }
  }
}
