import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// What an operator or a test may set. The defaults serve a small machine well.
package struct DatabaseOptions: Sendable {
  /// Read transactions that run at once, each on a connection of its own: on SQLite on disk a thread
  /// each.
  package var readers = 4
  /// Write transactions that run at once, each on a connection of its own (PostgreSQL). Connections
  /// are opened as they are needed: with those of reads and points a process holds 14 at most, so
  /// three services with two replicas each fit into PostgreSQL's usual 100.
  package var writers = 8
  /// Connections that point reads are pipelined on (PostgreSQL).
  package var pointConnections = 2
  /// Calls that are committed together at most. 256 inserts take 2–3 ms on top of the fsync, which
  /// bounds how long the first of them waits.
  package var maximumBatch = 256
  /// Calls that may wait for the writer; more are refused with `overloaded`.
  package var maximumWaiting = 16_384
  /// A read transaction's statements are stopped after this time. Writes are never interrupted.
  package var readTimeLimit: Duration = .seconds(10)
  /// A write transaction's statements are stopped after this time, and so is waiting for a row that
  /// another transaction holds (PostgreSQL).
  package var writeTimeLimit: Duration = .seconds(30)
  /// How long one attempt to connect may take, and how long a call waits for a connection while the
  /// server cannot be reached (PostgreSQL).
  package var connectTimeout: Duration = .seconds(5)
  /// The `postgresql://` URL of a server that replays the log of the one that is written to, and takes
  /// reads off it (PostgreSQL).
  package var replica: String?
  /// How long a lock held by another process is waited for (a backup, an operator's shell).
  package var busyTimeout: Duration = .seconds(5)
  /// The largest size of an SQLite file in pages of 4096 bytes; beyond it changes fail with
  /// `diskFull`. Nil: the disk is the limit.
  package var maximumPages: Int?
  /// Another SQLite VFS by name; for fault injection.
  package var vfs: String?
  /// The clock that transactions take `now` from, microseconds since 1970 UTC.
  package var clock: @Sendable () -> Int64 = { Clock.now() }

  package init() {}
}

/// The time of day as the project stores it.
package enum Clock {
  /// Microseconds since 1970 UTC.
  package static func now() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
  }

  /// A clock for limits, which nobody sets.
  static func monotonicNanoseconds() -> UInt64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}

extension Duration {
  /// Whole microseconds, the unit of every stored time.
  package var microseconds: Int64 {
    components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
  }
}

/// Counts since the start, for metrics and for tests of the batching.
package struct DatabaseStatistics: Sendable, Equatable {
  /// Write calls answered, refusals included.
  package var calls = 0
  /// Commits that those calls took: calls ÷ commits is the size of a batch.
  package var commits = 0
  /// Batches that the engine rolled back by itself, whose other calls were run again.
  package var lostBatches = 0
  /// Bodies run again after a conflict with another transaction or a lost connection (PostgreSQL).
  package var repetitions = 0
  /// Calls that wait for the writer, or for a connection to write on.
  package var waiting = 0
  /// Connections that are open now (PostgreSQL).
  package var connections = 0
  /// Read transactions that a replica answered (PostgreSQL).
  package var replicaReads = 0
}
