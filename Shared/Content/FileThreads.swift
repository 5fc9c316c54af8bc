import Glibc
import Threads

/// A few threads for calls on files, which block for as long as the disk takes: an fsync or a cold
/// read must hold up neither an event loop nor Swift's own threads, of which there is one a core.
final class FileThreads: Sendable {
  private let threads: WorkThreads

  /// - Throws: `system` where the threads cannot be had.
  init(count: Int) throws(ContentError) {
    guard let threads = WorkThreads(count: count) else {
      throw .system(operation: "pthread_create", code: EAGAIN)
    }
    self.threads = threads
  }

  /// Runs `body` on one of the threads, in the order of calls as far as there are threads.
  func run<Value: Sendable>(
    _ body: @escaping @Sendable () throws(ContentError) -> Value
  ) async throws(ContentError) -> Value {
    try await threads.run { Result { () throws(ContentError) in try body() } }.get()
  }
}
