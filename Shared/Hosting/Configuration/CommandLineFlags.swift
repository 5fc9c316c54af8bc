import Configuration

/// The arguments of a service, taken apart: words first (`database status`), then flags, each
/// `--key value` or `--key=value`, a boolean also bare. Knows the declared keys and no others.
struct CommandLineFlags {
  private(set) var words: [String] = []
  /// By key of the setting. A list given several times is joined.
  private(set) var values: [String: String] = [:]
  /// `help`, `version`, `print-configuration`: what to do instead of serving.
  private(set) var requests: Set<String> = []
  private(set) var problems: [String] = []

  static let requestNames = ["help", "version", "print-configuration"]

  init(_ arguments: [String], declared: [SettingDeclaration]) {
    var byFlag: [String: SettingDeclaration] = [:]
    for declaration in declared { byFlag[declaration.flag] = declaration }
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--"), argument.count > 2 else {
        word(argument)
        continue
      }
      let parts = argument.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      if Self.requestNames.contains(name), parts.count == 1 {
        requests.insert(name)
      } else if let declaration = byFlag[name] {
        take(declaration, parts.count == 2 ? String(parts[1]) : nil, &rest)
      } else {
        let known = (byFlag.keys + Self.requestNames).map { "--" + $0 }
        problems.append("unknown flag --\(name)\(Nearest.hint("--" + name, among: known))")
      }
    }
  }

  private mutating func word(_ argument: String) {
    if argument == "-h" {
      requests.insert("help")
    } else if argument.hasPrefix("-") {
      problems.append("unknown flag \(argument); flags start with two dashes")
    } else if values.isEmpty {
      words.append(argument)
    } else {
      problems.append("\"\(argument)\" stands after the flags; commands come first")
    }
  }

  private mutating func take(
    _ declaration: SettingDeclaration, _ inline: String?, _ rest: inout ArraySlice<String>
  ) {
    var value = inline
    if value == nil, declaration.takesNoValue {
      value = "true"
    } else if value == nil, let next = rest.first, !next.hasPrefix("--") {
      value = rest.popFirst()
    }
    guard let value else {
      problems.append("--\(declaration.flag) needs a value: \(declaration.expected)")
      return
    }
    guard !declaration.isSecret else {
      problems.append(
        "--\(declaration.flag) is a secret and every user can read a command line; "
          + "use --\(declaration.flag)-file or the environment")
      return
    }
    if let earlier = values[declaration.key], declaration.type == .stringArray {
      values[declaration.key] = earlier + "," + value
    } else if values.updateValue(value, forKey: declaration.key) != nil {
      problems.append("--\(declaration.flag) is given twice")
    }
  }
}
