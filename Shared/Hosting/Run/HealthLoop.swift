import Logging
import RPCServices
import ServiceLifecycle

/// Keeps the health service true to the checks while calls are served, for load balancers and
/// clients that watch it and never ask `/readyz`.
struct HealthLoop: Service {
  private static let interval = Duration.seconds(1)

  let readiness: Readiness
  let health: HealthService
  let logger: Logger

  func run() async throws {
    var before: [String] = []
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      let report = await look()
      if report.failures.isEmpty != before.isEmpty { tell(report) }
      before = report.failures
      // Cut short by the stop; the loop's condition sees it.
      try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.interval) }
    }
  }

  /// Looks once. Once the stop has begun it is the stop that says what the health is.
  @discardableResult
  func look() async -> Readiness.Report {
    // What was looked at before the start's end says not ready, and must not be told after it.
    let wasServing = readiness.current == .serving
    let report = await readiness.report()
    if wasServing, readiness.current == .serving {
      health.setServing(report.isReady, except: report.failing)
    }
    return report
  }

  private func tell(_ report: Readiness.Report) {
    if report.failures.isEmpty {
      logger.notice("all checks pass again")
    } else {
      let causes = report.failures.joined(separator: "; ")
      logger.warning(
        "a check fails", metadata: ["ready": "\(report.isReady)", "cause": "\(causes)"])
    }
  }
}
