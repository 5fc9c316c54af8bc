package import RPC

/// Checks of texts that callers send. INVALID_ARGUMENT names the field and the limit, and never
/// repeats what was sent.
package enum InputText {
  /// A text of 1 to `maximum` characters without control characters, its outer white space removed.
  package static func required(
    _ text: String, field: String, maximum: Int
  ) throws(RPCError) -> String {
    let kept = try optional(text, field: field, maximum: maximum)
    guard !kept.isEmpty else { throw RPCError(.invalidArgument, "\(field) is needed") }
    return kept
  }

  /// A text of at most `maximum` characters without control characters other than line breaks, its
  /// outer white space removed.
  package static func optional(
    _ text: String, field: String, maximum: Int
  ) throws(RPCError) -> String {
    if text.isPlain, text.utf8.count <= maximum, text.utf8.first != 0x20, text.utf8.last != 0x20 {
      return text
    }
    let kept = text.trimmingWhiteSpace()
    guard kept.count <= maximum else {
      throw RPCError(.invalidArgument, "\(field) must be at most \(maximum) characters")
    }
    guard
      kept.unicodeScalars.allSatisfy({
        $0 == "\n" || $0 == "\r" || $0 == "\t" || $0.properties.generalCategory != .control
      })
    else { throw RPCError(.invalidArgument, "\(field) must not hold control characters") }
    return kept
  }
}

extension String {
  /// All of it is printable ASCII. Most texts are, and to look every character up takes a hundred times
  /// as long.
  package var isPlain: Bool { utf8.allSatisfy { (0x20...0x7e).contains($0) } }

  fileprivate func trimmingWhiteSpace() -> String {
    let start = self.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
