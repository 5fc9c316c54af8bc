import Foundation

/// A serialized request in which some places are written anew for each call. What is written there
/// always has the same length, so that no length around it changes.
struct RequestTemplate: Sendable {
  enum Mark: Sendable, CaseIterable {
    /// A random UUID.
    case unique
    /// The number of the call, ten digits, from 0.
    case number

    var text: String {
      switch self {
      case .unique: "{unique}"
      case .number: "{number}"
      }
    }

    var length: Int {
      switch self {
      case .unique: 36
      case .number: 10
      }
    }
  }

  private(set) var bytes: [UInt8] = []
  private(set) var marks: [(offset: Int, mark: Mark)] = []

  mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  mutating func append(_ other: RequestTemplate) {
    for (offset, mark) in other.marks { marks.append((bytes.count + offset, mark)) }
    bytes += other.bytes
  }

  /// A string's content.
  mutating func append(text: String) {
    var rest = text[...]
    while let start = rest.firstIndex(of: "{") {
      append(rest[..<start].utf8)
      rest = rest[start...]
      if let mark = Mark.allCases.first(where: { rest.hasPrefix($0.text) }) {
        marks.append((bytes.count, mark))
        bytes += Array(repeating: UInt8(ascii: "0"), count: mark.length)
        rest = rest.dropFirst(mark.text.count)
      } else {
        append("{".utf8)
        rest = rest.dropFirst()
      }
    }
    append(rest.utf8)
  }

  mutating func append(varint number: UInt64) {
    var rest = number
    while rest > 0x7f {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// The request of the call with this number.
  func request(_ number: Int) -> [UInt8] {
    guard !marks.isEmpty else { return bytes }
    var request = bytes
    for (offset, mark) in marks {
      let text =
        switch mark {
        case .unique: UUID().uuidString.lowercased()
        case .number: Self.digits(number, mark.length)
        }
      request.replaceSubrange(offset..<offset + mark.length, with: text.utf8)
    }
    return request
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text.suffix(count)
  }
}
