/// A path below the space's own folder: folders that are made where they are missing.
struct FolderPath: Sendable, Equatable, CustomStringConvertible {
  static let maximumLength = 500

  let folders: [String]

  var description: String { folders.joined(separator: "/") }

  /// Nil where the path is empty, starts at the root, or names a folder that could lead elsewhere or
  /// hide: `.`, `..` and whatever else begins with a dot.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard text.count <= Self.maximumLength, parts.allSatisfy(Self.isName) else { return nil }
    folders = parts
  }

  /// 255 bytes is the longest name that file systems take.
  private static func isName(_ part: String) -> Bool {
    (1...255).contains(part.utf8.count) && !part.hasPrefix(".")
      && part.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control && $0 != "\\" }
  }
}
