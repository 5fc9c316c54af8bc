/// What a service was started with: which command, or one of the requests that every service
/// answers (`--help`, `--version`, `--print-configuration`), and its settings.
package struct StartArguments: Sendable {
  package enum Request: Sendable, Equatable {
    case help, version, printConfiguration
    /// The words before the flags; none means to serve.
    case run([String])
  }

  package let request: Request
  /// nil when only help or the version is asked for.
  package let settings: Settings?

  /// The JSON file, itself given by `--config` or the variable `<PREFIX>CONFIG`.
  static let configurationFile = Setting.path(
    "config", help: "A JSON file of settings; its keys are those below, nested at the dots."
  ).optional

  /// - Parameters:
  ///   - arguments: without the program's name.
  ///   - settings: the service's own list.
  ///   - prefix: of the service's environment variables.
  package init(
    _ arguments: [String], environment: [String: String], prefix: String,
    settings: [any DeclaredSetting]
  ) throws(ConfigurationError) {
    let file = Self.configurationFile.declaration
    let declared = [file] + settings.map(\.declaration)
    let expanded = declared + declared.filter(\.isSecret).map(\.secretFile)
    let flags = CommandLineFlags(arguments, declared: expanded)
    if flags.requests.contains("help") {
      (request, self.settings) = (.help, nil)
    } else if flags.requests.contains("version") {
      (request, self.settings) = (.version, nil)
    } else {
      guard flags.problems.isEmpty else { throw ConfigurationError(flags.problems) }
      request =
        flags.requests.contains("print-configuration") ? .printConfiguration : .run(flags.words)
      self.settings = try Settings.read(
        declared, flags: flags.values, environment: environment, prefix: prefix,
        file: flags.values[file.key] ?? environment[prefix + file.variable])
    }
  }
}
