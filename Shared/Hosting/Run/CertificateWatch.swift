import Logging
import RPC
import ServiceLifecycle
import UnixSignals

/// Serves with renewed certificates without a restart: the TLS files are looked at every now and
/// then, and at once on SIGHUP. Files that cannot be used leave in use what was read before.
struct CertificateWatch: Service {
  let server: RPCServer
  /// Each SIGHUP. Caught from the start of the process on, which one that is not caught would end.
  let signals: UnixSignalsSequence
  /// Zero looks on SIGHUP alone.
  let interval: Duration
  let logger: Logger

  func run() async throws {
    // Ends by the stop, which is no error.
    try? await cancelWhenGracefulShutdown {
      try await withThrowingDiscardingTaskGroup { group in
        group.addTask { for await _ in signals { reload() } }
        guard interval > .zero else { return }
        group.addTask {
          while true {
            try await Task.sleep(for: interval)
            reload()
          }
        }
      }
    }
  }

  private func reload() {
    do {
      if try server.reloadCertificates() { logger.notice("certificates renewed") }
    } catch {
      logger.error(
        "certificates cannot be used, those before stay in use", metadata: ["cause": "\(error)"])
    }
  }
}
