import Dispatch

/// Runs calls that block, such as those on files, on threads of their own: neither an event loop nor
/// the few threads of Swift's pool may wait for a disk.
enum Blocking {
  static func run<Answer: Sendable>(
    _ body: @escaping @Sendable () throws -> Answer
  ) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result { try body() }) }
    }
  }
}
