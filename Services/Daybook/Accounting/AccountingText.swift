import Contracts

extension AccountingDocument: Listed, Shown {
  static let columns: [Column<AccountingDocument>] = [
    Column("DOCUMENT") { $0.shortName },
    Column("ACCOUNTING") { $0.accountingStatus.words },
    Column("STATUS") { $0.document?.status.words ?? "" },
    Column("KIND") { $0.document?.kind.words ?? "" },
    Column("NUMBER") { $0.document?.fields?.number ?? "" },
    Column("DATE") { $0.document?.fields?.issueDate ?? "" },
    Column("OTHER SIDE") { $0.document?.otherSide ?? "" },
    Column("TOTAL", isNumber: true) { $0.document?.total?.words ?? "" },
  ]

  /// `bakery/01kb…`: what the commands take.
  private var shortName: String {
    let parts = name.split(separator: "/")
    return parts.count == 6 ? "\(parts[3])/\(parts[5])" : name
  }

  var facts: Facts {
    var facts = document?.facts ?? Facts()
    facts.add("seen as", name)
    facts.add("accounting status", accountingStatus.words)
    facts.add("accounting etag", etag)
    return facts
  }
}

extension AccountingCount: Listed {
  static let columns: [Column<AccountingCount>] = [
    Column("CLIENT") { lastPart($0.business) },
    Column("KIND") { $0.kind.words },
    Column("ACCOUNTING") { $0.accountingStatus.words },
    Column("DOCUMENTS", isNumber: true) { String($0.count) },
  ]
}
