import Foundation

@testable import EInvoice

/// The test material of EN 16931's own validation, which lies outside the project: the environment
/// variable EN16931_TESTS names its folder.
enum OfficialMaterial {
  static let folder: URL? = ProcessInfo.processInfo.environment["EN16931_TESTS"].flatMap {
    $0.isEmpty ? nil : URL(fileURLWithPath: $0, isDirectory: true)
  }

  /// One partial document and what is said of rules for it.
  struct UnitTest: Sendable, CustomStringConvertible {
    let file: String
    let number: Int
    let document: String
    let kept: [String]
    let broken: [String]

    var description: String { "\(file) test \(number)" }
  }

  static func files(in path: String) throws -> [URL] {
    guard let folder else { return [] }
    return try FileManager.default.contentsOfDirectory(
      at: folder.appendingPathComponent(path), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension.lowercased() == "xml" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  static func unitTests() throws -> [UnitTest] {
    try ["test/Invoice-unit-UBL", "test/CreditNote-unit-UBL"].flatMap { path in
      try files(in: path).flatMap { file in
        let text = withoutComments(try String(contentsOf: file, encoding: .utf8))
        return pieces(of: text, from: "<test>", "<test ", to: "</test>").enumerated().compactMap {
          index, test in
          unitTest(test, file: "\(path)/\(file.lastPathComponent)", number: index + 1)
        }
      }
    }
  }

  private static func unitTest(_ test: String, file: String, number: Int) -> UnitTest? {
    let document =
      pieces(of: test, from: "<Invoice", "<Invoice ", to: "</Invoice>").first
      ?? pieces(of: test, from: "<CreditNote", "<CreditNote ", to: "</CreditNote>").first
    guard let document else { return nil }
    return UnitTest(
      file: file, number: number, document: document, kept: rules("success", in: test),
      broken: rules("error", in: test) + rules("warning", in: test))
  }

  private static func rules(_ verdict: String, in test: String) -> [String] {
    pieces(of: test, from: "<\(verdict)>", "<\(verdict) ", to: "</\(verdict)>").map {
      let inner = $0.drop { $0 != ">" }.dropFirst().dropLast(verdict.count + 3)
      return inner.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  private static func withoutComments(_ text: String) -> String {
    pieces(of: text, from: "<!--", "<!--", to: "-->").reduce(text) {
      $0.replacingOccurrences(of: $1, with: "")
    }
  }

  /// What stands between one of two beginnings and an end, both included.
  private static func pieces(of text: String, from first: String, _ second: String, to end: String)
    -> [String]
  {
    var pieces: [String] = []
    var rest = Substring(text)
    while let start = [rest.range(of: first), rest.range(of: second)].compactMap({ $0 })
      .min(by: { $0.lowerBound < $1.lowerBound }),
      let stop = rest[start.lowerBound...].range(of: end)
    {
      pieces.append(String(rest[start.lowerBound..<stop.upperBound]))
      rest = rest[stop.upperBound...]
    }
    return pieces
  }
}
