/// Names a content by what it is: the SHA-256 of its bytes, and how many there are.
package struct ContentID: Sendable, Hashable, CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  package let hash: String
  /// Bytes.
  package let size: Int64

  /// Nil when the hash is not 64 lower-case hexadecimal digits or the size is negative: an id also
  /// names a file, so nothing else may come in.
  package init?(hash: String, size: Int64) {
    guard hash.utf8.count == 64, size >= 0, hash.utf8.allSatisfy(\.isLowerHexDigit) else {
      return nil
    }
    self.hash = hash
    self.size = size
  }

  init(digest: some Sequence<UInt8>, size: Int64) {
    hash = digest.map { $0 < 16 ? "0\(String($0, radix: 16))" : String($0, radix: 16) }.joined()
    self.size = size
  }

  package var description: String { hash }
}

extension UInt8 {
  fileprivate var isLowerHexDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
    default: false
    }
  }
}
