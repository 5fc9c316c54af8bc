import Contracts

extension Client: Listed, Shown {
  static let columns: [Column<Client>] = [
    Column("CLIENT") { lastPart($0.name) },
    Column("NAME") { $0.displayName },
    Column("NUMBER") { $0.enterpriseNumber },
    Column("STATUS") { $0.status.words },
    Column("OPEN STEP") { $0.openStep.words },
    Column("E-MAIL") { $0.contactEmail },
  ]

  var facts: Facts {
    var facts = Facts()
    facts.add("client", name)
    facts.add("name", displayName)
    facts.add("number", enterpriseNumber)
    facts.add("status", status.words)
    facts.add("open step", openStep.words)
    facts.add("invitation until", TimeText.local(invitationExpireTime))
    facts.add("business space", business)
    facts.add("e-mail", contactEmail)
    facts.add("language", languageCode)
    facts.add("accountants", accountants.joined(separator: ", "))
    facts.add("planned subscription", setup?.subscriptionPlan ?? "")
    facts.add("planned accountants", setup?.accountants.joined(separator: ", ") ?? "")
    facts.add("added", TimeText.local(createTime))
    facts.add("changed", TimeText.local(updateTime))
    facts.add("etag", etag)
    facts.add("Planned integrations:", setup?.integrations ?? [], PreparedIntegration.columns)
    return facts
  }
}

extension PreparedIntegration {
  static let columns: [Column<PreparedIntegration>] = [
    Column("CONNECTOR") { $0.connector },
    Column("NAME") { $0.displayName },
  ]
}

extension ImportClientsResponse: Listed {
  static let columns: [Column<ImportClientsResponse>] = [
    Column("LINE", isNumber: true) { String($0.line) },
    Column("CLIENT") { lastPart($0.client) },
    Column("RESULT") { $0.status?.words ?? "done" },
  ]
}

extension BatchInviteClientsResult: Listed {
  static let columns: [Column<BatchInviteClientsResult>] = [
    Column("CLIENT") { lastPart($0.name) },
    Column("NAME") { $0.client?.displayName ?? "" },
    Column("STATUS") { $0.client?.status.words ?? "" },
    Column("RESULT") { $0.status?.words ?? "done" },
  ]
}
