import Logging
import RPC
import RPCServices
import ServiceLifecycle
import UnixSignals

/// A service from its assembly to its close.
struct ServiceProcess {
  private let context: ServiceContext
  private let port: Int
  private let writer: LogWriter
  private let assemble: ServiceMain.Assemble

  init(
    _ context: ServiceContext, port: Int, _ writer: LogWriter,
    _ assemble: @escaping ServiceMain.Assemble
  ) {
    self.context = context
    self.port = port
    self.writer = writer
    self.assemble = assemble
  }

  /// Returns after a graceful stop; throws why the service could not start or go on.
  func run() async throws {
    let signals = StopSignals(logger: context.logger, writer: writer)
    await signals.watch()
    let renewals = await UnixSignalsSequence(trapping: .sighup)
    logSettings()
    let assembly = try await assemble(context)
    let group: ServiceGroup
    do {
      let parts = try await parts(of: assembly, renewals)
      group = ServiceGroup(configuration: try groupConfiguration(parts))
    } catch {
      await assembly.close()
      throw error
    }
    guard signals.attach(group) else {
      await assembly.close()
      return
    }
    try await group.run()
  }

  private func logSettings() {
    var metadata: Logger.Metadata = [:]
    for entry in context.settings.entries where !entry.text.isEmpty {
      metadata[entry.key] = .string(entry.text)
    }
    context.logger.info("starting", metadata: metadata)
  }

  /// In the order of the start; the admin port is open already.
  private func parts(
    of assembly: ServiceAssembly, _ renewals: UnixSignalsSequence
  ) async throws -> [any Service] {
    let settings = context.settings
    let readiness = Readiness(checks: assembly.checks)
    let routes = AdminRoutes(
      registry: context.metrics, readiness: readiness, gauges: assembly.gauges)
    let names = serviceNames(assembly.services)
    let health = HealthService(services: names)
    let reflection = ReflectionService(services: names + serviceNames([health]))
    let services = assembly.services + [health, reflection]
    let server = RPCServer(
      services: services,
      options: try serverOptions(services, assembly, open: [health, reflection]))
    let admin = AdminPort(server: AdminServer(routes: routes))
    try await admin.open(
      host: try settings[HostSettings.adminHost], port: try settings[HostSettings.adminPort],
      logger: context.logger)
    let watch = HealthLoop(readiness: readiness, health: health, logger: context.logger)
    return [
      CloseAtEnd(close: assembly.close), admin,
    ] + assembly.loops + [
      Calls(
        server: server,
        addresses: [ListenAddress(host: try settings[HostSettings.host], port: port)]
          + (try settings[HostSettings.also]), grace: try settings[HostSettings.stopGrace],
        readiness: readiness, health: watch,
        logger: context.logger),
      CertificateWatch(
        server: server, signals: renewals, interval: try settings[HostSettings.tlsReload],
        logger: context.logger),
      Announcement(
        readiness: readiness, health: health, drain: try settings[HostSettings.stopDrain]),
      watch,
    ]
  }

  private func serviceNames(_ services: [any RPCService]) -> [String] {
    services.flatMap { $0.handlers.map(\.method.service) }
  }

  /// - Parameter open: need no caller: a load balancer that asks for the health has no token, and
  ///   the proto files are no secret.
  private func serverOptions(
    _ services: [any RPCService], _ assembly: ServiceAssembly, open: [any RPCService]
  ) throws -> ServerOptions {
    let methods = services.flatMap { $0.handlers.map(\.method) }
    let openPaths = Set(open.flatMap { $0.handlers.map(\.method.path) })
    var options = ServerOptions()
    options.authenticate = { [authenticate = assembly.authenticate] call in
      openPaths.contains(call.method.path) ? nil : try await authenticate(call)
    }
    options.interceptors = [RequestContextInterceptor()] + assembly.interceptors
    options.observer = CallObserver(
      methods: methods, registry: context.metrics, logger: context.logger)
    options.limits.messageBytes = try context.settings[HostSettings.messageSize]
    options.messageSizes = try MethodSize.sizes(
      context.settings[HostSettings.messageSizes], of: methods, reply: options.limits.replyBytes)
    options.connections = try ConnectionSettings.rules(context.settings)
    options.eventLoops = try context.settings[HostSettings.eventLoops]
    options.tls = try HostSettings.tls(context.settings)
    return options
  }

  /// One part that ends or fails stops the others in order. A loop that does not come to its end is
  /// cancelled in time.
  private func groupConfiguration(_ parts: [any Service]) throws -> ServiceGroupConfiguration {
    var quiet = context.logger
    quiet.logLevel = .error
    var configuration = ServiceGroupConfiguration(
      services: parts.map {
        .init(
          service: $0, successTerminationBehavior: .gracefullyShutdownGroup,
          failureTerminationBehavior: .gracefullyShutdownGroup)
      }, logger: quiet)
    let settings = context.settings
    configuration.maximumGracefulShutdownDuration =
      try settings[HostSettings.stopGrace] + settings[HostSettings.stopDrain] + .seconds(10)
    return configuration
  }
}
