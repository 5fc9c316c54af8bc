/// An address that mail can be sent to (RFC 5321's `Mailbox`, without its rare forms), with the
/// name it is shown by.
package struct MailAddress: Sendable, Hashable {
  /// `local-part@domain`, as it was given.
  package let address: String
  /// Shown beside the address; any text without control characters.
  package let name: String?

  /// - Throws: `malformed` for what no mail server would take: no ASCII, quoted local parts, address
  ///   literals, names of more than RFC 5321's lengths.
  package init(_ address: String, name: String? = nil) throws(OutboundError) {
    guard Self.isMailbox(address) else {
      throw OutboundError(.malformed("this is not an e-mail address"))
    }
    try MailMessage.checkHeader(name ?? "", "the name of an address")
    self.address = address
    self.name = name
  }

  /// Whether the text is a mailbox: a dot-atom of at most 64 bytes, `@`, and a host name of at most
  /// 255 bytes; 254 together (RFC 5321 section 4.5.3.1.3, less the angle brackets).
  package static func isMailbox(_ text: String) -> Bool {
    guard text.utf8.count <= 254, let at = text.lastIndex(of: "@") else { return false }
    return isLocalPart(text[..<at]) && isDomain(text[text.index(after: at)...])
  }

  private static func isLocalPart(_ text: Substring) -> Bool {
    let atoms = text.split(separator: ".", omittingEmptySubsequences: false)
    return text.utf8.count <= 64
      && atoms.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(\.isAtomCharacter) }
  }

  private static func isDomain(_ text: Substring) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return text.utf8.count <= 255
      && labels.allSatisfy { label in
        (1...63) ~= label.utf8.count && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
      }
  }
}

extension UInt8 {
  var isAlphanumeric: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  /// `atext` of RFC 5322, section 3.2.3.
  var isAtomCharacter: Bool { isAlphanumeric || "!#$%&'*+-/=?^_`{|}~".utf8.contains(self) }
}
