import Dispatch
import Glibc
import Synchronization
import Testing
import Threads

@Suite(.timeLimit(.minutes(1)))
struct WorkThreadsTests {
  private static let patience = DispatchTimeInterval.seconds(20)

  @Test func `one thread does what it is given in the order of calls`() async throws {
    let threads = try #require(WorkThreads(count: 1))
    let order = Mutex<[Int]>([])
    for number in 0..<100 {
      let answer = await threads.run {
        order.withLock { $0.append(number) }
        return number * 2
      }
      #expect(answer == number * 2)
    }
    #expect(order.withLock { $0 } == Array(0..<100))
  }

  @Test func `many callers of many threads get each their own answer`() async throws {
    let threads = try #require(WorkThreads(count: 3))
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<1_000 {
        group.addTask { await threads.run { number &* 7 } == number &* 7 }
      }
      for await isRight in group { #expect(isRight) }
    }
  }

  @Test func `what took long is given back before the next piece of work`() async throws {
    let threads = try #require(WorkThreads(count: 1))
    let doorbell = Doorbell()
    async let long: Void = threads.run {
      // Longer than anything is kept back, and until the next piece is in the line.
      usleep(20_000)
      Wakes.later(doorbell)
    }
    async let next = threads.run { doorbell.rang(within: Self.patience) }
    await long
    #expect(await next)
  }

  @Test func `threads that are let go of finish what waits`() async throws {
    let done = DispatchSemaphore(value: 0)
    do {
      let threads = try #require(WorkThreads(count: 2))
      await threads.run {}
      for _ in 0..<10 { Task { await threads.run { _ = done.signal() } } }
    }
    let allDone = await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        let ends = DispatchTime.now() + Self.patience
        continuation.resume(
          returning: (0..<10).allSatisfy { _ in done.wait(timeout: ends) == .success })
      }
    }
    #expect(allDone)
  }
}

private final class Doorbell: Sleeper {
  private let semaphore = DispatchSemaphore(value: 0)

  func wake() { semaphore.signal() }

  func rang(within limit: DispatchTimeInterval) -> Bool {
    semaphore.wait(timeout: .now() + limit) == .success
  }
}
