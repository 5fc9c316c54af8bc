import Testing

@testable import DaybookLoad

@Suite(.timeLimit(.minutes(1))) struct `Schedules` {
  private let limit = RunLimit.calls(200)

  @Test func `an open loop's calls are due by the clock, however late they are taken`() async throws
  {
    let loop = OpenLoop(rate: 1_000, spacing: .even, callers: 1, limit: limit)
    loop.start()
    let first = try #require(await loop.next())
    // A caller that is held up for longer than all calls take to become due.
    try await Task.sleep(for: .milliseconds(300))
    var due = [first.intended]
    while let arrival = await loop.next() { due.append(arrival.intended) }
    #expect(due.count == 200)
    for (number, time) in due.enumerated() {
      #expect(time - first.intended == Nanoseconds(number) * 1_000_000)
    }
  }

  @Test func `random spacing keeps the rate`() async throws {
    let loop = OpenLoop(rate: 20_000, spacing: .random, callers: 1, limit: .calls(4_000))
    loop.start()
    var due: [Nanoseconds] = []
    while let arrival = await loop.next() { due.append(arrival.intended) }
    let (first, last) = (try #require(due.first), try #require(due.last))
    // Of 4,000 intervals the sum is within a tenth of its mean but for once in 10^9 times.
    #expect((0.18...0.22).contains(Double(last - first) / 1e9))
    #expect(zip(due, due.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(Set(zip(due, due.dropFirst()).map { $1 - $0 }).count > 3_000)
  }

  @Test func `no call is handed out before it is due`() async {
    let loop = OpenLoop(rate: 200, spacing: .even, callers: 4, limit: .calls(20))
    loop.start()
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var isEarly = false
          while let arrival = await loop.next() {
            isEarly = isEarly || arrival.intended > steadyNow()
          }
          return isEarly
        }
      }
      for await isEarly in group { #expect(!isEarly) }
    }
  }

  @Test func `what was due and never taken is answered when a run is given up`() async throws {
    let loop = OpenLoop(rate: 10_000, spacing: .even, callers: 1, limit: limit)
    loop.start()
    _ = await loop.next()
    try await Task.sleep(for: .seconds(1))
    #expect(loop.abandon().map(\.number) == Array(1..<200))
    #expect(await loop.next() == nil)
  }

  @Test func `a closed loop ends after its calls`() async {
    let loop = ClosedLoop(callers: 3, limit: .calls(5))
    loop.start()
    var numbers: [Int] = []
    while let arrival = await loop.next() { numbers.append(arrival.number) }
    #expect(numbers == [0, 1, 2, 3, 4])
  }
}
