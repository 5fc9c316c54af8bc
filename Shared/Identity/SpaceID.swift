package import RPC

/// A space's id, the first part of every key: 1 to 63 characters of `a-z`, `0-9` and `-`, a letter
/// first, no `-` last (AIP-122's resource id).
package struct SpaceID: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let description: String

  /// Nil where the text is no space id.
  package init?(_ text: String) {
    let bytes = text.utf8
    guard (1...63).contains(bytes.count),
      bytes.allSatisfy({ $0.isDigit || $0.isLower || $0 == 0x2d }),
      let first = bytes.first, first.isLower, bytes.last != 0x2d
    else { return nil }
    description = text
  }

  /// Reads a request's field; INVALID_ARGUMENT naming the field, never repeating what was sent.
  package init(_ text: String, field: String) throws(RPCError) {
    guard let id = SpaceID(text) else {
      throw RPCError(
        .invalidArgument,
        "\(field) must be a space id: 1 to 63 of a-z, 0-9 and -, a letter first and no - last")
    }
    self = id
  }

  /// Ordered by bytes, as the databases order (`COLLATE "C"`).
  package static func < (a: SpaceID, b: SpaceID) -> Bool { a.description < b.description }
}

/// Who a person is to the token's issuer (`sub`): 1 to 255 visible ASCII characters, compared exactly.
package struct Subject: Sendable, Hashable, CustomStringConvertible {
  package let description: String

  package init?(_ text: String) {
    guard (1...255).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7e).contains($0) })
    else { return nil }
    description = text
  }
}

extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isLower: Bool { (0x61...0x7a).contains(self) }
  var isUpper: Bool { (0x41...0x5a).contains(self) }
}
