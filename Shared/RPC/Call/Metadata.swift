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
  private(set) var bytes: [UInt8] = []
  private(set) var fields: [Field] = []
  /// All of it may be sent as it stands: what a caller adds is looked at once, however many calls it is
  /// sent with. What came from a peer is looked at when it is sent.
  private var isSendable = true

  struct Field: Sendable, Hashable {
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
    let wasSendable = isSendable
    let (name, value) = (Array(name.lowercased().utf8)[...], Array(value.utf8)[...])
    append(name, value, isBinary: false)
    isSendable = wasSendable && Self.isSendable(name, value)
  }

  /// Adds a field of bytes; the name must end in "-bin".
  package mutating func add(_ name: String, bytes: [UInt8]) {
    append(Array(name.lowercased().utf8)[...], bytes[...], isBinary: true)
  }

  package mutating func add(contentsOf other: Metadata) {
    let areSendable = isSendable && other.isSendable
    for field in other.fields {
      append(other.bytes[field.name], other.bytes[field.value], isBinary: field.isBinary)
    }
    isSendable = areSendable
  }

  /// What may be sent of it, in text that needs no change.
  var sendable: Metadata {
    if isSendable { return self }
    var sendable = Metadata()
    for field in fields {
      let name = bytes[field.name]
      guard let value = Self.sendable(name, bytes[field.value], isBinary: field.isBinary) else {
        continue
      }
      sendable.append(name, value, isBinary: false)
    }
    sendable.isSendable = true
    return sendable
  }

  /// A field whose name is in lower case already.
  mutating func append(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, isBinary: Bool) {
    let start = bytes.count
    bytes.append(contentsOf: name)
    let middle = bytes.count
    bytes.append(contentsOf: value)
    fields.append(
      Field(name: start..<middle, value: middle..<bytes.count, isBinary: isBinary))
    isSendable = false
  }

  /// A text field, its name and behind it its value.
  mutating func append(field: UnsafeBufferPointer<UInt8>, nameCount: Int) {
    let start = bytes.count
    unsafe bytes.append(contentsOf: field)
    let middle = start + nameCount
    fields.append(Field(name: start..<middle, value: middle..<bytes.count, isBinary: false))
    isSendable = false
  }

  mutating func removeAll() {
    if isEmpty { return }
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    isSendable = true
  }

  package static func == (left: Metadata, right: Metadata) -> Bool {
    left.fields == right.fields && left.bytes == right.bytes
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension Metadata: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { add(name, value) }
  }
}
