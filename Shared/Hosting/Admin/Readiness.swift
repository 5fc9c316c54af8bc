import Synchronization

/// A reason to send calls elsewhere, looked for whenever `/readyz` is asked: the store does not
/// answer, a grant has run out. It throws what it found; a load balancer reads the code, a person
/// the words.
package struct ReadyCheck: Sendable {
  package let name: String
  package let check: @Sendable () async throws -> Void

  package init(_ name: String, _ check: @escaping @Sendable () async throws -> Void) {
    self.name = name
    self.check = check
  }
}

/// Whether calls should come here: only between the end of the start and the begin of the stop,
/// and only while every check passes.
package final class Readiness: Sendable {
  package enum Phase: String, Sendable { case starting, serving, stopping }

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

  /// A line for each check, and whether all are well.
  package func report() async -> (isReady: Bool, text: String) {
    let phase = current
    var lines = ["phase \(phase.rawValue)"]
    var isReady = phase == .serving
    let outcomes = await withTaskGroup(of: (Int, String?).self) { group in
      for (index, check) in checks.enumerated() {
        group.addTask { (index, await self.failure(of: check)) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for (index, check) in checks.enumerated() {
      if let failure = outcomes[index] {
        isReady = false
        var line = "failed \(check.name): "
        PlainText.append(failure, to: &line)
        lines.append(line)
      } else {
        lines.append("ok \(check.name)")
      }
    }
    return (isReady, lines.joined(separator: "\n") + "\n")
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
