/// A state machine is its words and one table: (event, who, from, guards, to, effects).
///
/// The table decides and does nothing else. The caller reads the facts, asks ``decide(_:in:by:given:)``
/// within its transaction, stores the new status and carries out every effect in that same transaction
/// (what must happen elsewhere goes through its outbox).
package protocol StateMachine: Sendable {
  associatedtype Status: RawRepresentable<String>, CaseIterable, Hashable, Sendable
  associatedtype Event: RawRepresentable<String>, CaseIterable, Hashable, Sendable
  associatedtype Guard: TransitionGuard
  associatedtype Effect: Hashable, Sendable

  /// The machine's name in refusals and diagrams.
  static var name: String { get }
  static var table: TransitionTable<Self> { get }
}

/// A condition that must hold for a transition, checked on the facts that the caller supplies.
package protocol TransitionGuard: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// What the caller knows. Its defaults refuse: a forgotten fact never lets a transition through.
  associatedtype Facts: Sendable
  func holds(_ facts: Facts) -> Bool
  /// What to do about a refusal, in plain words that an outsider may read.
  var advice: String { get }
}

/// One row. `nil` as a status means that there is nothing: not yet before, gone after.
package struct Transition<Machine: StateMachine>: Sendable {
  enum Target: Sendable, Equatable {
    case status(Machine.Status?)
    case same
  }

  let event: Machine.Event
  let actors: [Actor]
  let from: [Machine.Status?]
  /// Tells rows of one event apart: the first row whose chooser holds is taken.
  let isChosen: @Sendable (Machine.Guard.Facts) -> Bool
  let guards: [Machine.Guard]
  let target: Target
  let effects: [Machine.Effect]
  /// Already so: answered like the first time, changes nothing, is not offered and not drawn.
  let isRepeat: Bool

  func next(after status: Machine.Status?) -> Machine.Status? {
    switch target {
    case .status(let next): next
    case .same: status
    }
  }
}

/// The vocabulary in which the tables are written.
extension StateMachine {
  package typealias Chooser = @Sendable (Guard.Facts) -> Bool

  static func row(
    _ event: Event, by actors: [Actor], from: [Status?], when chooser: @escaping Chooser = always,
    guards: [Guard] = [], to: Status?, effects: [Effect] = []
  ) -> Transition<Self> {
    Transition(
      event: event, actors: actors, from: from, isChosen: chooser, guards: guards,
      target: .status(to), effects: effects, isRepeat: false)
  }

  /// A row that leaves the status as it is.
  static func stays(
    _ event: Event, by actors: [Actor], from: [Status?], guards: [Guard] = [],
    effects: [Effect] = []
  ) -> Transition<Self> {
    Transition(
      event: event, actors: actors, from: from, isChosen: always, guards: guards, target: .same,
      effects: effects, isRepeat: false)
  }

  /// A row for an event that has already had its effect.
  static func again(
    _ event: Event, by actors: [Actor], from: [Status?], when chooser: @escaping Chooser = always,
    guards: [Guard] = []
  ) -> Transition<Self> {
    Transition(
      event: event, actors: actors, from: from, isChosen: chooser, guards: guards, target: .same,
      effects: [], isRepeat: true)
  }

  @Sendable private static func always(_ facts: Guard.Facts) -> Bool { true }
}

/// Makes a table of its rows, one statement each.
@resultBuilder
enum TransitionRows<Machine: StateMachine> {
  static func buildBlock(_ rows: Transition<Machine>...) -> [Transition<Machine>] { rows }
}

/// What a transition asks of its caller.
package struct Outcome<Machine: StateMachine>: Sendable, Equatable {
  /// The status to store; `nil` when the thing is gone.
  package let status: Machine.Status?
  /// What the caller carries out, in this order, all or nothing.
  package let effects: [Machine.Effect]
  /// The event had already had its effect: answer as the first time, write nothing.
  package let isRepeat: Bool
}

package struct TransitionTable<Machine: StateMachine>: Sendable {
  let rows: [Transition<Machine>]
  private let rowsOfEvent: [Machine.Event: [Transition<Machine>]]

  init(@TransitionRows<Machine> _ rows: () -> [Transition<Machine>]) {
    self.rows = rows()
    self.rowsOfEvent = Dictionary(grouping: self.rows, by: \.event)
  }

  /// The events that `actor` may cause from `status` (guards aside), in the order of the event's enum.
  func allowedEvents(_ status: Machine.Status?, _ actor: Actor) -> [Machine.Event] {
    Machine.Event.allCases.filter { event in
      rowsOfEvent[event, default: []].contains {
        !$0.isRepeat && $0.actors.contains(actor) && $0.from.contains(status)
      }
    }
  }

  func decide(
    _ event: Machine.Event, in status: Machine.Status?, by actor: Actor,
    given facts: Machine.Guard.Facts
  ) throws(TransitionRefused) -> Outcome<Machine> {
    let row = try row(for: event, in: status, by: actor, given: facts)
    for condition in row.guards where !condition.holds(facts) {
      throw refusal(
        of: event, in: status, by: actor,
        because: .guardFailed(condition.rawValue, advice: condition.advice))
    }
    return Outcome(
      status: row.next(after: status), effects: row.effects, isRepeat: row.isRepeat)
  }

  private func row(
    for event: Machine.Event, in status: Machine.Status?, by actor: Actor,
    given facts: Machine.Guard.Facts
  ) throws(TransitionRefused) -> Transition<Machine> {
    var actorEverMay = false
    var actorMayHere = false
    var anyoneMayHere = false
    let rows = rowsOfEvent[event, default: []]
    // By their places: a row is large to copy.
    for place in rows.indices {
      let isFromHere = rows[place].from.contains(status)
      anyoneMayHere = anyoneMayHere || isFromHere
      guard rows[place].actors.contains(actor) else { continue }
      actorEverMay = true
      guard isFromHere else { continue }
      actorMayHere = true
      if rows[place].isChosen(facts) { return rows[place] }
    }
    // Who may never cause the event, or may not from here while another may, is told so; who would
    // have to wait for another status is told that.
    let reason: TransitionRefused.Reason =
      !actorEverMay || (!actorMayHere && anyoneMayHere) ? .actorMayNot : .statusDoesNotAllow
    throw refusal(of: event, in: status, by: actor, because: reason)
  }

  private func refusal(
    of event: Machine.Event, in status: Machine.Status?, by actor: Actor,
    because reason: TransitionRefused.Reason
  ) -> TransitionRefused {
    TransitionRefused(
      machine: Machine.name, status: status?.rawValue, event: event.rawValue, actor: actor,
      reason: reason, allowedEvents: allowedEvents(status, actor).map(\.rawValue))
  }
}

extension StateMachine {
  /// Decides `event` for what is in `status` (`nil`: there is nothing yet), caused by `actor`.
  /// Pure: the same input gives the same answer.
  /// - Throws: ``TransitionRefused`` when the status does not allow the event, the actor may not cause
  ///   it, or a guard fails (the first of the row, in the table's order).
  package static func decide(
    _ event: Event, in status: Status?, by actor: Actor, given facts: Guard.Facts
  ) throws(TransitionRefused) -> Outcome<Self> {
    try table.decide(event, in: status, by: actor, given: facts)
  }

  /// The events that `actor` may cause from `status`; guards are not looked at, since their facts are
  /// known only when the event comes.
  package static func allowedEvents(_ status: Status?, _ actor: Actor) -> [Event] {
    table.allowedEvents(status, actor)
  }
}

extension Optional where Wrapped: RawRepresentable<String> {
  /// The target of a transition after which there is nothing left.
  static var gone: Self { nil }
}
