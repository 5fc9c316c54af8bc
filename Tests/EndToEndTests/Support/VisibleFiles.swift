import Foundation

/// The files below a folder as the folder's consumer sees them: no folders, nothing hidden.
enum VisibleFiles {
  static func below(_ folder: URL) -> [String] {
    let found = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return found.filter { path in
      guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { return false }
      let kind = try? folder.appending(path: path).resourceValues(forKeys: [.isRegularFileKey])
      return kind?.isRegularFile == true
    }
  }
}
