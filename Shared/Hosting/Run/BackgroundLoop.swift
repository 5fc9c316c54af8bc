package import Logging
import ServiceLifecycle

/// Work that is done again and again while the service runs. A round that throws is logged and
/// the next one comes later, up to a minute later; a round in progress finishes before the stop
/// goes on.
package struct BackgroundLoop: Service {
  private let name: String
  private let interval: Duration
  private let logger: Logger
  private let round: @Sendable () async throws -> Void

  /// - Parameter interval: from the end of a round to the begin of the next.
  package init(
    _ name: String, every interval: Duration, logger: Logger,
    round: @escaping @Sendable () async throws -> Void
  ) {
    self.name = name
    self.interval = interval
    self.logger = logger
    self.round = round
  }

  package func run() async throws {
    var failures = 0
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      do {
        try await RequestContext().run(round)
        failures = 0
      } catch {
        failures += 1
        logger.error(
          "background work failed",
          metadata: ["loop": "\(name)", "failures": "\(failures)", "cause": "\(error)"])
      }
      let pause = failures == 0 ? interval : backOff(failures)
      // Cut short by the stop; there is nothing to do about it but to look at the loop's condition.
      try? await cancelWhenGracefulShutdown { try await Task.sleep(for: pause) }
    }
  }

  /// Doubles with each failure, from at least 100 ms to a minute.
  private func backOff(_ failures: Int) -> Duration {
    let first = max(interval, .milliseconds(100))
    return max(interval, min(first * (1 << min(failures - 1, 16)), .seconds(60)))
  }
}
