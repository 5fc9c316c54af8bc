import Foundation

/// The project's sources as text: what the layout rules are checked against.
struct SourceTree {
  let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// All Swift files below a folder, with their text.
  func swiftFiles(below folder: String) throws -> [(path: String, text: String)] {
    let base = root.appending(path: folder)
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: base.path(percentEncoded: false))
    return try names.filter { $0.hasSuffix(".swift") && !$0.hasPrefix(".build") }.map {
      ("\(folder)/\($0)", try String(contentsOf: base.appending(path: $0), encoding: .utf8))
    }
  }

  /// The folders directly below one.
  func folders(below folder: String) throws -> [String] {
    let base = root.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(
      at: base, includingPropertiesForKeys: [.isDirectoryKey]
    ).filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
      .map(\.lastPathComponent).sorted()
  }

  /// The modules that a file imports.
  static func imports(in text: String) -> Set<String> {
    var found: Set<String> = []
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
        words[..<at].allSatisfy({ $0.hasPrefix("@") || accessLevels.contains($0) })
      else { continue }
      // `import struct Foundation.Data` names the kind first.
      let named = importKinds.contains(words[at + 1]) && at + 2 < words.count ? at + 2 : at + 1
      found.insert(String(words[named].prefix { $0 != "." }))
    }
    return found
  }

  private static let accessLevels: Set = [
    "public", "package", "internal", "private", "fileprivate",
  ]
  private static let importKinds: Set = [
    "struct", "class", "enum", "protocol", "func", "var", "let",
  ]
}
