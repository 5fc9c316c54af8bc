/// An event that did not happen. The one error of every state machine; services answer it as
/// FAILED_PRECONDITION (``Reason/actorMayNot``: PERMISSION_DENIED) with these fields as its detail.
/// Everything in it may be shown to the caller who caused the event.
package struct TransitionRefused: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Reason: Equatable, Sendable {
    /// Nobody with this caller's role may cause the event from this status.
    case statusDoesNotAllow
    /// The event is not for this caller's role.
    case actorMayNot
    /// Status and role allow it, but the named guard does not hold; the advice says what to do.
    case guardFailed(String, advice: String)

    /// A stable word for programs: `status_does_not_allow`, `actor_may_not`, or the guard's own name.
    package var word: String {
      switch self {
      case .statusDoesNotAllow: "status_does_not_allow"
      case .actorMayNot: "actor_may_not"
      case .guardFailed(let name, _): name
      }
    }
  }

  /// The machine's name, such as `client`.
  package let machine: String
  /// The current status; `nil` when there is nothing yet.
  package let status: String?
  package let event: String
  package let actor: Actor
  package let reason: Reason
  /// The events that are allowed now to this caller.
  package let allowedEvents: [String]

  /// One sentence or two for a person, safe for outsiders.
  package var description: String {
    let moment = status.map { "while the \(machine) is \($0)" } ?? "before there is a \(machine)"
    switch reason {
    case .statusDoesNotAllow:
      return "\(event) is not possible \(moment). \(possible)"
    case .actorMayNot:
      return "\(event) is not for a \(actor.name) \(moment). \(possible)"
    case .guardFailed(_, let advice):
      return "\(event) was refused: \(advice)"
    }
  }

  private var possible: String {
    allowedEvents.isEmpty
      ? "Nothing is possible for you now."
      : "Possible for you now: \(allowedEvents.joined(separator: ", "))."
  }
}
