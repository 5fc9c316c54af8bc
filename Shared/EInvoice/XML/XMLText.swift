extension String {
  /// Without the blanks of XML at both ends.
  var trimmed: String {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    let bytes = utf8
    guard let first = bytes.firstIndex(where: { !blanks.contains($0) }),
      let last = bytes.lastIndex(where: { !blanks.contains($0) })
    else { return "" }
    return String(self[first...last])
  }

  /// Trimmed; nil when nothing is left.
  var filled: String? {
    let text = trimmed
    return text.isEmpty ? nil : text
  }
}
