import Assembly
import Database
import RPC
import Records
import StatusRules

/// What happens to documents on the business's side: reads the facts, asks the rules, and has their
/// effects carried out, all in the caller's transaction.
///
/// What a transaction cannot do (parse, convert, write files) was done before it, for one version of
/// the document: `Prepared` carries it, and another version than that one is refused.
struct DocumentEvents: Sendable {
  private let cause: Cause
  private let documents = DocumentStore()
  private let effects: DocumentEffects
  private let history = HistoryStore()

  init(by cause: Cause, outbox: Outbox) {
    self.cause = cause
    effects = DocumentEffects(by: cause, outbox: outbox)
  }

  /// A user brings a file in.
  func importDocument(
    _ arrival: Arrival, to business: String, in tx: isolated Transaction
  ) async throws -> DocumentRecord {
    var twin = try await documents.document(
      of: arrival.original.content, in: business, tx: tx)
    if twin == nil {
      twin = try await documents.twin(key: arrival.assessment.duplicateKey, in: business, tx: tx)
    }
    var facts = arrival.facts
    facts.isNotDuplicate = twin == nil
    let outcome = try DocumentMachine.decide(
      .import, on: nil, by: cause.actor, given: facts, twin: twin)
    return try await effects.bringIn(arrival, .import, outcome, to: business, in: tx)
  }

  /// Stores what a person completed; no status changes.
  func save(
    _ draft: DocumentDraft, of name: DocumentName, etag: String, prepared: Prepared,
    in tx: isolated Transaction
  ) async throws -> DocumentRecord {
    var document = try await documents.existing(name, in: tx)
    var facts = document.facts()
    facts.etagMatches = etag == document.etag
    let outcome = try DocumentMachine.decide(.save, on: document, by: cause.actor, given: facts)
    let assessment = try prepared.assessment(for: document)
    let twin = try await documents.twin(
      key: assessment.duplicateKey, in: name.business, except: name, tx: tx)
    // One that the network made a duplicate may be completed; becoming one is refused.
    guard twin == nil || assessment.duplicateKey == document.duplicateKey else {
      throw RPCError.duplicate(of: twin)
    }
    try document.take(draft, assessment)
    if let twin { document.violations.insert(.possibleDuplicate(of: twin), at: 0) }
    try await effects.carryOut(outcome, on: &document, supplies: Supplies(), in: tx)
    try await record(.save, of: document, before: document.status, audience: .business, in: tx)
    return document
  }

  /// Gone from both sides; its history stays.
  func discard(
    _ name: DocumentName, etag: String, reason: String, in tx: isolated Transaction
  ) async throws {
    var document = try await documents.existing(name, in: tx)
    var facts = document.facts()
    facts.etagMatches = etag == document.etag
    let before = document.status
    let outcome = try DocumentMachine.decide(.discard, on: document, by: cause.actor, given: facts)
    try await effects.carryOut(outcome, on: &document, supplies: Supplies(), in: tx)
    // The reason is the business's own: the other side reads that it happened, not why.
    guard !reason.isEmpty else {
      return try await record(.discard, of: document, before: before, after: "", in: tx)
    }
    try await record(
      .discard, of: document, before: before, after: "", reason: reason, audience: .business, in: tx
    )
    try await record(.discard, of: document, before: before, after: "", audience: .partner, in: tx)
  }

  /// Releases what was seen. Approving what was approved already changes nothing.
  func approve(
    _ name: DocumentName, etag: String, prepared: Prepared, in tx: isolated Transaction
  ) async throws -> DocumentRecord {
    var document = try await documents.existing(name, in: tx)
    var facts = document.facts()
    facts.etagMatches = document.isSeen(etag)
    let isPrepared = prepared.version == document.version
    facts.isCompliantEInvoice = isPrepared && prepared.isReleasable
    facts.fieldsAreComplete = isPrepared && prepared.isReleasable
    let before = document.status
    // A document that changed between its reading and now is one that was not seen.
    if !before.isApproved, facts.etagMatches, !isPrepared {
      throw ETagMismatch(current: document.etag)
    }
    let outcome = try DocumentMachine.decide(
      .approve, on: document, by: cause.actor, given: facts,
      violations: prepared.assessment?.violations ?? [])
    guard !outcome.isRepeat else { return document }
    document.approvedVersion = document.version
    document.approveTime = tx.now
    try await effects.carryOut(
      outcome, on: &document, supplies: Supplies(eInvoice: prepared.eInvoice), in: tx)
    try await record(.approve, of: document, before: before, in: tx)
    return document
  }

  private func record(
    _ event: DocumentEvent, of document: DocumentRecord, before: DocumentStatus,
    after: String? = nil, reason: String = "", audience: HistoryAudience = .bothSides,
    in tx: isolated Transaction
  ) async throws {
    try await history.append(
      HistoryRow(
        thing: document.name.description, author: cause.author, event: event.rawValue,
        statusBefore: before.rawValue, statusAfter: after ?? document.status.rawValue,
        reason: reason, audience: audience),
      space: document.name.business, in: tx)
  }
}

extension DocumentRecord {
  /// Takes what a person saved. FAILED_PRECONDITION when payments that are reconciled already would
  /// be more than the new total.
  fileprivate mutating func take(_ draft: DocumentDraft, _ assessment: Assessment) throws {
    isRewritten = isRewritten(by: draft)
    type = draft.type
    isSelfBilled = draft.isSelfBilled
    fields = draft.fields
    violations = assessment.violations
    let hadCurrency = amounts?.currency
    amounts = assessment.amounts
    duplicateKey = assessment.duplicateKey
    guard
      payments.isEmpty
        || (payments(reconciled: reconciled).areWithinTotal && amounts?.currency == hadCurrency)
    else {
      throw RPCError(
        .failedPrecondition,
        "payments are reconciled that do not fit these fields: undo their reconciliation first")
    }
  }
}
