import Contracts

extension Integration: Listed, Shown {
  static let columns: [Column<Integration>] = [
    Column("INTEGRATION") { lastPart($0.name) },
    Column("CONNECTOR") { $0.connector },
    Column("NAME") { $0.displayName },
    Column("STATUS") { $0.status.words },
    Column("CONFIGURED") { $0.configured ? "yes" : "no" },
    Column("DESTINATION") { $0.destination },
  ]

  private var destination: String {
    switch configuration {
    case .folder(let folder): folder.path
    case .webhook(let webhook): webhook.url
    case nil: ""
    }
  }

  var facts: Facts {
    var facts = Facts()
    facts.add("integration", name)
    facts.add("connector", connector)
    facts.add("name", displayName)
    facts.add("status", status.words)
    facts.add("configured", configured ? "yes" : "no")
    facts.add("destination", destination)
    if case .webhook(let webhook) = configuration {
      facts.add("secret", webhook.secretSet ? "set" : "not set")
    }
    facts.add("made", TimeText.local(createTime))
    facts.add("changed", TimeText.local(updateTime))
    facts.add("etag", etag)
    facts.add("What is missing:", problems, SettingProblem.columns)
    return facts
  }
}

extension SettingProblem {
  fileprivate static let columns: [Column<SettingProblem>] = [
    Column("SETTING") { $0.field },
    Column("WHAT TO DO") { $0.message },
  ]
}
