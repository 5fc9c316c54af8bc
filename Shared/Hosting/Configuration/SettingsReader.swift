import Configuration
import Foundation

/// A place that settings come from.
private struct SettingsSource {
  /// The name of a key in this place, as its writer knows it.
  let name: @Sendable (SettingDeclaration) -> String
  /// What was written, by key, for the message about a value that does not parse.
  let written: [String: String]
  let snapshot: any ConfigSnapshot
}

/// Gathers sources, then takes each setting from the first that has it. The library's providers
/// decode the values; its ConfigReader is not used, because it neither tells where a value came
/// from nor knows which keys exist.
struct SettingsReader {
  private let declared: [SettingDeclaration]
  private var sources: [SettingsSource] = []
  private var problems: [String] = []

  init(_ declared: [SettingDeclaration]) {
    self.declared = declared.flatMap { $0.isSecret ? [$0, $0.secretFile] : [$0] }
    var names: Set<String> = []
    for one in self.declared where !names.insert(one.variable).inserted {
      problems.append("the setting \(one.key) is declared twice")
    }
  }

  /// Flags and variables are both text, so the library reads them alike.
  mutating func addFlags(_ flags: [String: String]) {
    addTexts(flags) { "--\($0.flag)" }
  }

  mutating func addEnvironment(_ environment: [String: String], prefix: String) {
    var byVariable: [String: SettingDeclaration] = [:]
    for one in declared { byVariable[one.variable] = one }
    var values: [String: String] = [:]
    for (variable, value) in environment.sorted(by: { $0.key < $1.key })
    where variable.hasPrefix(prefix) {
      let name = String(variable.dropFirst(prefix.count))
      if let one = byVariable[name] {
        values[one.key] = value
      } else {
        let known = byVariable.keys.map { prefix + $0 }
        problems.append(
          "unknown environment variable \(variable)\(Nearest.hint(variable, among: known))")
      }
    }
    addTexts(values) { prefix + $0.variable }
  }

  mutating func addFile(_ path: String) {
    let file = ConfigurationFile(path: path)
    problems += file.problems
    let keys = declared.map(\.key)
    var values: [AbsoluteConfigKey: ConfigValue] = [:]
    for (key, content) in file.values.sorted(by: { $0.key < $1.key }) {
      if keys.contains(key) {
        let components = key.split(separator: ".").map(String.init)
        values[AbsoluteConfigKey(components)] = ConfigValue(content, isSecret: false)
      } else {
        problems.append("unknown key \(key) in \(path)\(Nearest.hint(key, among: keys))")
      }
    }
    sources.append(
      SettingsSource(
        name: { "\($0.key) in \(path)" }, written: file.values.mapValues(\.written),
        snapshot: InMemoryProvider(name: path, values: values).snapshot()))
  }

  private mutating func addTexts(
    _ values: [String: String], name: @escaping @Sendable (SettingDeclaration) -> String
  ) {
    var variables: [String: String] = [:]
    for (key, value) in values { variables[SettingDeclaration.variable(key)] = value }
    let provider = EnvironmentVariablesProvider(environmentVariables: variables)
    sources.append(SettingsSource(name: name, written: values, snapshot: provider.snapshot()))
  }

  mutating func settings() throws(ConfigurationError) -> Settings {
    var entries: [Settings.Entry] = []
    var values: [String: any Sendable] = [:]
    for one in declared {
      guard let (parsed, source) = find(one) else {
        entries.append(Settings.Entry(key: one.key, text: "", source: "not given"))
        continue
      }
      values[one.key] = parsed.value
      let text = one.isSecret ? "***" : parsed.text
      entries.append(Settings.Entry(key: one.key, text: text, source: source))
    }
    guard problems.isEmpty else { throw ConfigurationError(problems) }
    return Settings(entries: entries, values: values)
  }

  private mutating func find(_ one: SettingDeclaration) -> (ParsedSetting, String)? {
    switch (lookUp(one), one.isSecret ? lookUp(one.secretFile) : .absent) {
    case (.found(let value, let source), .absent): return (value, source)
    case (.absent, .found(let path, let source)): return secret(one, path.text, source)
    case (.found(_, let first), .found(_, let second)):
      problems.append("\(first) and \(second) are both given; give one")
    case (.refused, _), (_, .refused): break
    case (.absent, .absent):
      if let fallback = one.fallback { return (fallback, "default") }
      if one.isRequired {
        let way = one.isSecret ? one.secretFile.flag : one.flag
        problems.append("\(one.key) is required: give --\(way), \(one.expected)")
      }
    }
    return nil
  }

  private enum LookUp {
    case absent, refused
    case found(ParsedSetting, String)
  }

  /// The value from the strongest source that has one. A source whose value does not parse is an
  /// error, also where a weaker one would do.
  private mutating func lookUp(_ one: SettingDeclaration) -> LookUp {
    let key = AbsoluteConfigKey(one.components)
    for source in sources {
      guard let written = source.written[one.key] else { continue }
      let name = source.name(one)
      if let found = try? source.snapshot.value(forKey: key, type: one.type).value,
        let parsed = one.parse(found.content)
      {
        return .found(parsed, name)
      }
      let shown =
        one.isSecret
        ? "the value (a secret, not shown)" : "\"\(SettingText.withoutPassword(written))\""
      problems.append("\(name): \(shown) is not \(one.expected)")
      return .refused
    }
    return .absent
  }

  /// A secret that stands in a file of its own; editors end a file with a line break.
  private mutating func secret(
    _ one: SettingDeclaration, _ path: String, _ source: String
  ) -> (ParsedSetting, String)? {
    guard let bytes = FileManager.default.contents(atPath: path), bytes.count <= 64 << 10,
      let text = String(bytes: bytes, encoding: .utf8)
    else {
      problems.append("\(source): the file \(path) cannot be read as a text")
      return nil
    }
    guard let value = one.parse(.string(text.trimmingCharacters(in: .newlines))) else {
      problems.append("\(source): what the file \(path) holds is not \(one.expected)")
      return nil
    }
    return (value, source)
  }
}

extension ConfigContent {
  /// As it was written, near enough for a message.
  fileprivate var written: String {
    switch self {
    case .string(let value): value
    case .int(let value): String(value)
    case .double(let value): String(value)
    case .bool(let value): String(value)
    case .stringArray(let values): values.joined(separator: ",")
    default: "a value of another kind"
    }
  }
}
