import NIOCore

/// The moment at which a call is over, on the monotonic clock of this process.
///
/// Only the time that remains crosses the wire (`grpc-timeout`), so clocks need not agree.
package struct Deadline: Sendable, Hashable, Comparable {
  let instant: NIODeadline

  init(_ instant: NIODeadline) { self.instant = instant }

  static func after(nanoseconds: Int64) -> Deadline {
    Deadline(.now() + .nanoseconds(nanoseconds))
  }

  /// What is left, never less than zero.
  package var remaining: Duration { .nanoseconds(remainingNanoseconds(.now())) }

  /// The same without `Duration`, whose 128 bits cost a call 700 instructions.
  func remainingNanoseconds(_ now: NIODeadline) -> Int64 { max(0, (instant - now).nanoseconds) }

  package var isPast: Bool { instant <= .now() }

  package static func < (left: Deadline, right: Deadline) -> Bool { left.instant < right.instant }

  /// The deadline of the call that this task serves, if it has one. A client call made inside it
  /// ends no later.
  @TaskLocal package static var current: Deadline?
}
