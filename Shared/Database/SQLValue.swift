internal import Glibc

/// A value that is bound to a parameter or read from a column. Both engines know these and no others:
/// whole numbers of 64 bits, text in UTF-8, bytes. A Boolean is stored as 0 or 1, a time as
/// microseconds since 1970 UTC, an amount of money in its smallest unit.
package enum SQLValue: Sendable, Equatable, Hashable {
  case null
  case int(Int64)
  case text(String)
  case bytes([UInt8])

  package static func bool(_ value: Bool) -> SQLValue { .int(value ? 1 : 0) }

  package static func int(_ value: Int64?) -> SQLValue { value.map { .int($0) } ?? .null }
  package static func text(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
  package static func bytes(_ value: [UInt8]?) -> SQLValue { value.map { .bytes($0) } ?? .null }

  /// What the value is, for error messages; never the value itself, which may be personal data.
  var kind: String {
    switch self {
    case .null: "null"
    case .int: "int"
    case .text: "text"
    case .bytes: "bytes"
    }
  }
}

extension String {
  /// Neither engine takes such a text, as PostgreSQL cannot hold it.
  var holdsNUL: Bool {
    // memchr looks at 32 bytes at once: a look at each took 3,200 instructions a create of client-link, and
    // a walk over the UTF-8 view is ten times slower still.
    unsafe utf8.withContiguousStorageIfAvailable { bytes in
      unsafe bytes.baseAddress.map { unsafe memchr($0, 0, bytes.count) != nil } ?? false
    } ?? utf8.contains(0)
  }
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral
{
  package init(integerLiteral value: Int64) { self = .int(value) }
  package init(stringLiteral value: String) { self = .text(value) }
  package init(nilLiteral: ()) { self = .null }
}
