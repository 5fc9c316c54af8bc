/// What tracing systems tell each other beside a `traceparent` (W3C Trace Context Level 1, section
/// 3.3). Nobody here adds to it: it goes on as it came.
package struct TraceState: Sendable, Equatable {
  /// Members that the standard allows.
  private static let mostMembers = 32
  /// What is passed on at least and, here, at most; an entry of more than `longMember` goes first.
  private static let mostBytes = 512
  private static let longMember = 128

  /// As a header has it; empty where there is none.
  package let text: String

  package static let none = TraceState(text: "")

  private init(text: String) { self.text = text }

  /// Reads the `tracestate` headers of a call, in their order. One that breaks the form makes all of
  /// it `none`, as the standard allows; the trace is not touched by that.
  package init(_ headers: [String]) {
    let members = headers.joined(separator: ",").split(separator: ",").map(Self.trimmed)
      .filter { !$0.isEmpty }
    let keys = Set(members.map { $0.prefix { $0 != "=" } })
    guard members.count <= Self.mostMembers, keys.count == members.count,
      members.allSatisfy(Self.isMember)
    else {
      text = ""
      return
    }
    text = Self.short(members).joined(separator: ",")
  }

  /// Whole entries are left out, long ones first and then the last.
  private static func short(_ members: [Substring]) -> [Substring] {
    func bytes(_ members: [Substring]) -> Int { members.reduce(-1) { $0 + $1.utf8.count + 1 } }
    guard bytes(members) > mostBytes else { return members }
    var kept = members.filter { $0.utf8.count <= longMember }
    while bytes(kept) > mostBytes { kept.removeLast() }
    return kept
  }

  private static func isMember(_ member: Substring) -> Bool {
    let parts = member.split(separator: "=", omittingEmptySubsequences: false)
    return parts.count == 2 && isKey(parts[0].utf8) && isValue(parts[1].utf8)
  }

  /// "vendor", or "tenant@vendor".
  private static func isKey(_ key: Substring.UTF8View) -> Bool {
    let parts = key.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard let first = key.first, isLetter(first) || isDigit(first) && parts.count == 2 else {
      return false
    }
    let isSized =
      parts.count == 1
      ? key.count <= 256 : parts.count == 2 && parts[0].count <= 241 && parts[1].count <= 14
    return isSized
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { isLetter($0) || isDigit($0) || "_-*/".utf8.contains($0) }
      }
      && (parts.count == 1 || isLetter(parts[1][parts[1].startIndex]))
  }

  /// Printable characters; what ends with a space has lost it by now.
  private static func isValue(_ value: Substring.UTF8View) -> Bool {
    (1...256).contains(value.count) && value.allSatisfy { (0x20...0x7e).contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Without the spaces and tabs around it.
  private static func trimmed(_ member: Substring) -> Substring {
    let isBlank = { (character: Character) in character == " " || character == "\t" }
    let rest = member.drop(while: isBlank)
    guard let last = rest.lastIndex(where: { !isBlank($0) }) else {
      return rest[..<rest.startIndex]
    }
    return rest[...last]
  }
}
