import Contracts

/// Who may read an entry.
package enum HistoryAudience: String, Sendable, CaseIterable {
  case bothSides = "both_sides"
  /// A firm's preparation before the link.
  case partner
  case business
  /// A KYC suspicion, a support note.
  case backOffice = "back_office"

  var message: Audience {
    switch self {
    case .bothSides: .bothSides
    case .partner: .partner
    case .business: .business
    case .backOffice: .backOffice
    }
  }
}

/// One change as it is kept. Entries are never edited.
package struct HistoryRow: Sendable {
  /// The thing that changed: a resource name.
  package let thing: String
  package let author: Author
  /// The event, in the words of the status machines.
  package let event: String
  package let statusBefore: String
  package let statusAfter: String
  /// Why, in words for everybody in the audience.
  package let reason: String
  /// Why, for the back office alone: a KYC suspicion, a support note.
  package let internalReason: String
  package let audience: HistoryAudience

  package init(
    thing: String, author: Author, event: String, statusBefore: String = "",
    statusAfter: String = "", reason: String = "", internalReason: String = "",
    audience: HistoryAudience = .bothSides
  ) {
    self.thing = thing
    self.author = author
    self.event = event
    self.statusBefore = statusBefore
    self.statusAfter = statusAfter
    self.reason = reason
    self.internalReason = internalReason
    self.audience = audience
  }
}

/// The side that reads history.
package enum HistoryReader: Sendable {
  case partner, business, backOffice

  /// The audiences whose entries this side may read.
  var audiences: [HistoryAudience] {
    switch self {
    case .partner: [.bothSides, .partner]
    case .business: [.bothSides, .business]
    case .backOffice: [.bothSides, .partner, .business, .backOffice]
    }
  }
}
