package import RPC
import Synchronization

/// Counts the calls that this process makes to others, as `CallObserver` counts those that it
/// answers. A method's metrics are made with its first call: methods are named by our code alone.
package final class ClientCallObserver: ClientObserver {
  private let registry: MetricRegistry
  private let methods = Mutex<[String: CallMetrics]>([:])

  package init(registry: MetricRegistry) {
    self.registry = registry
    CallMetrics.describe(.client, registry)
  }

  package func callStarted(_ method: RPCMethod) { metrics(of: method).started.increment(by: 1) }

  package func callEnded(_ method: RPCMethod, _ outcome: CallOutcome) {
    metrics(of: method).ended(outcome)
  }

  private func metrics(of method: RPCMethod) -> CallMetrics {
    methods.withLock { methods in
      if let known = methods[method.path] { return known }
      let made = CallMetrics(.client, method.service, method.name, registry)
      methods[method.path] = made
      return made
    }
  }
}
