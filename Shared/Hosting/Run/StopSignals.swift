import Foundation
import Logging
import ServiceLifecycle
import Synchronization
import UnixSignals

/// SIGTERM and SIGINT: the first stops the process gracefully, also while it still starts; the
/// second, a second or more later, ends it at once. (Sooner it is the same wish: a terminal signals
/// the whole process group and the script that started us passes its own on.) The service group is
/// not given the signals, because it listens only while it runs and ignores a second one.
final class StopSignals: Sendable {
  private struct State: Sendable {
    var first: ContinuousClock.Instant?
    var group: ServiceGroup?
  }

  private let state = Mutex(State())
  private let logger: Logger
  private let writer: LogWriter

  init(logger: Logger, writer: LogWriter) {
    self.logger = logger
    self.writer = writer
  }

  /// Returns when the signals are caught; watches them for as long as the process lives.
  func watch() async {
    let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
    Task.detached {
      for await signal in signals { await self.received(signal) }
    }
  }

  /// Hands over the group that a signal stops. False when one has come already, while the process
  /// was starting: then the group must not run.
  func attach(_ group: ServiceGroup) -> Bool {
    state.withLock { state in
      state.group = group
      return state.first == nil
    }
  }

  private enum Wish {
    case stop(ServiceGroup?)
    case repeated, stopHard
  }

  private func received(_ signal: UnixSignal) async {
    let now = ContinuousClock.now
    let wish: Wish = state.withLock { state in
      guard let first = state.first else {
        state.first = now
        return .stop(state.group)
      }
      return now - first < .seconds(1) ? .repeated : .stopHard
    }
    switch wish {
    case .repeated: break
    case .stop(let group):
      logger.notice("stopping", metadata: ["signal": "\(signal)"])
      await group?.triggerGracefulShutdown()
    case .stopHard:
      logger.critical("second signal, stopping at once", metadata: ["signal": "\(signal)"])
      writer.flush(timeout: .milliseconds(500))
      _exit(ExitCode.stoppedHard.rawValue)
    }
  }
}
