import Database

/// A clock that a test moves.
final class TestClock: Sendable {
  private let time = Shared<Int64>(1_000_000_000)

  func advance(by duration: Duration) { time.change { $0 += duration.microseconds } }

  var options: DatabaseOptions {
    var options = DatabaseOptions()
    options.clock = { [self] in time.value }
    return options
  }
}
