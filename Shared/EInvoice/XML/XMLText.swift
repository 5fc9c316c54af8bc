extension String {
  /// Without the blanks of XML at both ends.
  var trimmed: String {
    func isBlank(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
    let bytes = utf8
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }

  /// Trimmed; nil when nothing is left.
  var filled: String? {
    let text = trimmed
    return text.isEmpty ? nil : text
  }
}
