/// A sum of money with its currency.
package struct Amount: Sendable, Hashable {
  package var value: ExactDecimal
  /// ISO 4217, as written; nil where the document names none.
  package var currency: String?

  package init(_ value: ExactDecimal, _ currency: String?) {
    self.value = value
    self.currency = currency
  }
}

/// A number of units.
package struct Quantity: Sendable, Hashable {
  package var value: ExactDecimal
  /// UN/ECE Recommendation 20 or 21, as written (`C62` is a piece); nil where none is named.
  package var unit: String?

  package init(_ value: ExactDecimal, unit: String?) {
    self.value = value
    self.unit = unit
  }
}

/// An identifier with the list that it is taken from (`0208` is Belgian enterprise numbers).
package struct Identifier: Sendable, Hashable {
  package var value: String
  /// ISO 6523 ICD or EAS code, as written.
  package var scheme: String?

  package init(_ value: String, scheme: String? = nil) {
    self.value = value
    self.scheme = scheme
  }
}
