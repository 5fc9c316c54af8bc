/// The values of an `IN (…)`: `document IN \(list.text)`. Padded to a power of two by repeating the
/// last, so that few different statements are prepared, whatever the numbers of values.
package struct ValueList: Sendable {
  /// `($3, $4, $5, $6)`
  package let text: String
  package let values: [SQLValue]

  /// - Parameters:
  ///   - values: At least one.
  ///   - first: The number of the first parameter.
  package init(_ values: [SQLValue], from first: Int) {
    self.values = Self.padded(values)
    text =
      "(" + self.values.indices.map { "$\(first + $0)" }.joined(separator: ", ") + ")"
  }

  /// The same of pairs, `(VALUES ($3, $4), ($5, $6))`: `(space, id) IN \(list.text)`.
  package init(pairs: [(SQLValue, SQLValue)], from first: Int) {
    let pairs = Self.padded(pairs)
    values = pairs.flatMap { [$0, $1] }
    let rows = pairs.indices.map { "($\(first + 2 * $0), $\(first + 2 * $0 + 1))" }
    text = "(VALUES " + rows.joined(separator: ", ") + ")"
  }

  private static func padded<Value>(_ values: [Value]) -> [Value] {
    var count = 1
    while count < values.count { count *= 2 }
    return values + (values.last.map { Array(repeating: $0, count: count - values.count) } ?? [])
  }
}
