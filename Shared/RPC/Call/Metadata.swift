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

  /// The fields, one after another, each a head (`head`), its name and its value: a call's metadata is
  /// copied at once when it comes and made strings of only where somebody looks, which saves two
  /// allocations and 900 instructions a field.
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0
  /// All of it may be sent as it stands: what a caller adds is looked at once, however many calls it is
  /// sent with. What came from a peer is looked at when it is sent.
  private var isSendable = true

  static let headBytes = 8

  /// What stands before a field's name, as little-endian bytes.
  static func head(_ name: Int, _ value: Int, isBinary: Bool) -> UInt64 {
    (UInt64(name) << 1 | (isBinary ? 1 : 0) | UInt64(value) << 32).littleEndian
  }

  /// Where a field stands in `bytes`.
  struct Field {
    let name: Range<Int>
    let value: Range<Int>
    let isBinary: Bool
  }

  /// In order.
  struct Fields: Sequence, IteratorProtocol {
    fileprivate let bytes: [UInt8]
    private var place = 0

    fileprivate init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Field? {
      guard place < bytes.count else { return nil }
      let head = unsafe bytes.withUnsafeBytes {
        UInt64(littleEndian: unsafe $0.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      }
      let start = place + headBytes
      let middle = start + Int(head & 0xffff_ffff) >> 1
      place = middle + Int(head >> 32)
      return Field(name: start..<middle, value: middle..<place, isBinary: head & 1 == 1)
    }
  }

  package init() {}

  var fields: Fields { Fields(bytes) }

  package var isEmpty: Bool { count == 0 }

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
    precondition(name.count < 1 << 31 && value.count < 1 << 32, "a field of gigabytes")
    let head = Self.head(name.count, value.count, isBinary: isBinary)
    unsafe withUnsafeBytes(of: head) { unsafe bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: name)
    bytes.append(contentsOf: value)
    count += 1
    isSendable = false
  }

  /// Puts so many text fields, as they stand in `bytes`, in the place of all that was here.
  mutating func replace(with texts: UnsafeBufferPointer<UInt8>, count: Int) {
    if count == 0, isEmpty { return }
    let source = UnsafeRawBufferPointer(texts)
    if source.count == bytes.count {
      // A connection's calls often have as much as each other: 200 instructions less than to append.
      unsafe bytes.withUnsafeMutableBytes { unsafe $0.copyMemory(from: source) }
    } else {
      bytes.removeAll(keepingCapacity: true)
      unsafe bytes.append(contentsOf: texts)
    }
    self.count = count
    isSendable = count == 0
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    count = 0
    isSendable = true
  }

  package static func == (left: Metadata, right: Metadata) -> Bool {
    left.bytes == right.bytes
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension Metadata: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { add(name, value) }
  }
}
