import Glibc

/// The time of day. Foundation's Date costs more and is not for the request path.
package enum WallClock {
  /// Microseconds since 1970 UTC.
  package static func now() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
  }
}
