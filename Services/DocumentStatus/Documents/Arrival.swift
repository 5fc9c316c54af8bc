import StatusRules

/// A file that came in, judged and stored: what becomes a document.
struct Arrival: Sendable {
  let type: DocumentType
  let isSelfBilled: Bool
  let origin: DocumentOrigin
  let original: StoredFile
  let fields: DocumentFields
  var assessment: Assessment

  /// With a word of the document that it may be a duplicate of.
  func besides(_ twin: DocumentName) -> Arrival {
    var arrival = self
    arrival.assessment.violations.insert(.possibleDuplicate(of: twin), at: 0)
    return arrival
  }

  /// The document that it becomes.
  func record(named name: DocumentName, status: DocumentStatus, now: Int64) -> DocumentRecord {
    DocumentRecord(
      name: name, type: type, isSelfBilled: isSelfBilled, status: status, origin: origin,
      fields: fields, isRewritten: false, violations: assessment.violations,
      amounts: assessment.amounts, duplicateKey: assessment.duplicateKey, original: original,
      eInvoice: nil, payments: [], createTime: now, updateTime: now, approveTime: nil,
      approvedVersion: nil, version: 1)
  }

  /// What is known to the rules of a document that is not there yet.
  var facts: DocumentFacts {
    DocumentFacts(
      kind: type.kind,
      payments: Payments(total: assessment.amounts?.payable ?? 0, reconciled: 0))
  }
}

/// What a person wants a document to say.
struct DocumentDraft: Sendable {
  let type: DocumentType
  let isSelfBilled: Bool
  let fields: DocumentFields
}

extension DocumentRecord {
  /// Whether the e-invoice is to be written from the fields once `draft` is saved. A file that breaks
  /// rules is written anew by being saved, also unchanged: so a person has its totals made from its
  /// lines.
  func isRewritten(by draft: DocumentDraft) -> Bool {
    isRewritten || draft.fields != fields || draft.type != type
      || draft.isSelfBilled != isSelfBilled || violations.contains(where: \.isFatal)
  }
}
