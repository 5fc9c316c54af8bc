/// The few elements that a bucket's answers are read for: without attributes, and not nested in their
/// like. Not a reader of XML at large; what is not found is not there.
struct XMLText: Sendable {
  private let text: String

  init(_ bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

  private init(_ text: Substring) { self.text = String(text) }

  /// What stands inside each element of this name, in order, as it stands there.
  func elements(_ name: String) -> [XMLText] {
    var found: [XMLText] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "<\(name)>"),
      let end = rest[start.upperBound...].firstRange(of: "</\(name)>")
    {
      found.append(XMLText(rest[start.upperBound..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    return found
  }

  /// The texts of the elements of this name.
  func values(of name: String) -> [String] { elements(name).map(\.value) }

  private var value: String {
    [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&apos;", "'"),
      ("&amp;", "&"),
    ]
    .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
