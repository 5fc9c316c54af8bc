import Database
import Identity
import LinkGrants
import RPC
import Records
import StatusRules

/// What happens to integrations: reads the facts, asks the rules, and carries their effects out, all
/// in the caller's transaction.
struct IntegrationEvents: Sendable {
  /// Most that one side may have: an approval decides on each of them in one transaction.
  static let maximumPerSide = 50

  let connectors: ConnectorTable
  let keys: KeyRing
  let author: Author
  let actor: Actor
  let store = IntegrationStore()

  /// Makes an integration, inactive. RESOURCE_EXHAUSTED where the side has all that it may have.
  func create(
    _ draft: IntegrationDraft, on side: Side, in tx: isolated Transaction
  ) async throws -> IntegrationRecord {
    guard let space = SpaceID(side.partner ?? side.business) else {
      throw RPCError.notFound(side.description)
    }
    guard try await Self.room(on: side, in: tx) > 0 else {
      throw RPCError(
        .resourceExhausted,
        """
        \(side) has \(Self.maximumPerSide) integrations, the most that a side may have: configure one \
        that is not needed any more, instead of making another
        """)
    }
    let id = ResourceID.timeOrdered(in: space, now: tx.now).part
    var record = IntegrationRecord(
      name: IntegrationName(side: side, integration: id), connector: draft.connector,
      displayName: draft.displayName, activity: .inactive, configuration: .notConfigured,
      problems: [], settings: [:], secrets: [:], createTime: tx.now, updateTime: tx.now, version: 1)
    try fill(&record, from: draft)
    let facts = try await facts(of: record, in: tx)
    record.activity =
      try IntegrationActivityMachine.decide(.create, in: nil, by: actor, given: facts).status
      ?? .inactive
    record.configuration =
      try IntegrationConfigurationMachine.decide(.create, in: nil, by: actor, given: facts).status
      ?? .notConfigured
    try await store.insert(record, in: tx)
    try await note(
      record, IntegrationActivityEvent.create.rawValue, from: "", to: record.activity.rawValue,
      in: tx)
    return record
  }

  /// How many more integrations a side may have.
  static func room(on side: Side, in tx: isolated Transaction) async throws -> Int {
    max(0, maximumPerSide - (try await IntegrationStore().count(of: side, in: tx)))
  }

  /// Configures. A withdrawn grant is cured by new secrets alone, which are the owner's new grant.
  func configure(
    _ record: IntegrationRecord, as draft: IntegrationDraft, in tx: isolated Transaction
  ) async throws -> IntegrationRecord {
    var changed = record
    changed.displayName = draft.displayName
    try fill(&changed, from: draft)
    let grants = record.configuration == .needsAuthorisation && !draft.secrets.isEmpty
    let event: IntegrationConfigurationEvent = grants ? .authorise : .configure
    return try await apply(event, to: changed, before: record, in: tx)
  }

  /// The destination says that it wants nothing more.
  func withdrawGrant(
    of record: IntegrationRecord, in tx: isolated Transaction
  ) async throws {
    _ = try await apply(.withdrawGrant, to: record, before: record, in: tx)
  }

  /// Runs the connector's check again, as after the operator changed what the service allows. Answers
  /// whether anything changed.
  func check(_ record: IntegrationRecord, in tx: isolated Transaction) async throws -> Bool {
    guard record.configuration != .needsAuthorisation else { return false }
    var checked = record
    checked.problems = connectors.gaps(of: record)
    guard checked.problems != record.problems else { return false }
    _ = try await apply(.check, to: checked, before: record, in: tx)
    return true
  }

  func activate(
    _ record: IntegrationRecord, in tx: isolated Transaction
  ) async throws -> IntegrationRecord {
    try await apply(.activate, to: record, because: nil, in: tx)
  }

  func deactivate(
    _ record: IntegrationRecord, in tx: isolated Transaction
  ) async throws -> IntegrationRecord {
    try await apply(.deactivate, to: record, because: .integrationDeactivated, in: tx)
  }

  func endLink(of record: IntegrationRecord, in tx: isolated Transaction) async throws {
    _ = try await apply(.endLink, to: record, because: .linkEnded, in: tx)
  }

  private func fill(_ record: inout IntegrationRecord, from draft: IntegrationDraft) throws {
    if let settings = draft.settings { record.settings = settings }
    for (field, secret) in draft.secrets {
      record.secrets[field] = try keys.seal(secret, for: "\(record.name) \(field)")
    }
    record.problems = connectors.gaps(of: record)
  }

  private func apply(
    _ event: IntegrationConfigurationEvent, to changed: IntegrationRecord,
    before: IntegrationRecord, in tx: isolated Transaction
  ) async throws -> IntegrationRecord {
    let outcome = try IntegrationConfigurationMachine.decide(
      event, in: before.configuration, by: actor, given: try await facts(of: changed, in: tx))
    if outcome.isRepeat { return before }
    var record = changed
    record.configuration = outcome.status ?? before.configuration
    try await save(&record, in: tx)
    try await note(
      record, event.rawValue, from: before.configuration.rawValue,
      to: record.configuration.rawValue, in: tx)
    return record
  }

  private func apply(
    _ event: IntegrationActivityEvent, to record: IntegrationRecord, because reason: CancelReason?,
    in tx: isolated Transaction
  ) async throws -> IntegrationRecord {
    let outcome = try IntegrationActivityMachine.decide(
      event, in: record.activity, by: actor, given: try await facts(of: record, in: tx))
    if outcome.isRepeat { return record }
    var changed = record
    changed.activity = outcome.status ?? record.activity
    for effect in outcome.effects {
      switch effect {
      case .beginInterval: try await store.beginInterval(of: record.name, in: tx)
      case .endInterval: try await store.endInterval(of: record.name, in: tx)
      case .cancelDeliveries:
        guard let reason else { continue }
        try await DeliveryCancelling().cancelAll(to: record.name, because: reason, in: tx)
      }
    }
    try await save(&changed, in: tx)
    try await note(
      changed, event.rawValue, from: record.activity.rawValue, to: changed.activity.rawValue,
      in: tx)
    return changed
  }

  private func facts(
    of record: IntegrationRecord, in tx: isolated Transaction
  ) async throws -> IntegrationFacts {
    var facts = IntegrationFacts()
    // The name was read for the caller's own space, or comes from a row of that side.
    facts.isOwn = true
    facts.linkIsActive = try await record.name.side.hasActiveLink(in: tx)
    facts.checkPasses = record.problems.isEmpty
    return facts
  }

  private func save(
    _ record: inout IntegrationRecord, in tx: isolated Transaction
  ) async throws {
    record.updateTime = tx.now
    record.version += 1
    try await store.update(record, in: tx)
  }

  private func note(
    _ record: IntegrationRecord, _ event: String, from before: String, to after: String,
    in tx: isolated Transaction
  ) async throws {
    let side = record.name.side
    try await HistoryStore().append(
      HistoryRow(
        thing: record.name.description, author: author, event: event, statusBefore: before,
        statusAfter: after, audience: side.audience),
      space: side.space, in: tx)
  }
}

extension Side {
  /// A business's own side needs no link.
  func hasActiveLink(in tx: isolated Transaction) async throws -> Bool {
    guard let partner else { return true }
    return try await LinkGrantStore().grant(partner: partner, business: business, in: tx)?.active
      ?? false
  }
}
