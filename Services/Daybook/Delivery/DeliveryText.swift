import Contracts

extension Delivery: Listed, Shown {
  static let columns: [Column<Delivery>] = [
    Column("DELIVERY") { lastPart($0.name) },
    Column("DOCUMENT") { lastPart($0.document) },
    Column("INTEGRATION") { lastPart($0.integration) },
    Column("STATUS") { $0.status.words },
    Column("ATTEMPTS", isNumber: true) { String($0.attemptCount) },
    Column("DUE OR DONE") { TimeText.local($0.deliveredTime ?? $0.dueTime) },
    Column("WHERE OR WHY") { $0.destination.isEmpty ? $0.reason : $0.destination },
  ]

  var facts: Facts {
    var facts = Facts()
    facts.add("delivery", name)
    facts.add("document", document)
    facts.add("integration", integration)
    facts.add("status", status.words)
    facts.add("why", reason)
    facts.add("destination", destination)
    facts.add("next attempt", TimeText.local(dueTime))
    facts.add("arrived", TimeText.local(deliveredTime))
    facts.add("decided", TimeText.local(createTime))
    facts.add("attempts", String(attemptCount))
    facts.add("Attempts:", attempts, DeliveryAttempt.columns)
    return facts
  }
}

extension DeliveryAttempt {
  fileprivate static let columns: [Column<DeliveryAttempt>] = [
    Column("ATTEMPT", isNumber: true) { String($0.number) },
    Column("BEGAN") { TimeText.local($0.startTime) },
    Column("ENDED") { TimeText.local($0.endTime) },
    Column("CONFIRMED") { $0.delivered ? "yes" : "no" },
    Column("ANSWER") { $0.answer },
  ]
}

extension DocumentExportState: Listed {
  static let columns: [Column<DocumentExportState>] = [
    Column("DOCUMENT") { lastPart($0.document) },
    Column("EXPORT") { $0.state.words },
  ]
}

extension ExplainDeliveryResponse: Shown {
  var facts: Facts {
    var facts = Facts()
    facts.add("reason", reason.words)
    facts.add("in words", message)
    facts.add("setting", field)
    facts.add("detail", detail)
    facts.add("next attempt", TimeText.local(dueTime))
    facts.add("arrived", TimeText.local(deliveredTime))
    facts.add("destination", destination)
    facts.add("delivery", delivery)
    return facts
  }
}
