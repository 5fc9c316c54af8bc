import Contracts

extension HistoryEntry: Listed {
  static let columns: [Column<HistoryEntry>] = [
    Column("TIME") { TimeText.local($0.time) },
    Column("EVENT") { $0.event },
    Column("FROM") { $0.statusBefore },
    Column("TO") { $0.statusAfter },
    Column("BY") { $0.actor?.words ?? "" },
    Column("SEEN BY") { $0.audience.words },
    Column("REASON") { $0.reason },
  ]
}

extension Actor {
  /// The person's name where it is known, and the space they acted in.
  fileprivate var words: String {
    let who = displayName.isEmpty ? subject : displayName
    return [who, [space, role].filter { !$0.isEmpty }.joined(separator: " ")]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension Amount {
  var words: String { currencyCode.isEmpty ? value : "\(value) \(currencyCode)" }
}

extension ItemStatus {
  var isOK: Bool { code == 0 }
  /// `done`, or why not.
  var words: String { isOK ? "done" : message }
}

/// The last part of a resource's name: what people type where the rest is theirs anyway.
func lastPart(_ name: String) -> String {
  name.split(separator: "/").last.map(String.init) ?? ""
}
