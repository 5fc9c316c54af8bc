import NIOCore
import NIOPosix
import RPCTestSupport
import Synchronization
import Testing

@testable import RPC

@Suite(.timeLimit(.minutes(1)))
struct TimerWheelTests {
  private final class Target: TimerTarget {
    let due: NIODeadline
    let fired: @Sendable (TimeAmount) -> Void
    init(_ due: NIODeadline, _ fired: @escaping @Sendable (TimeAmount) -> Void) {
      self.due = due
      self.fired = fired
    }
    func timerFired() { fired(.now() - due) }
  }

  @Test func `timers fire once, not early, and never after they were cancelled`() async throws {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let lateness = Recorded()
    let start = NIODeadline.now()
    let isCancelledSilent = Recorded()
    try await loop.submit {
      let wheel = TimerWheel(loop: loop)
      for number in 0..<1_000 {
        let due = start + .milliseconds(Int64(number % 200) - 10)
        _ = wheel.schedule(Target(due) { lateness.add($0) }, at: due)
        let cancelled = wheel.schedule(Target(due) { isCancelledSilent.add($0) }, at: due)
        wheel.cancel(cancelled)
        wheel.cancel(cancelled)
      }
      // Beyond one turn of the wheel: stays.
      let far = start + .seconds(60)
      _ = wheel.schedule(Target(far) { isCancelledSilent.add($0) }, at: far)
    }.get()
    let allFired = try await eventually { lateness.all.count == 1_000 }
    #expect(allFired)
    #expect(lateness.all.allSatisfy { $0 >= .zero })
    #expect(isCancelledSilent.all.isEmpty)
  }

  private final class Recorded: Sendable {
    private let amounts = Mutex<[TimeAmount]>([])
    var all: [TimeAmount] { amounts.withLock { $0 } }
    func add(_ amount: TimeAmount) { amounts.withLock { $0.append(amount) } }
  }
}
