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
    // Byte by byte, since an attachment may have megabytes. U+FFFE and U+FFFF begin with 0xEF.
    let text = text.utf8.contains(0xEF) ? text.withoutNonCharacters : text
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "\"") where inAttribute: append("&quot;")
      case UInt8(ascii: "\r"): append("&#13;")
      case UInt8(ascii: "\n") where inAttribute: append("&#10;")
      case UInt8(ascii: "\t") where inAttribute: append("&#9;")
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"): bytes.append(byte)
      case 0..<0x20: append("\u{FFFD}")
      default: bytes.append(byte)
      }
    }
  }
}

extension String {
  fileprivate var withoutNonCharacters: String {
    var scalars = UnicodeScalarView()
    scalars.append(
      contentsOf: unicodeScalars.map { $0 == "\u{FFFE}" || $0 == "\u{FFFF}" ? "\u{FFFD}" : $0 })
    return String(scalars)
  }
}
