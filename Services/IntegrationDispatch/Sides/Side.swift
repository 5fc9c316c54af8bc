import Records

/// Whose integrations: a business's own, or a firm's for one client. The two are independent, and
/// neither sees the other's.
struct Side: Sendable, Hashable, CustomStringConvertible {
  /// The firm's space id; nil for the business's own side.
  let partner: String?
  /// The business's space id.
  let business: String

  init(business: String) {
    partner = nil
    self.business = business
  }

  init(partner: String, business: String) {
    self.partner = partner
    self.business = business
  }

  /// The owning space, the first part of every key. A resource name and not an id alone, so that a
  /// firm and a business of one id would still be two.
  var space: String { partner.map { "partners/\($0)" } ?? "businesses/\(business)" }

  /// As parents in requests name it.
  var description: String { partner == nil ? space : "\(space)/businesses/\(business)" }

  /// Who reads the history of this side's things.
  var audience: HistoryAudience { partner == nil ? .business : .partner }

  var reader: HistoryReader { partner == nil ? .business : .partner }
}

extension Side {
  /// The side of a row. Nil where `space` is neither kind of space.
  init?(space: String, business: String) {
    let parts = space.split(separator: "/").map(String.init)
    switch (parts.first, parts.count) {
    case ("businesses", 2): self.init(business: business)
    case ("partners", 2): self.init(partner: parts[1], business: business)
    default: return nil
    }
  }
}

/// The key of an integration.
struct IntegrationName: Sendable, Hashable, CustomStringConvertible {
  let side: Side
  let integration: String

  var description: String { "\(side)/integrations/\(integration)" }
}

/// The key of a delivery.
struct DeliveryName: Sendable, Hashable, CustomStringConvertible {
  let side: Side
  let delivery: String

  var description: String { "\(side)/deliveries/\(delivery)" }
}

/// The key of a document.
struct DocumentName: Sendable, Hashable, CustomStringConvertible {
  let business: String
  let document: String

  var description: String { "businesses/\(business)/documents/\(document)" }
}
