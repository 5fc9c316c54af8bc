import Foundation
import Glibc

/// A file that appears under its name when it is whole and not before: an interrupted read leaves an
/// older file as it was.
struct OutputFile: ~Copyable {
  private let path: String
  private let draft: String
  private let file: FileHandle

  init(_ path: String) throws(Failure) {
    self.path = path
    draft = "\(path).\(getpid()).part"
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
    file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  func write(_ bytes: [UInt8]) throws(Failure) {
    do { try file.write(contentsOf: Data(bytes)) } catch { throw Self.failure(path, errno) }
  }

  /// Puts the file in its place.
  func finish() throws(Failure) {
    do { try file.synchronize() } catch { throw Self.failure(path, errno) }
    guard unsafe rename(draft, path) == 0 else { throw Self.failure(path, errno) }
  }

  /// What was not finished is taken away; after `finish` the draft has no name any more.
  deinit { unsafe unlink(draft) }

  private static func failure(_ path: String, _ number: Int32) -> Failure {
    let words = unsafe String(cString: strerror(number))
    return Failure(.other, "\(path) cannot be written: \(words)")
  }
}
