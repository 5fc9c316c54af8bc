import Glibc
import Hosting

/// Files and names that are there after a power cut.
enum DurableFile {
  static func synchronize(_ path: String) throws {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw failure(path) }
  }

  /// Within one folder, in one step.
  static func move(_ path: String, to target: String) throws {
    guard unsafe rename(path, target) == 0 else { throw failure(target) }
    try synchronize(folder(of: target))
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func failure(_ path: String) -> StartFailure {
    StartFailure(.cannotCreate, "\(path): \(unsafe String(cString: strerror(errno)))")
  }
}
