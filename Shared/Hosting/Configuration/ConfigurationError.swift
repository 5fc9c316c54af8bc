/// Everything that is wrong with how a service was started, each problem one line for a person.
package struct ConfigurationError: Error, Equatable, CustomStringConvertible {
  package let problems: [String]
  package var description: String { problems.joined(separator: "\n") }

  init(_ problems: [String]) { self.problems = problems }
}

/// Finds what somebody probably meant.
enum Nearest {
  /// The name with the fewest edits to `word`, if few enough that it may be a slip: one edit in
  /// three characters, at least two. nil where nothing comes close.
  static func name(to word: String, among names: [String]) -> String? {
    let best = names.map { (name: $0, edits: edits(Array($0.utf8), Array(word.utf8))) }
      .min { ($0.edits, $0.name) < ($1.edits, $1.name) }
    guard let best, best.edits <= max(2, word.utf8.count / 3) else { return nil }
    return best.name
  }

  /// "; did you mean --listen-port?", or nothing.
  static func hint(_ word: String, among names: [String]) -> String {
    name(to: word, among: names).map { "; did you mean \($0)?" } ?? ""
  }

  /// Levenshtein's distance, one row at a time.
  private static func edits(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let substituted = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, diagonal + 1, row[j] + 1)
      }
    }
    return row[b.count]
  }
}
