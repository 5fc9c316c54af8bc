import StatusRules
import Testing

/// A machine's table stated a second time, by hand: from | event | who | guards | to | effects.
/// `none` is nothing yet, `gone` nothing left; `again` leaves everything as it is. `to` and `effects`
/// are those with facts that let every guard pass.
struct ExpectedTable<Machine: StateMachine> {
  typealias Facts = Machine.Guard.Facts

  struct Row {
    let from: Machine.Status?
    let event: Machine.Event
    let actor: Actor
    let guards: [Machine.Guard]
    let to: Machine.Status?
    let effects: [String]
    let isRepeat: Bool
  }

  let rows: [Row]
  /// Facts that let every guard of the event pass.
  let facts: (Machine.Event) -> Facts

  init(_ text: String, facts: @escaping (Machine.Event) -> Facts) throws {
    self.rows = try text.split(separator: "\n").flatMap { try Self.rows($0) }
    self.facts = facts
  }

  private static func rows(_ line: Substring) throws -> [Row] {
    let columns = line.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.split(separator: " ").map(String.init)
    }
    try #require(columns.count == 6, "\(line)")
    let event = try #require(Machine.Event(rawValue: columns[1][0]), "\(line)")
    let guards = try columns[3].map { try #require(Machine.Guard(rawValue: $0), "\(line)") }
    let isRepeat = columns[4] == ["again"]
    return try columns[0].flatMap { word in
      let from = try status(word)
      let to = try isRepeat || columns[4] == ["same"] ? from : status(columns[4][0])
      return try columns[2].flatMap { try actors($0) }.map { actor in
        Row(
          from: from, event: event, actor: actor, guards: guards, to: to, effects: columns[5],
          isRepeat: isRepeat)
      }
    }
  }

  private static func status(_ word: String) throws -> Machine.Status? {
    if word == "none" || word == "gone" { return nil }
    let status: Machine.Status = try #require(Machine.Status(rawValue: word), "\(word)")
    return status
  }

  private static func actors(_ word: String) throws -> [Actor] {
    switch word {
    case "administrator": [.partner(.administrator)]
    case "client_manager": [.partner(.clientManager)]
    case "accountant": [.partner(.accountant)]
    case "business_administrator": [.business(.administrator)]
    case "member": [.business(.member)]
    case "back_office": [.backOffice]
    case "service": [.service]
    case "network": [.network]
    case "bank_feed": [.bankFeed]
    case "invitee": [.invitee]
    default: try #require(nil as [Actor]?, "no actor \(word)")
    }
  }

  func row(_ from: Machine.Status?, _ event: Machine.Event, _ actor: Actor) -> Row? {
    rows.first { $0.from == from && $0.event == event && $0.actor == actor }
  }

  // MARK: Checks

  /// Every status × event × actor: as the table says, or refused with the reason and what is allowed.
  func checkEveryPair() {
    for status in [nil] + Machine.Status.allCases.map(Optional.some) {
      for event in Machine.Event.allCases {
        for actor in Actor.allCases { check(status, event, actor) }
      }
    }
  }

  /// Only the rows that are listed: for a table that holds under other facts.
  func checkRows() {
    for row in rows { check(row.from, row.event, row.actor) }
  }

  private func check(_ status: Machine.Status?, _ event: Machine.Event, _ actor: Actor) {
    let context: Comment =
      "\(Machine.name): \(status?.rawValue ?? "none"), \(event.rawValue), \(actor.name)"
    do throws(TransitionRefused) {
      let outcome = try Machine.decide(event, in: status, by: actor, given: facts(event))
      guard let row = row(status, event, actor) else {
        Issue.record("allowed, to \(outcome.status?.rawValue ?? "gone"): \(context)")
        return
      }
      #expect(outcome.status == row.to, context)
      #expect(outcome.effects.map { "\($0)" } == row.effects, context)
      #expect(outcome.isRepeat == row.isRepeat, context)
    } catch {
      #expect(row(status, event, actor) == nil, "\(error): \(context)")
      #expect(error.machine == Machine.name, context)
      #expect(error.status == status?.rawValue, context)
      #expect(error.event == event.rawValue, context)
      #expect(error.actor == actor, context)
      #expect(error.reason == reason(status, event, actor), context)
      #expect(error.allowedEvents == allowed(status, actor), context)
    }
  }

  private func reason(
    _ status: Machine.Status?, _ event: Machine.Event, _ actor: Actor
  ) -> TransitionRefused.Reason {
    let callerMayElsewhere = rows.contains { $0.event == event && $0.actor == actor }
    let othersMayHere = rows.contains { $0.event == event && $0.from == status }
    return callerMayElsewhere && !othersMayHere ? .statusDoesNotAllow : .actorMayNot
  }

  private func allowed(_ status: Machine.Status?, _ actor: Actor) -> [String] {
    Machine.Event.allCases.filter { event in
      row(status, event, actor).map { !$0.isRepeat } ?? false
    }.map(\.rawValue)
  }

  /// Each guard, failing alone, refuses exactly the rows that list it, and is named in the refusal.
  /// - Parameter unused: the guards that no row of this table asks for; any other must be asked for.
  func checkGuards(
    besides unused: [Machine.Guard] = [], _ breakGuard: (Machine.Guard, inout Facts) -> Void
  ) {
    for guardWord in Machine.Guard.allCases {
      #expect(
        rows.contains { $0.guards.contains(guardWord) } != unused.contains(guardWord),
        "\(guardWord)")
      for row in rows {
        var facts = facts(row.event)
        breakGuard(guardWord, &facts)
        let reason = refusal(of: row, given: facts)?.reason
        if row.guards.contains(guardWord) {
          #expect(
            reason == .guardFailed(guardWord.rawValue, advice: guardWord.advice),
            "\(row) with \(guardWord) broken")
        } else {
          #expect(reason == nil, "\(row) asks for \(guardWord)")
        }
      }
    }
  }

  private func refusal(of row: Row, given facts: Facts) -> TransitionRefused? {
    do throws(TransitionRefused) {
      _ = try Machine.decide(row.event, in: row.from, by: row.actor, given: facts)
      return nil
    } catch {
      return error
    }
  }
}
