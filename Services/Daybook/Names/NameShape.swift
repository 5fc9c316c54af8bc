/// The collections of a resource's name, in order, and how a short form is completed to it.
struct NameShape {
  /// What the help calls it: `CLIENT`.
  let what: String
  /// `["partners", "clients"]`
  let collections: [String]

  init(_ what: String, _ collections: [String]) {
    self.what = what
    self.collections = collections
  }

  /// Takes a full name, the tail of one from a collection on, or the ids alone.
  ///
  /// - Parameter owner: The ids in front that the caller's space gives.
  func complete(_ text: String, with owner: [String]) throws(Failure) -> String {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let given = ids(in: parts)
    let missing = collections.count - given.count
    guard !given.isEmpty, (0...owner.count).contains(missing), given.allSatisfy(isID) else {
      throw Failure(.usage, "\(what) must look like \(forms(owner: owner))")
    }
    return zip(collections, owner.prefix(missing) + given).map { "\($0)/\($1)" }
      .joined(separator: "/")
  }

  private func ids(in parts: [String]) -> [String] {
    if parts.count % 2 == 0 {
      let words = stride(from: 0, to: parts.count, by: 2).map { parts[$0] }
      if words.count <= collections.count, words[...] == collections.suffix(words.count) {
        return stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
      }
    }
    return parts.count <= collections.count ? parts : []
  }

  /// What the services read as an id, `-` (all) included; never a step in a path (`..`).
  private func isID(_ text: String) -> Bool {
    let bytes = text.utf8
    guard (1...128).contains(bytes.count),
      text == "-" || bytes.first.map(Self.isLetterOrDigit) == true
    else { return false }
    return bytes.allSatisfy { Self.isLetterOrDigit($0) || [0x2d, 0x2e, 0x5f].contains($0) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte)
  }

  private func forms(owner: [String]) -> String {
    let words = collections.map { $0 == collections.last ? "ID" : Self.singular[$0] ?? "ID" }
    let short = words.dropFirst(owner.count).joined(separator: "/")
    let full = zip(collections, words).map { "\($0)/\($1)" }.joined(separator: "/")
    return "\(short) or \(full)"
  }

  private static let singular = ["partners": "PARTNER", "businesses": "BUSINESS"]
}
