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

  package private(set) var entries: [Entry] = []

  package init() {}

  package var isEmpty: Bool { entries.isEmpty }

  /// The first value of a text field.
  package subscript(name: String) -> String? {
    for entry in entries where entry.name == name {
      if case .text(let text) = entry.value { return text }
    }
    return nil
  }

  /// Every value of a text field, in order.
  package func values(_ name: String) -> [String] {
    entries.compactMap { entry in
      if entry.name == name, case .text(let text) = entry.value { text } else { nil }
    }
  }

  /// The first value of a "-bin" field.
  package func binary(_ name: String) -> [UInt8]? {
    for entry in entries where entry.name == name {
      if case .binary(let bytes) = entry.value { return bytes }
    }
    return nil
  }

  /// Every value of a "-bin" field, in order.
  package func binaries(_ name: String) -> [[UInt8]] {
    entries.compactMap { entry in
      if entry.name == name, case .binary(let bytes) = entry.value { bytes } else { nil }
    }
  }

  /// Adds a text field. The name is lower-cased. Values that are not printable ASCII cannot travel
  /// and are left out when sent.
  package mutating func add(_ name: String, _ value: String) {
    entries.append(Entry(name: name.lowercased(), value: .text(value)))
  }

  /// Adds a field of bytes; the name must end in "-bin".
  package mutating func add(_ name: String, bytes: [UInt8]) {
    entries.append(Entry(name: name.lowercased(), value: .binary(bytes)))
  }

  package mutating func add(contentsOf other: Metadata) {
    entries.append(contentsOf: other.entries)
  }
}

extension Metadata: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { add(name, value) }
  }
}
