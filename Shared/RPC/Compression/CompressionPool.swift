import NIOCore
import Threads

/// The threads that compress, and decompress what is long: an event loop has other calls to serve.
///
/// Measured (zlib 1.2.13, text that shrinks to a quarter): a hop to another
/// thread and back costs both threads together 7 µs. To compress costs 43 µs for 64 bytes and
/// 32 ms for 1 MiB, so it always hops. To decompress costs 3 µs for 1 KiB, 10 µs for 8 KiB and
/// 2.2 ms for 1 MiB, so it hops above `shortBytes`; and as 289 bytes can become 256 KiB (0.5 ms),
/// what a message becomes is looked at and not what it is.
enum CompressionPool {
  /// Bytes of a message that is decompressed on its event loop, after and thus before.
  static let shortBytes = 8 << 10

  /// Nil where the system has no room for another thread: then the event loop does it.
  private static let threads = WorkThreads(count: System.coreCount)

  /// Comes back to where it was called. Its queue is bounded by the streams, each of which waits.
  static func run<T: Sendable>(
    _ body: @escaping @Sendable () throws(RPCError) -> T
  ) async throws(RPCError) -> T {
    guard let threads else { return try body() }
    return try await threads.run { Result { () throws(RPCError) in try body() } }.get()
  }
}
