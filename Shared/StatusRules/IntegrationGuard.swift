/// What integration-dispatch knows of an integration when an event comes. What is left out refuses.
package struct IntegrationFacts: Sendable {
  /// The integration belongs to the caller's space.
  package var isOwn = false
  /// Partner side: the link with the client is active.
  package var linkIsActive = false
  /// The integration's own check found nothing missing.
  package var checkPasses = false

  package init() {}
}

package enum IntegrationGuard: String, TransitionGuard {
  case own
  case activeLink = "active_link"

  package func holds(_ facts: IntegrationFacts) -> Bool {
    switch self {
    case .own: facts.isOwn
    case .activeLink: facts.linkIsActive
    }
  }

  package var advice: String {
    switch self {
    case .own: "Only the space that an integration belongs to may change it."
    case .activeLink: "There is no active link with this client."
    }
  }
}
