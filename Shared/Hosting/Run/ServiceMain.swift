import CoreMetrics
import Foundation
import Logging
import RPC
import ServiceLifecycle

/// The main of a service: reads the settings, sets up logs and metrics, runs what the service
/// assembles until a signal, and ends with a code that says how it went.
/// A `Main` gives it a name, a port, the settings and a function that assembles the services;
/// `Services/ClientLink/Main.swift` is one.
package struct ServiceMain: Sendable {
  package typealias Assemble = @Sendable (ServiceContext) async throws -> ServiceAssembly

  private let name: String
  private let version: String
  private let summary: String
  private let port: Setting<Int>
  private let declared: [any DeclaredSetting]
  private let commands: [ServiceCommand]
  private let assemble: Assemble

  /// - Parameters:
  ///   - name: of the executable, "client-link"; its variables start with DAYBOOK_CLIENT_LINK_.
  ///   - port: what it listens on where nothing else is set.
  ///   - settings: its own; those of every service are added.
  package init(
    name: String, version: String = "0.1", summary: String, port: Int,
    settings: [any DeclaredSetting] = [], commands: [ServiceCommand] = [],
    assemble: @escaping Assemble
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.port = HostSettings.port(default: port)
    declared = HostSettings.all(port: self.port) + settings
    self.commands = commands
    self.assemble = assemble
  }

  /// Runs the process to its end.
  package func run() async -> Never {
    // A reader that went away must end a write, not the process.
    signal(SIGPIPE, SIG_IGN)
    FreedMemory.keep()
    exit(await start(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  private var prefix: String {
    "DAYBOOK_" + SettingDeclaration.variable(name) + "_"
  }

  private func start(_ arguments: [String]) async -> ExitCode {
    let given: StartArguments
    do {
      given = try StartArguments(
        arguments, environment: ProcessInfo.processInfo.environment, prefix: prefix,
        settings: declared)
    } catch {
      for problem in error.problems { complain(problem) }
      complain("see --help")
      return .usage
    }
    switch given.request {
    case .help: print(help)
    case .version: print("\(name) \(version)")
    case .printConfiguration: print(given.settings?.text ?? "")
    case .run(let words):
      if let settings = given.settings { return await run(words, settings) }
    }
    return .success
  }

  private var help: String {
    HelpText(
      name: name, summary: summary, commands: commands.map { ($0.words, $0.help) },
      settings: ([StartArguments.configurationFile] + declared).map(\.declaration), prefix: prefix
    ).text
  }

  private func run(_ words: [String], _ settings: Settings) async -> ExitCode {
    let command = commands.first { $0.words == words.joined(separator: " ") }
    guard words.isEmpty || command != nil else {
      let given = words.joined(separator: " ")
      let hint = Nearest.hint(given, among: commands.map(\.words))
      complain("unknown command \"\(given)\"\(hint)")
      return .usage
    }
    let writer = LogWriter(descriptor: STDERR_FILENO)
    defer { writer.flush() }
    let registry = MetricRegistry()
    MetricsSystem.bootstrap(registry)
    do {
      let context = ServiceContext(
        name: name, settings: settings, logger: try LogSetup(settings).logger(name, writer),
        metrics: registry)
      return await run(command, context, writer)
    } catch {
      complain("\(error)")
      return .usage
    }
  }

  private func run(
    _ command: ServiceCommand?, _ context: ServiceContext, _ writer: LogWriter
  ) async -> ExitCode {
    do {
      if let command {
        try await command.run(context)
      } else {
        try await ServiceProcess(context, port: try context.settings[port], writer, assemble).run()
        context.logger.notice("stopped")
      }
      return .success
    } catch let failure as StartFailure {
      context.logger.critical("\(failure)", metadata: ["exit_code": "\(failure.exitCode.rawValue)"])
      return failure.exitCode
    } catch let error as ConfigurationError {
      context.logger.critical("\(error)")
      return .usage
    } catch let obstacle as any StartObstacle {
      context.logger.critical(
        "failed: \(obstacle)", metadata: ["exit_code": "\(obstacle.exitCode.rawValue)"])
      return obstacle.exitCode
    } catch {
      context.logger.critical("failed: \(error)")
      return .software
    }
  }

  /// Before there are logs, for the person who typed the command.
  private func complain(_ problem: String) {
    FileHandle.standardError.write(Data("\(name): \(problem)\n".utf8))
  }
}
