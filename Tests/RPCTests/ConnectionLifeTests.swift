import NIOCore
import Testing

@testable import RPC

/// The clockwork of connections without waiting for a clock: gRFCs A8 and A9.
struct ConnectionLifeTests {
  private let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)

  private func life(_ jitter: Double = 0, _ change: (inout ConnectionRules) -> Void)
    -> ConnectionLife
  {
    var rules = ConnectionRules()
    rules.keepalive = nil
    change(&rules)
    return ConnectionLife(rules, now: start, jitter: jitter)
  }

  /// Looks whenever it is due, and says what was due at which second.
  private func run(
    _ life: ConnectionLife, heard: (Int64) -> Bool = { _ in false },
    used: (Int64) -> Bool = { _ in false }, seconds: Int64 = 1_000
  ) -> [String] {
    var life = life
    var seen: [String] = []
    while let next = life.next, next <= start + .seconds(seconds) {
      let second = (next - start).nanoseconds / 1_000_000_000
      let due = life.look(now: next, heard: heard(second), used: used(second))
      if due != .nothing { seen.append("\(due) \(second)") }
      if due == .dead { break }
    }
    return seen
  }

  @Test func `a silent peer is asked once and then dead`() {
    let life = life { rules in
      rules.keepalive = .seconds(100)
      rules.keepaliveTimeout = .seconds(20)
    }
    #expect(run(life) == ["ping 100", "dead 120"])
  }

  @Test func `a peer that answers is asked again after the next silence`() {
    let life = life { $0.keepalive = .seconds(100) }
    let asked = run(life, heard: { $0 % 110 < 20 && $0 > 100 }, seconds: 400)
    #expect(asked.first == "ping 100")
    #expect(asked.count > 1)
    #expect(!asked.contains { $0.hasPrefix("dead") })
  }

  @Test func `a silence is noticed at most a quarter of its limit late`() {
    let life = life { $0.keepalive = .seconds(100) }
    // The last sign of life came just before second 51; the look at 75 sees it.
    #expect(run(life, heard: { $0 <= 75 && $0 > 50 }).first == "ping 175")
  }

  @Test(arguments: [(-1.0, 900), (0, 1_000), (1, 1_100)])
  func `a connection is drained at its age with its jitter and over after the grace`(
    jitter: Double, second: Int
  ) {
    let life = life(jitter) { rules in
      rules.maximumAge = .seconds(1_000)
      rules.ageGrace = .seconds(30)
    }
    #expect(
      run(life, used: { _ in true }, seconds: 5_000) == ["drain \(second)", "over \(second + 30)"])
  }

  @Test func `ages differ from connection to connection and stay within ten per cent`() {
    var rules = ConnectionRules()
    rules.keepalive = nil
    rules.maximumAge = .seconds(1_000)
    let ends = (0..<100).compactMap { _ in ConnectionLife(rules, now: start).next }
    #expect(Set(ends).count > 50)
    #expect(ends.allSatisfy { (900...1_100).contains(($0 - start).nanoseconds / 1_000_000_000) })
  }

  @Test func `an unused connection is drained, a used one is not`() {
    let life = life { $0.maximumIdle = .seconds(100) }
    #expect(run(life) == ["drain 100"])
    #expect(run(life, used: { _ in true }) == [])
    #expect(run(life, used: { $0 <= 50 }) == ["drain 150"])
  }

  @Test func `without rules there is nothing to look for`() {
    let life = life { _ in }
    #expect(life.next == nil)
  }

  // MARK: Pings

  private func strikes(
    _ seconds: [Int64], hasCalls: Bool, withoutCalls: Bool = false, replied: Set<Int64> = []
  ) -> [Bool] {
    var rules = ConnectionRules()
    rules.allowsPingsWithoutCalls = withoutCalls
    var strikes = PingStrikes(rules)
    return seconds.map { second in
      strikes.allows(
        now: start + .seconds(second), hasCalls: hasCalls, hasReplied: replied.contains(second))
    }
  }

  @Test func `the third early ping is one too many`() {
    #expect(strikes([0, 1, 2, 3], hasCalls: true) == [true, true, true, false])
    #expect(strikes([0, 1, 2, 3], hasCalls: false) == [true, true, true, false])
  }

  @Test func `pings in five minutes are for those with calls`() {
    let times: [Int64] = [0, 300, 600, 900]
    #expect(strikes(times, hasCalls: true).allSatisfy { $0 })
    #expect(strikes(times, hasCalls: false).last == false)
    #expect(strikes(times, hasCalls: false, withoutCalls: true).allSatisfy { $0 })
    #expect(strikes([0, 7_200, 14_400, 21_600], hasCalls: false).allSatisfy { $0 })
  }

  @Test func `a reply forgives`() {
    let often = [Int64](0..<20)
    #expect(strikes(often, hasCalls: true, replied: Set(often)).allSatisfy { $0 })
    #expect(strikes([0, 1, 2, 3, 4, 5, 6], hasCalls: true, replied: [3]).last == false)
    #expect(strikes([0, 1, 2, 3, 4, 5], hasCalls: true, replied: [3]).allSatisfy { $0 })
  }
}
