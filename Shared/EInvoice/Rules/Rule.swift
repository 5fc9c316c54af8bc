/// One rule that an invoice must keep, with the means to find where it does not.
package struct Rule: Sendable {
  package enum Severity: String, Sendable, Hashable {
    /// The document is not compliant.
    case fatal
    /// It is, but somebody should look.
    case warning
  }

  /// The identifier of the rule in EN 16931 (`BR-02`, `BR-CO-15`), or `UBL-…` for what reading
  /// itself demands.
  package let id: String
  /// What the rule says, for people, with the business terms that it is about.
  package let text: String
  package let severity: Severity
  /// The locations that break it; empty when it is kept.
  let broken: @Sendable (Invoice) -> [String]

  init(
    _ id: String, _ text: String, severity: Severity = .fatal,
    broken: @escaping @Sendable (Invoice) -> [String]
  ) {
    self.id = id
    self.text = text
    self.severity = severity
    self.broken = broken
  }

  /// A rule about the document as a whole.
  static func document(
    _ id: String, _ text: String, holds: @escaping @Sendable (Invoice) -> Bool
  ) -> Rule {
    Rule(id, text) { holds($0) ? [] : ["/"] }
  }

  /// A rule about each part of one kind; it says nothing of a document that has none.
  static func each<Part>(
    _ group: Group<Part>, _ id: String, _ text: String, severity: Severity = .fatal,
    holds: @escaping @Sendable (Part) -> Bool
  ) -> Rule {
    Rule(id, text, severity: severity) { invoice in
      group.parts(invoice).filter { !holds($0.part) }.map(\.location)
    }
  }
}

/// A rule that a document breaks, at one place.
package struct Breach: Sendable, Hashable {
  package let rule: String
  package let severity: Rule.Severity
  /// The rule's text.
  package let message: String
  /// Business groups from the document down, counted from 1: `BG-25[2]/BG-27[1]`; `/` is the
  /// document itself. Misreadings name the path of the XML.
  package let location: String
}

extension Invoice {
  /// Every rule that the document breaks, in the order of the rules, then of the document.
  package func breaches(of rules: [Rule] = Rules.en16931) -> [Breach] {
    rules.flatMap { rule in
      rule.broken(self).map {
        Breach(rule: rule.id, severity: rule.severity, message: rule.text, location: $0)
      }
    }
  }

  /// Whether it breaks no fatal rule.
  package func isCompliant(with rules: [Rule] = Rules.en16931) -> Bool {
    !breaches(of: rules).contains { $0.severity == .fatal }
  }
}

/// The rules that are implemented. A rule that is not in here is not checked.
package enum Rules {
  /// EN 16931's, and what reading UBL demands.
  package static let en16931: [Rule] =
    reading + header + parties + payment + lines + allowancesAndCharges + arithmetic + decimals
    + vatCategories + splitPayment + codeLists + syntax

  /// EN 16931's and Peppol's: what a document must keep to travel over Peppol.
  package static let peppolBilling: [Rule] = en16931 + peppol
}
