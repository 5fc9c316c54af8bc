import Database
import Glibc
import Hosting

extension Store {
  /// 32 random bytes that this service keeps in its folder: made at the first start, mode 0600, never
  /// sent anywhere. What is derived or sealed with them is lost with the file, so it belongs into
  /// backups, apart from those of the database.
  ///
  /// - Parameter name: The file's name in the folder.
  /// - Throws: `StartFailure` where the file cannot be read or made, or holds anything else.
  package func secret(named name: String) throws -> [UInt8] {
    let path = "\(folder.path)/\(name)"
    if let kept = try Self.read(path) { return kept }
    let fresh = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
    try Self.write(fresh, to: path, in: folder.path)
    return fresh
  }

  private static func read(_ path: String) throws -> [UInt8]? {
    let file = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw failure(path)
    }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 33)
    let count = unsafe Glibc.read(file, &bytes, bytes.count)
    guard count == 32 else {
      throw StartFailure(.cannotCreate, "\(path) does not hold a secret of 32 bytes: restore it")
    }
    return Array(bytes.prefix(32))
  }

  /// Whole or not at all, and there after a power cut: a second file, synced, then renamed.
  private static func write(_ bytes: [UInt8], to path: String, in folder: String) throws {
    let draft = path + ".new"
    let file = unsafe Glibc.open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure(path) }
    let written = unsafe Glibc.write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
    close(file)
    guard written, unsafe rename(draft, path) == 0 else { throw failure(path) }
    let directory = unsafe Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw failure(path) }
    defer { close(directory) }
    guard fsync(directory) == 0 else { throw failure(path) }
  }

  private static func failure(_ path: String) -> StartFailure {
    StartFailure(.cannotCreate, "\(path): \(unsafe String(cString: strerror(errno)))")
  }
}
