import Foundation
import Logging
import ServiceLifecycle
import Synchronization
import UnixSignals

/// SIGTERM and SIGINT: the first stops the process gracefully, also while it still starts; the
/// second ends it at once. The service group is not given the signals, because it listens only
/// while it runs and ignores a second one.
final class StopSignals: Sendable {
  private struct State: Sendable {
    var received = 0
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

  /// Hands over the group that a signal stops, and one that has come already.
  func attach(_ group: ServiceGroup) async {
    let received = state.withLock { state in
      state.group = group
      return state.received
    }
    if received > 0 { await group.triggerGracefulShutdown() }
  }

  private func received(_ signal: UnixSignal) async {
    let (count, group) = state.withLock { state in
      state.received += 1
      return (state.received, state.group)
    }
    guard count == 1 else {
      logger.critical("second signal, stopping at once", metadata: ["signal": "\(signal)"])
      writer.flush(timeout: .milliseconds(500))
      _exit(ExitCode.stoppedHard.rawValue)
    }
    logger.notice("stopping", metadata: ["signal": "\(signal)"])
    await group?.triggerGracefulShutdown()
  }
}
