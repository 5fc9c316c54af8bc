import Testing

@testable import Database

@Suite("The log of SQLite") struct CheckpointTests {
  @Test("is written back by the thread, and what came meanwhile by the writer")
  func passAndFinish() {
    var plan = CheckpointPlan()
    #expect(plan.next(logPages: 3_999) == .nothing)
    #expect(plan.next(logPages: 4_000) == .pass)
    #expect(plan.next(logPages: 4_400) == .nothing)
    plan.passed()
    #expect(plan.next(logPages: 4_402) == .finish)
    // It began anew.
    #expect(plan.next(logPages: 2) == .nothing)
    #expect(plan.next(logPages: 4_001) == .pass)
  }

  @Test("is passed over again where more came than the writer should write") func heavy() {
    var plan = CheckpointPlan()
    #expect(plan.next(logPages: 4_000) == .pass)
    plan.passed()
    #expect(plan.next(logPages: 5_001) == .pass)
    plan.passed()
    #expect(plan.next(logPages: 5_500) == .finish)
  }

  @Test("is written back by the writer when it is long, whatever a pass would take") func long() {
    var plan = CheckpointPlan()
    #expect(plan.next(logPages: 4_000) == .pass)
    plan.passed()
    #expect(plan.next(logPages: 16_000) == .finish)
  }

  @Test("grows by a thousand pages before the next try, where a reader keeps it") func kept() {
    var plan = CheckpointPlan()
    #expect(plan.next(logPages: 4_000) == .pass)
    plan.passed()
    #expect(plan.next(logPages: 4_100) == .finish)
    #expect(plan.next(logPages: 5_099) == .nothing)
    #expect(plan.next(logPages: 5_100) == .pass)
  }

  @Test("asks for nothing where a pass alone has caught up") func caughtUp() {
    var plan = CheckpointPlan()
    #expect(plan.next(logPages: 4_000) == .pass)
    plan.passed()
    #expect(plan.next(logPages: 3) == .nothing)
    #expect(plan.next(logPages: 4_000) == .pass)
  }
}
