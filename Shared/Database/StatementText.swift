/// What both engines ask of a statement before they take it from a body.
enum StatementText {
  /// What opens, ends or leaves a transaction, or changes the connection, is the engine's own business.
  static func refuseReserved(_ sql: String) throws(DatabaseError) {
    let verb = sql.drop { $0.isWhitespace }.prefix { $0.isLetter }.uppercased()
    guard !reserved.contains(verb) else {
      throw DatabaseError(.misuse, "\(verb) is not for the body of a transaction")
    }
  }

  private static let reserved: Set<String> = [
    "ABORT", "ATTACH", "BEGIN", "COMMIT", "COPY", "DEALLOCATE", "DETACH", "DISCARD", "END",
    "EXECUTE",
    "LISTEN", "PRAGMA", "PREPARE", "RELEASE", "RESET", "ROLLBACK", "SAVEPOINT", "SET", "START",
    "UNLISTEN", "VACUUM",
  ]

  /// How many parameters the statement has. Throws `misuse` unless they first appear as `$1`, `$2`, …:
  /// SQLite numbers them by where they appear, PostgreSQL by their digits, and a query means the same
  /// on both only where the two agree.
  static func parameters(_ sql: String) throws(DatabaseError) -> Int {
    var scanner = Scanner(rest: Array(sql.utf8)[...])
    var seen = 0
    while let number = scanner.nextParameter() {
      guard number >= 1, number <= seen + 1 else {
        throw DatabaseError(
          .misuse, "parameters are $1, $2, … and first appear in that order; in: \(sql)")
      }
      seen = max(seen, number)
    }
    return seen
  }

  /// Walks over a statement, past quoted texts, quoted names and comments.
  private struct Scanner {
    var rest: ArraySlice<UInt8>

    mutating func nextParameter() -> Int? {
      while let byte = rest.popFirst() {
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
          skip(past: [byte])
        case UInt8(ascii: "-") where rest.first == UInt8(ascii: "-"):
          skip(past: [UInt8(ascii: "\n")])
        case UInt8(ascii: "/") where rest.first == UInt8(ascii: "*"):
          skip(past: Array("*/".utf8))
        case UInt8(ascii: "$"):
          let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
          rest = rest.dropFirst(digits.count)
          if let number = Int(String(decoding: digits, as: UTF8.self)) { return number }
        default:
          break
        }
      }
      return nil
    }

    private mutating func skip(past end: [UInt8]) {
      while !rest.isEmpty, !rest.starts(with: end) { rest = rest.dropFirst() }
      rest = rest.dropFirst(end.count)
    }
  }
}
