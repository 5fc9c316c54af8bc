/// The pause between attempts to connect, as gRPC's connection-backoff document has it.
package struct Backoff: Sendable {
  package var initial = Duration.seconds(1)
  package var multiplier = 1.6
  /// Each pause is stretched or shortened at random by up to this part of it.
  package var jitter = 0.2
  package var maximum = Duration.seconds(120)

  package init() {}

  /// The time from the start of an attempt to the next, after this many failures before it.
  func pause(after failures: Int) -> Duration {
    var pause = initial
    for _ in 0..<failures where pause < maximum { pause = min(pause * multiplier, maximum) }
    return pause * Double.random(in: (1 - jitter)...(1 + jitter))
  }
}
