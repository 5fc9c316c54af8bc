import Synchronization
import Testing
import Threads

/// Counts how often it was woken.
private final class Dozer: Sleeper {
  private let wakes = Mutex(0)

  var count: Int { wakes.withLock { $0 } }
  func wake() { wakes.withLock { $0 += 1 } }
}

@Suite struct WakesTests {
  // Without an await in between a test stays on its thread.
  @Test func `a thread that gathers wakes when it delivers, and at once otherwise`() {
    let dozer = Dozer()
    Wakes.later(dozer)
    #expect(dozer.count == 1)
    Wakes.gather()
    Wakes.later(dozer)
    Wakes.later(dozer)
    #expect(dozer.count == 1)
    Wakes.deliver()
    #expect(dozer.count == 3)
    Wakes.deliver()
    Wakes.later(dozer)
    #expect(dozer.count == 4)
  }

  @Test func `a sleeper that gathers while it is woken is not woken twice`() {
    final class Restless: Sleeper {
      let wakes = Mutex(0)
      func wake() {
        wakes.withLock { $0 += 1 }
        Wakes.gather()
        Wakes.deliver()
      }
    }
    let sleepers = [Restless(), Restless()]
    Wakes.gather()
    for sleeper in sleepers { Wakes.later(sleeper) }
    Wakes.deliver()
    #expect(sleepers.map { $0.wakes.withLock { $0 } } == [1, 1])
  }
}
