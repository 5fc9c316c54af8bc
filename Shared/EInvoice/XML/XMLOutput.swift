/// Writes XML, two blanks an indent, the same bytes for the same calls.
struct XMLOutput {
  private(set) var bytes: [UInt8] = []
  private var depth = 0

  init() { append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

  /// An element with text. Nothing at all where the text is missing or blank: an empty element says
  /// nothing, and Peppol refuses it.
  mutating func leaf(_ name: String, _ text: String?, _ attributes: (String, String?)...) {
    guard let text = text?.filled else { return }
    open(name, attributes)
    escape(text, inAttribute: false)
    append("</\(name)>\n")
  }

  /// An element with elements inside, also where there are none.
  mutating func group(
    _ name: String, _ attributes: (String, String?)..., body: (inout XMLOutput) -> Void
  ) {
    open(name, attributes)
    append("\n")
    depth += 1
    body(&self)
    depth -= 1
    indent()
    append("</\(name)>\n")
  }

  private mutating func open(_ name: String, _ attributes: [(String, String?)]) {
    indent()
    append("<\(name)")
    for (name, value) in attributes {
      guard let value = value?.filled else { continue }
      append(" \(name)=\"")
      escape(value, inAttribute: true)
      append("\"")
    }
    append(">")
  }

  private mutating func indent() {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Characters that XML 1.0 cannot carry at all (U+0000 to U+001F without tab and line ends, U+FFFE,
  /// U+FFFF) become U+FFFD. A reader would turn a bare carriage return into a line feed, and line
  /// ends in attributes into blanks: those are written as references.
  private mutating func escape(_ text: String, inAttribute: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\"" where inAttribute: append("&quot;")
      case "\r": append("&#13;")
      case "\n" where inAttribute: append("&#10;")
      case "\t" where inAttribute: append("&#9;")
      case "\n", "\t": bytes.append(UInt8(scalar.value))
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": append("\u{FFFD}")
      default: append(String(scalar))
      }
    }
  }
}
