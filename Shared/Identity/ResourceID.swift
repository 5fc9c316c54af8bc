import Crypto

/// An id that carries its space, so that a lookup that starts from nothing else has its key:
/// `<space>.<part>`, where the part is 128 bits as 26 characters of Crockford's base 32 in lower case.
///
///     firm-jansen.01kb8v2m5e6r7t8y9p0a1s2d3f
///
/// Parsing is strict (one spelling for one id: no capitals, no look-alikes, no padding), so ids
/// compare as text.
package struct ResourceID: Sendable, Hashable, CustomStringConvertible {
  package let space: SpaceID
  /// 26 characters; what stands as a resource's last segment where the name has the space already.
  package let part: String

  package var description: String { "\(space).\(part)" }

  /// Nil where the text is no such id.
  package init?(_ text: String) {
    guard let dot = text.utf8.firstIndex(of: 0x2e), let space = SpaceID(String(text[..<dot])) else {
      return nil
    }
    self.init(space: space, part: String(text[text.utf8.index(after: dot)...]))
  }

  /// Nil where the part is not 26 characters of the alphabet or is above 128 bits.
  package init?(space: SpaceID, part: String) {
    guard Base32.isCanonical128(part) else { return nil }
    self.space = space
    self.part = part
  }

  private init(space: SpaceID, high: UInt64, low: UInt64) {
    self.space = space
    part = Base32.encode(high: high, low: low)
  }

  /// A new id for a row: a ULID, 48 bits of milliseconds and 80 random ones, so that rows made
  /// together lie together and ids sort by the time they were made. Who knows one can guess when its
  /// neighbours were made, and still has 80 bits to guess.
  ///
  /// - Parameter now: Microseconds since 1970.
  package static func timeOrdered(in space: SpaceID, now: Int64) -> ResourceID {
    let milliseconds = UInt64(clamping: now / 1000) & 0xffff_ffff_ffff
    return ResourceID(
      space: space, high: milliseconds << 16 | UInt64(UInt16.random(in: 0 ... .max)),
      low: .random(in: 0 ... .max))
  }

  /// The id of a row that must have the same one whenever it is made: 48 bits of milliseconds and 80
  /// of the SHA-256 of `label`. No secret: who knows the label knows the id.
  ///
  /// - Parameter time: Microseconds since 1970.
  package static func repeatable(
    in space: SpaceID, at time: Int64, from label: String
  ) -> ResourceID {
    let milliseconds = UInt64(clamping: time / 1000) & 0xffff_ffff_ffff
    let hash = Array(SHA256.hash(data: Array("\(space)\n\(label)".utf8)))
    let number = { (bytes: ArraySlice<UInt8>) in bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    return ResourceID(
      space: space, high: milliseconds << 16 | number(hash[0..<2]), low: number(hash[2..<10]))
  }

  /// A new secret: 128 bits of the system's cryptographic generator. For invitation and registration
  /// links, where holding the id is the right to use it; store `secretHash`, never the id.
  package static func unguessable(in space: SpaceID) -> ResourceID {
    ResourceID(space: space, high: .random(in: 0 ... .max), low: .random(in: 0 ... .max))
  }

  /// A secret that can be made again: 128 bits of the HMAC-SHA256 of `label` under `key`. For a token
  /// that a repeated mail must carry again although nothing but its hash is stored.
  ///
  /// - Parameters:
  ///   - label: What the token is for; another label gives an unrelated token.
  ///   - key: At least 32 random bytes. Who has it can make every token: keep it apart from the
  ///     hashes.
  package static func derived(in space: SpaceID, from label: String, key: [UInt8]) -> ResourceID {
    let code = Array(
      HMAC<SHA256>.authenticationCode(
        for: Array("\(space)\n\(label)".utf8), using: SymmetricKey(data: key)))
    let half = { (bytes: ArraySlice<UInt8>) in bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    return ResourceID(space: space, high: half(code[0..<8]), low: half(code[8..<16]))
  }

  /// SHA-256 of the whole id. 128 random bits need no salt and no slow hash.
  package var secretHash: [UInt8] { Array(SHA256.hash(data: Array(description.utf8))) }
}

/// Crockford's base 32 without its look-alikes (i, l, o, u), in lower case.
enum Base32 {
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  static func encode(high: UInt64, low: UInt64) -> String {
    var rest = UInt128(high) << 64 | UInt128(low)
    return unsafe String(unsafeUninitializedCapacity: 26) { digits in
      for place in (0..<26).reversed() {
        unsafe digits[place] = alphabet[Int(truncatingIfNeeded: rest) & 31]
        rest >>= 5
      }
      return 26
    }
  }

  /// 26 characters hold 130 bits: the first may be 7 at most.
  static func isCanonical128(_ text: String) -> Bool {
    guard text.utf8.count == 26, let first = text.utf8.first, first <= 0x37 else { return false }
    return text.utf8.allSatisfy(alphabet.contains)
  }
}
