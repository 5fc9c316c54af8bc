import Glibc

/// Keeps a sweep and a backup of the same contents apart, across processes: whoever holds the lock
/// lets it go with its process, however that ends.
package struct SweepPause: Sendable {
  private let path: String

  /// - Parameter folder: The service's folder of data.
  package init(beside folder: String) { path = "\(folder)/sweep.lock" }

  /// The lock, held as long as it lives; nil while another process has it.
  package func tryTake() throws(ContentError) -> Turn? {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(operation: "open", code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      guard code == EWOULDBLOCK else { throw .system(operation: "flock", code: code) }
      return nil
    }
    return Turn(descriptor)
  }

  /// Waits for the lock: a sweep ends by itself.
  package func take() async throws -> Turn {
    while true {
      if let turn = try tryTake() { return turn }
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  package final class Turn: Sendable {
    private let descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }
  }
}
