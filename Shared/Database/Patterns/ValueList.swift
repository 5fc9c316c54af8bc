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
    var count = 1
    while count < values.count { count *= 2 }
    let padding = values.last.map { Array(repeating: $0, count: count - values.count) } ?? []
    self.values = values + padding
    text = "(" + (first..<first + count).map { "$\($0)" }.joined(separator: ", ") + ")"
  }
}
