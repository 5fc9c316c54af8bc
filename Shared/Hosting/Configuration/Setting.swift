import Configuration

/// One declared setting: what it is called, what it may hold and what it means. A service keeps
/// its settings as constants and lists them once; flags, variables, file keys, `--help` and the
/// printed configuration all derive from that list.
///
///     static let port = Setting.integer("listen.port", 1...65535, default: 7001, help: "…")
///
/// The key `listen.port` is the flag `--listen-port`, the variable `<PREFIX>LISTEN_PORT` and the
/// JSON member `{"listen": {"port": …}}`. Keys are lower case; `.` and `-` separate words.
package struct Setting<Value: Sendable>: DeclaredSetting {
  package var declaration: SettingDeclaration
  /// From what was found (nil: neither given nor defaulted) to the value; nil where it is missing.
  let unwrap: @Sendable ((any Sendable)?) -> Value?

  init(_ declaration: SettingDeclaration, unwrap: @escaping @Sendable ((any Sendable)?) -> Value?) {
    self.declaration = declaration
    self.unwrap = unwrap
  }

  /// - Parameters:
  ///   - type: how the configuration library reads it from text or from JSON.
  ///   - expected: completes "expected …" in an error and describes the value in `--help`.
  ///   - print: the value as a person would write it; for defaults and the printed configuration.
  init(
    key: String, type: ConfigType, expected: String, default: Value?, help: String,
    parse: @escaping @Sendable (ConfigContent) -> Value?,
    print: @escaping @Sendable (Value) -> String
  ) {
    let fallback = `default`.map { ParsedSetting(value: $0, text: print($0)) }
    self.init(
      SettingDeclaration(
        key: key, type: type, expected: expected, help: help, isRequired: `default` == nil,
        fallback: fallback
      ) { content in parse(content).map { ParsedSetting(value: $0, text: print($0)) } }
    ) { $0 as? Value }
  }

  /// The same setting, which may be left out: its value is then nil.
  package var optional: Setting<Value?> {
    var declaration = declaration
    declaration.isRequired = false
    return Setting<Value?>(declaration) { .some($0 as? Value) }
  }

  /// The same setting as a secret: never printed, refused as a flag (an argument list is readable by
  /// every user of the machine), and readable from a file by `<key>-file` or `<VARIABLE>_FILE`.
  package var secret: Self {
    var copy = self
    copy.declaration.isSecret = true
    return copy
  }
}

/// What all settings have in common, whatever their value.
package protocol DeclaredSetting: Sendable {
  var declaration: SettingDeclaration { get }
}

/// A setting without the type of its value.
package struct SettingDeclaration: Sendable {
  package let key: String
  let type: ConfigType
  package let expected: String
  package let help: String
  package internal(set) var isRequired: Bool
  package internal(set) var isSecret = false
  let fallback: ParsedSetting?
  let parse: @Sendable (ConfigContent) -> ParsedSetting?

  init(
    key: String, type: ConfigType, expected: String, help: String, isRequired: Bool,
    fallback: ParsedSetting?, parse: @escaping @Sendable (ConfigContent) -> ParsedSetting?
  ) {
    self.key = key
    self.type = type
    self.expected = expected
    self.help = help
    self.isRequired = isRequired
    self.fallback = fallback
    self.parse = parse
  }

  var components: [String] { key.split(separator: ".").map(String.init) }
  /// `listen-port`, without the two dashes.
  package var flag: String { key.replacing(".", with: "-") }
  /// `LISTEN_PORT`, without the prefix of the service.
  package var variable: String { Self.variable(key) }
  var takesNoValue: Bool { type == .bool }

  /// The setting that names the file of a secret: `<key>-file`, a path.
  var secretFile: SettingDeclaration {
    var file = Setting.path(key + "-file", help: "The file that holds \(key).").declaration
    file.isRequired = false
    return file
  }

  static func variable(_ key: String) -> String {
    String(key.uppercased().map { $0 == "." || $0 == "-" ? "_" : $0 })
  }
}

/// A value and how a person would write it.
struct ParsedSetting: Sendable {
  let value: any Sendable
  let text: String
}
