/// The text of `--help`, derived from the declared settings.
struct HelpText {
  let name: String
  let summary: String
  let commands: [(words: String, help: String)]
  let settings: [SettingDeclaration]
  let prefix: String

  var text: String {
    var lines = ["\(name): \(summary)", "", "usage: \(name) [command] [--setting value]…", ""]
    if !commands.isEmpty {
      lines += ["Commands (none: serve)"]
      lines += commands.map { "  \($0.words)\n      \($0.help)" } + [""]
    }
    lines += [
      "Every setting is a flag, a variable (\(prefix)LISTEN_PORT for --listen-port) and a key of",
      "the JSON file; a flag wins over a variable, a variable over the file.", "",
    ]
    lines += settings.map(setting)
    lines += [
      "  --print-configuration", "      Print the settings in force, secrets masked, and stop.",
      "  --help, --version", "", ExitCode.table,
    ]
    return lines.joined(separator: "\n")
  }

  private func setting(_ one: SettingDeclaration) -> String {
    let flag = one.isSecret ? "--\(one.flag)-file, \(prefix)\(one.variable)" : "--\(one.flag)"
    var notes = one.expected
    if one.isSecret { notes += "; secret" }
    if one.isRequired { notes += "; required" }
    if let fallback = one.fallback, !one.isSecret { notes += "; default \(fallback.text)" }
    return "  \(flag)\n      \(one.help) (\(notes))"
  }
}
