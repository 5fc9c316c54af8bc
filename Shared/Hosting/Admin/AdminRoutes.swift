import NIOHTTP1

/// A gauge whose value is asked for at each scrape: the depth of an outbox, the age of its oldest
/// entry. One that fails or takes more than a second shows as NaN, never as an old value.
package struct ScrapedGauge: Sendable {
  package let name: String
  package let help: String
  package let labels: [(String, String)]
  package let value: @Sendable () async throws -> Double

  package init(
    _ name: String, help: String, labels: [(String, String)] = [],
    _ value: @escaping @Sendable () async throws -> Double
  ) {
    self.name = name
    self.help = help
    self.labels = labels
    self.value = value
  }
}

/// What the admin port answers.
package struct AdminRoutes: Sendable {
  struct Answer: Sendable {
    var status: HTTPResponseStatus
    var contentType = "text/plain; charset=utf-8"
    var body: String
  }

  private let registry: MetricRegistry
  private let readiness: Readiness
  private let gauges: [ScrapedGauge]
  private let process: ProcessMetrics

  package init(registry: MetricRegistry, readiness: Readiness, gauges: [ScrapedGauge]) {
    self.registry = registry
    self.readiness = readiness
    self.gauges = gauges
    process = ProcessMetrics(registry: registry)
    for gauge in gauges { registry.describe(gauge.name, gauge.help) }
  }

  func answer(_ method: HTTPMethod, _ uri: String) async -> Answer {
    let path = uri.prefix { $0 != "?" }
    guard ["/metrics", "/livez", "/readyz"].contains(path) else {
      return Answer(status: .notFound, body: "known: /metrics /livez /readyz\n")
    }
    guard method == .GET || method == .HEAD else {
      return Answer(status: .methodNotAllowed, body: "GET or HEAD\n")
    }
    switch path {
    case "/metrics": return await metrics()
    case "/readyz":
      let report = await readiness.report()
      return Answer(status: report.isReady ? .ok : .serviceUnavailable, body: report.text)
    default: return Answer(status: .ok, body: "ok\n")
    }
  }

  private func metrics() async -> Answer {
    process.refresh()
    await withTaskGroup(of: Void.self) { group in
      for gauge in gauges {
        group.addTask {
          let value = try? await bounded(by: .seconds(1), gauge.value)
          registry.gauge(gauge.name, gauge.labels).set(value ?? .nan)
        }
      }
    }
    return Answer(status: .ok, contentType: PrometheusText.contentType, body: registry.text)
  }
}
