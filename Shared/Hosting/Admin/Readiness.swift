import Synchronization

/// A reason to send calls elsewhere, looked for whenever `/readyz` is asked and for the health
/// service: the store does not answer, a grant has run out. It throws what it found; a load
/// balancer reads the code, a person the words.
package struct ReadyCheck: Sendable {
  package let name: String
  /// Full names of the proto services that cannot answer when it fails; empty is the process.
  package let services: Set<String>
  package let check: @Sendable () async throws -> Void

  /// - Parameter services: the proto services that need it alone; the process stays ready without
  ///   it, and the health of these says NOT_SERVING.
  package init(
    _ name: String, of services: Set<String> = [],
    _ check: @escaping @Sendable () async throws -> Void
  ) {
    self.name = name
    self.services = services
    self.check = check
  }
}

/// Whether calls should come here: only between the end of the start and the begin of the stop,
/// and only while every check of the process passes.
package final class Readiness: Sendable {
  package enum Phase: String, Sendable { case starting, serving, stopping }

  /// What a look at the checks found.
  package struct Report: Sendable {
    package fileprivate(set) var isReady: Bool
    /// The services that cannot answer although the process is ready.
    package fileprivate(set) var failing: Set<String> = []
    fileprivate var lines: [String]

    /// A line for each check.
    package var text: String { lines.joined(separator: "\n") + "\n" }
    /// Those of the checks that failed.
    package var failures: [String] { lines.filter { $0.hasPrefix("failed ") } }
  }

  private let phase = Mutex(Phase.starting)
  private let checks: [ReadyCheck]
  /// A check that takes longer counts as failed: a probe's own time-out is often 1 to 5 seconds.
  private let checkTimeout: Duration

  package init(checks: [ReadyCheck], checkTimeout: Duration = .seconds(1)) {
    self.checks = checks
    self.checkTimeout = checkTimeout
  }

  package func enter(_ next: Phase) { phase.withLock { $0 = next } }
  package var current: Phase { phase.withLock { $0 } }

  package func report() async -> Report {
    let phase = current
    var report = Report(isReady: phase == .serving, lines: ["phase \(phase.rawValue)"])
    let outcomes = await withTaskGroup(of: (Int, String?).self) { group in
      for (index, check) in checks.enumerated() {
        group.addTask { (index, await self.failure(of: check)) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for (index, check) in checks.enumerated() {
      guard let failure = outcomes[index] else {
        report.lines.append("ok \(check.name)")
        continue
      }
      if check.services.isEmpty { report.isReady = false }
      report.failing.formUnion(check.services)
      var line = "failed \(check.name): "
      PlainText.append(failure, to: &line)
      report.lines.append(line)
    }
    return report
  }

  private func failure(of check: ReadyCheck) async -> String? {
    do {
      try await bounded(by: checkTimeout, check.check)
      return nil
    } catch is TimedOut {
      return "no answer within \(DurationText.text(checkTimeout))"
    } catch {
      return String(describing: error)
    }
  }
}
