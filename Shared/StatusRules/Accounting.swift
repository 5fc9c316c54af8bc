/// A firm's status of a client's document: one row for each (partner space, document).
package enum AccountingStatus: String, Sendable, CaseIterable {
  case clientActionNeeded = "client_action_needed"
  case readyToProcess = "ready_to_process"
  case processed

  /// What a row starts as: the other side of the business's status.
  package static func matching(_ document: DocumentStatus) -> AccountingStatus {
    document.isApproved ? .readyToProcess : .clientActionNeeded
  }

  /// Whether the two sides of one document may stand like this.
  package func mayStand(beside document: DocumentStatus) -> Bool {
    document.isApproved ? self != .clientActionNeeded : self == .clientActionNeeded
  }

  /// The Partner Space's tabs.
  package enum Tab: String, Sendable, CaseIterable {
    case toCheck = "to_check"
    case clientActionNeeded = "client_action_needed"
    case processed
  }

  package var tab: Tab {
    switch self {
    case .clientActionNeeded: .clientActionNeeded
    case .readyToProcess: .toCheck
    case .processed: .processed
    }
  }
}

/// What moves a firm's status of a document.
package enum AccountingEvent: String, Sendable, CaseIterable {
  /// A document is imported or received while the firm's link is active.
  case arrive
  /// The business approves the document.
  case approve
  /// The business discards the document.
  case discard
  /// The firm takes over a document from before its link.
  case takeOver = "take_over"
  case markProcessed = "mark_processed"
  case unmarkProcessed = "unmark_processed"
  /// The firm's link is made again after it had ended.
  case linkReturns = "link_returns"
}

/// What document-status knows when an accounting event comes. What is left out refuses.
package struct AccountingFacts: Sendable {
  package var document: DocumentStatus
  package var linkIsActive = false
  /// The client is assigned to the calling accountant.
  package var isAssigned = false

  package init(document: DocumentStatus) { self.document = document }

  var documentIsApproved: Bool { document.isApproved }
}

package enum AccountingGuard: String, TransitionGuard {
  case activeLink = "active_link"
  case assigned

  package func holds(_ facts: AccountingFacts) -> Bool {
    switch self {
    case .activeLink: facts.linkIsActive
    case .assigned: facts.isAssigned
    }
  }

  package var advice: String {
    switch self {
    case .activeLink: "There is no active link with this client."
    case .assigned: "This client is not assigned to you: ask your administrator."
    }
  }
}

/// ──arrive, take_over──► client_action_needed ──approve──► ready_to_process ◄──mark, unmark──► processed
/// ──arrive, take_over (of an approved document)───────────►
///
/// The rows follow the document by themselves, also while the firm's link has ended, so that a
/// returning firm finds what it left and no pair of statuses is ever impossible. A firm has no row for
/// a document from before its link, and so no tab shows it, until it takes the document over.
package enum AccountingMachine: StateMachine {
  package typealias Status = AccountingStatus
  package typealias Event = AccountingEvent
  package typealias Guard = AccountingGuard
  /// A row changes by itself alone; the tabs are read from the rows.
  package typealias Effect = Never

  package static let name = "accounting"

  private static let rows: [Status?] = [.clientActionNeeded, .readyToProcess, .processed]

  package static let table = TransitionTable<Self> {
    row(
      .arrive, by: .service, from: [.none], when: \.documentIsApproved, guards: [.activeLink],
      to: .readyToProcess)
    row(
      .arrive, by: .service, from: [.none], guards: [.activeLink],
      to: .clientActionNeeded)
    row(.approve, by: .service, from: [.clientActionNeeded], to: .readyToProcess)
    row(
      .discard, by: .service, from: [.clientActionNeeded], to: .gone)

    again(.takeOver, by: .partnerAdministrator, from: rows, guards: [.activeLink])
    again(.takeOver, by: .accountant, from: rows, guards: [.activeLink, .assigned])
    row(
      .takeOver, by: .partnerAdministrator, from: [.none], when: \.documentIsApproved,
      guards: [.activeLink], to: .readyToProcess)
    row(
      .takeOver, by: .partnerAdministrator, from: [.none],
      guards: [.activeLink], to: .clientActionNeeded)
    row(
      .takeOver, by: .accountant, from: [.none], when: \.documentIsApproved,
      guards: [.activeLink, .assigned], to: .readyToProcess)
    row(
      .takeOver, by: .accountant, from: [.none],
      guards: [.activeLink, .assigned], to: .clientActionNeeded)

    row(
      .markProcessed, by: .partnerAdministrator, from: [.readyToProcess], guards: [.activeLink],
      to: .processed)
    row(
      .markProcessed, by: .accountant, from: [.readyToProcess], guards: [.activeLink, .assigned],
      to: .processed)
    row(
      .unmarkProcessed, by: .partnerAdministrator, from: [.processed], guards: [.activeLink],
      to: .readyToProcess)
    row(
      .unmarkProcessed, by: .accountant, from: [.processed], guards: [.activeLink, .assigned],
      to: .readyToProcess)

    // A repeated call finds its own change.
    again(
      .markProcessed, by: .partnerAdministrator, from: [.processed], guards: [.activeLink])
    again(
      .markProcessed, by: .accountant, from: [.processed], guards: [.activeLink, .assigned])
    again(
      .unmarkProcessed, by: .partnerAdministrator, from: [.readyToProcess], guards: [.activeLink])
    again(
      .unmarkProcessed, by: .accountant, from: [.readyToProcess], guards: [.activeLink, .assigned])

    again(.linkReturns, by: .service, from: rows)
  }
}
