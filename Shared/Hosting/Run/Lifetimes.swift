import Logging
import RPC
import RPCServices
import ServiceLifecycle

// The fixed parts of a process as the service group runs them. The group stops them last to first,
// each only when the one after it has returned.

/// Closes what the service opened, when everything else has stopped.
struct CloseAtEnd: Service {
  let close: @Sendable () async -> Void

  func run() async throws {
    await untilStop()
    await close()
  }
}

struct AdminPort: Service {
  let server: AdminServer

  /// Opened before the group runs, so that `/livez` answers while the rest starts.
  func open(host: String, port: Int, logger: Logger) async throws {
    do {
      let bound = try await server.start(host: host, port: port)
      logger.info("admin port open", metadata: ["host": "\(host)", "port": "\(bound)"])
    } catch {
      await server.stop()
      throw StartFailure(.unavailable, "cannot open the admin port \(host):\(port): \(error)")
    }
  }

  func run() async throws {
    await untilStop()
    await server.stop()
  }
}

struct Calls: Service {
  let server: RPCServer
  /// The first is the one that the service is known by.
  let addresses: [ListenAddress]
  let grace: Duration
  let readiness: Readiness
  let health: HealthLoop
  let logger: Logger

  func run() async throws {
    let bound = try await listen()
    readiness.enter(.serving)
    await health.look()
    var metadata: Logger.Metadata = ["host": "\(bound[0].host)", "port": "\(bound[0].port)"]
    if bound.count > 1 { metadata["also"] = .array(bound.dropFirst().map { "\($0.text)" }) }
    logger.notice("ready", metadata: metadata)
    await untilStop()
    await server.stop(grace: grace)
  }

  /// The addresses with the ports that were bound.
  private func listen() async throws -> [ListenAddress] {
    var bound: [ListenAddress] = []
    for address in addresses {
      do {
        let port = try await server.start(host: address.host, port: address.port)
        bound.append(ListenAddress(host: address.host, port: port))
      } catch {
        await server.stop(grace: .zero)
        throw StartFailure(.unavailable, "cannot listen on \(address.text): \(error)")
      }
    }
    return bound
  }
}

/// Says that no more calls should come, before calls are turned away.
struct Announcement: Service {
  let readiness: Readiness
  let health: HealthService
  let drain: Duration

  func run() async throws {
    await untilStop()
    readiness.enter(.stopping)
    health.setServing(false)
    // A cancelled sleep is a shorter drain.
    try? await Task.sleep(for: drain)
    // Only now: a watch that ends is opened again at once, while the port still takes calls.
    health.stop()
  }
}

/// Returns when the part should stop; a cancellation (the group's last resort) is a stop too.
private func untilStop() async { try? await gracefulShutdown() }
