import Glibc
import Synchronization

/// A lock on a folder that several processes use, on one machine or by a network file system that knows
/// `flock`. Held for one or two calls at a time.
final class FolderLock: Sendable {
  private let descriptor: Int32
  /// `flock` is the open file's, and so the same for all threads of a process.
  private let threads = Mutex(())

  init(_ path: String) throws(ContentError) {
    descriptor = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(operation: "open", code: errno) }
  }

  deinit { close(descriptor) }

  func hold<Answer>(_ body: () throws(ContentError) -> Answer) throws(ContentError) -> Answer {
    try threads.withLock { _ throws(ContentError) in
      while flock(descriptor, LOCK_EX) != 0 {
        guard errno == EINTR else { throw .system(operation: "flock", code: errno) }
      }
      defer { flock(descriptor, LOCK_UN) }
      return try body()
    }
  }
}
