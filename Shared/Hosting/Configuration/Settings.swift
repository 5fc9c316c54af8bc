/// The settings of a process, read once at its start from (strongest first) flags, environment,
/// JSON file and defaults. What does not parse, is missing or is not declared is an error that
/// says where it stands; nothing is silently ignored.
package struct Settings: Sendable {
  /// A setting as it came out, ready to be printed.
  package struct Entry: Sendable, Equatable {
    package let key: String
    /// `***` for a secret, empty where nothing was given.
    package let text: String
    /// "--listen-port", "CLIENT_LINK_LISTEN_PORT", "listen.port in /etc/x.json" or "default".
    package let source: String
  }

  /// Every declared setting in its declared order.
  package let entries: [Entry]
  private let values: [String: any Sendable]

  /// The value of a declared setting.
  /// - Throws: when `setting` is not in the list that was read: a mistake of the programmer, found
  ///   by starting the service once.
  package subscript<Value>(_ setting: Setting<Value>) -> Value {
    get throws(ConfigurationError) {
      let key = setting.declaration.key
      guard entries.contains(where: { $0.key == key }), let value = setting.unwrap(values[key])
      else { throw ConfigurationError(["the setting \(key) is not in this service's list"]) }
      return value
    }
  }

  /// One line a setting, `listen.port = 7001  (--listen-port)`, secrets masked.
  package var text: String {
    entries.map { "\($0.key) = \($0.text)  (\($0.source))" }.joined(separator: "\n")
  }

  /// Reads and checks everything; throws every problem at once.
  /// - Parameters:
  ///   - prefix: what the service's variables start with, "DAYBOOK_CLIENT_LINK_". Variables that
  ///     start with it and name no setting are errors; others are not looked at.
  ///   - file: the JSON file, if there is one.
  static func read(
    _ declared: [SettingDeclaration], flags: [String: String], environment: [String: String],
    prefix: String, file: String?
  ) throws(ConfigurationError) -> Settings {
    var reader = SettingsReader(declared)
    reader.addFlags(flags)
    reader.addEnvironment(environment, prefix: prefix)
    if let file { reader.addFile(file) }
    return try reader.settings()
  }

  init(entries: [Entry], values: [String: any Sendable]) {
    self.entries = entries
    self.values = values
  }
}
