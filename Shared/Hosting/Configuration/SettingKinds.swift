import Configuration

// The kinds of settings. Each names what it expects in the words that an error shows.

extension Setting where Value == String {
  /// Any text, not empty.
  package static func text(_ key: String, default: String? = nil, help: String) -> Self {
    Self(
      key: key, type: .string, expected: "a text that is not empty", default: `default`, help: help,
      parse: { $0.text.flatMap { $0.isEmpty ? nil : $0 } }, print: { $0 })
  }

  /// One of a few words.
  package static func choice(
    _ key: String, _ words: [String], default: String? = nil, help: String
  ) -> Self {
    Self(
      key: key, type: .string, expected: "one of " + words.joined(separator: ", "),
      default: `default`, help: help,
      parse: { $0.text.flatMap { words.contains($0) ? $0 : nil } }, print: { $0 })
  }

  /// A path in the file system. Not opened here: whoever uses it says why it cannot.
  package static func path(_ key: String, default: String? = nil, help: String) -> Self {
    Self(
      key: key, type: .string, expected: "a path", default: `default`, help: help,
      parse: { $0.text.flatMap { $0.isEmpty || $0.utf8.contains(0) ? nil : $0 } }, print: { $0 })
  }

  /// An address that may be a URL. A password in it is never printed.
  package static func address(_ key: String, default: String? = nil, help: String) -> Self {
    Self(
      key: key, type: .string, expected: "an address", default: `default`, help: help,
      parse: { $0.text }, print: SettingText.withoutPassword)
  }

  /// An absolute URL of one of these schemes. A password in it is never printed.
  package static func url(
    _ key: String, schemes: [String], default: String? = nil, help: String
  ) -> Self {
    Self(
      key: key, type: .string,
      expected: "a URL starting with " + schemes.map { $0 + "://" }.joined(separator: " or "),
      default: `default`, help: help,
      parse: { $0.text.flatMap { isURL($0, of: schemes) ? $0 : nil } },
      print: SettingText.withoutPassword)
  }
}

extension Setting where Value == Int {
  package static func integer(
    _ key: String, _ range: ClosedRange<Int>, default: Int? = nil, help: String
  ) -> Self {
    Self(
      key: key, type: .int,
      expected: "a whole number from \(range.lowerBound) to \(range.upperBound)",
      default: `default`, help: help,
      parse: { $0.integer.flatMap { range.contains($0) ? $0 : nil } }, print: { String($0) })
  }

  /// A number of bytes, written `512`, `64KiB`, `4MiB` or `1GiB`.
  package static func byteSize(
    _ key: String, _ range: ClosedRange<Int>, default: Int? = nil, help: String
  ) -> Self {
    Self(
      key: key, type: .string,
      expected: "a size like 4MiB, from \(ByteSize.text(range.lowerBound))"
        + " to \(ByteSize.text(range.upperBound))",
      default: `default`, help: help,
      parse: { content in
        content.text.flatMap(ByteSize.parse).flatMap { range.contains($0) ? $0 : nil }
      }, print: ByteSize.text)
  }
}

extension Setting where Value == Bool {
  /// `true` or `false`; the bare flag means true.
  package static func boolean(_ key: String, default: Bool, help: String) -> Self {
    Self(
      key: key, type: .bool, expected: "true or false", default: `default`, help: help,
      parse: { $0.boolean }, print: { String($0) })
  }
}

extension Setting where Value == Duration {
  /// A time, written `250ms`, `10s`, `5m`, `12h` or `30d`.
  package static func duration(
    _ key: String, _ range: ClosedRange<Duration>, default: Duration? = nil, help: String
  ) -> Self {
    Self(
      key: key, type: .string,
      expected: "a time like 500ms, 10s or 5m, from \(DurationText.text(range.lowerBound))"
        + " to \(DurationText.text(range.upperBound))",
      default: `default`, help: help,
      parse: { content in
        content.text.flatMap(DurationText.parse).flatMap { range.contains($0) ? $0 : nil }
      }, print: DurationText.text)
  }
}

extension Setting where Value == [String] {
  /// Texts separated by commas, or a JSON array of strings; empty items are left out.
  package static func list(_ key: String, default: [String]? = nil, help: String) -> Self {
    Self(
      key: key, type: .stringArray, expected: "texts separated by commas", default: `default`,
      help: help, parse: { $0.texts?.filter { !$0.isEmpty } },
      print: { $0.joined(separator: ",") })
  }
}

private func isURL(_ text: String, of schemes: [String]) -> Bool {
  guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return false }
  return schemes.contains { scheme in
    text.hasPrefix(scheme + "://") && text.utf8.count > scheme.utf8.count + 3
  }
}
