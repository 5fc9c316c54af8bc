import Assembly
import Database
import Identity
import Outbound
import RPC
import Records
import StatusRules

/// What happens to clients: reads the facts, asks the rules, and has their effects carried out, all in
/// the caller's transaction. What each side causes stands in the files beside this one.
struct ClientEvents: Sendable {
  let effects: ClientEffects
  /// Whether an identity check (KYC) must pass before a link is made.
  let checkIsRequired: Bool
  let clients = ClientStore()
  let partners = PartnerStore()
  let rejections = RejectionStore()
  let history = HistoryStore()

  init(effects: ClientEffects, checkIsRequired: Bool) {
    self.effects = effects
    self.checkIsRequired = checkIsRequired
  }

  /// The entry; NOT_FOUND where there is none.
  func client(_ name: ClientName, in tx: isolated Transaction) async throws -> ClientRecord {
    guard let client = try await clients.client(name, in: tx) else {
      throw RPCError.notFound(name.description)
    }
    return client
  }

  /// All that the guards may ask about an entry. What a call brings (a live invitation, a verified
  /// number, consent, a reason) is added by who takes the call.
  func facts(
    of client: ClientRecord, in tx: isolated Transaction
  ) async throws -> ClientFacts {
    let partner = try await partners.partner(client.name.partner, in: tx)
    var facts = ClientFacts(partnerKind: partner.kind)
    facts.hasContactEmail = MailAddress.isMailbox(client.contactEmail)
    facts.hasNoStandingRejection = try await !rejections.stands(
      for: client.name.partner, number: client.enterpriseNumber, in: tx)
    facts.statusBeforeInvitation = client.statusBeforeInvitation
    facts.consentIsKept = client.consentBusiness != nil
    facts.check = check(of: client)
    return facts
  }

  func check(of client: ClientRecord) -> IdentityCheck {
    guard checkIsRequired else { return .notRequired }
    return client.checkPassed ? .passed : .pending
  }

  /// Lets an event happen: decides it, carries its effects out, stores the client, writes history and
  /// tells the other services. Returns the client as it is then.
  func happen(
    _ change: ClientChange, given facts: ClientFacts, in tx: isolated Transaction
  ) async throws -> ClientRecord {
    let outcome = try ClientMachine.decide(
      change.event, in: change.before, by: change.cause.actor, given: facts)
    if outcome.isRepeat { return change.client }
    var change = change
    for effect in outcome.effects { try await effects.carryOut(effect, &change, in: tx) }
    if let status = outcome.status {
      change.client.status = status
      change.client.updateTime = tx.now
      if change.isNew {
        try await clients.insert(change.client, in: tx)
      } else {
        change.client.version += 1
        try await clients.update(change.client, in: tx)
      }
    }
    try await record(change, after: outcome.status, in: tx)
    if let link = change.link {
      try await effects.links.announce(
        link, of: change.client, prepared: change.applied.integrations, by: change.outwardCause,
        in: tx)
    }
    return change.client
  }
}

/// History.
extension ClientEvents {
  private func record(
    _ change: ClientChange, after status: ClientStatus?, in tx: isolated Transaction
  ) async throws {
    // What an identity check found, and who looked, never reaches the other side.
    let isOfCheck = change.cause.actor == .backOffice
    let audience: HistoryAudience = change.link == nil || isOfCheck ? .partner : .bothSides
    try await append(
      change.event.rawValue, to: change.client.name, by: change.cause, before: change.before,
      after: status, reason: change.reason, internalReason: change.internalReason,
      audience: audience, in: tx)
    // The business learns what became of its link, in an entry of this service.
    guard isOfCheck, let link = change.link else { return }
    try await append(
      link.active ? "link_made" : "link_ended", to: change.client.name, by: change.outwardCause,
      audience: .business, in: tx)
  }

  /// An entry of its own, for what is no event of the client's machine.
  func append(
    _ event: String, to client: ClientName, by cause: Cause, before: ClientStatus? = nil,
    after: ClientStatus? = nil, reason: String = "", internalReason: String = "",
    audience: HistoryAudience, in tx: isolated Transaction
  ) async throws {
    try await history.append(
      HistoryRow(
        thing: client.description, author: cause.author, event: event,
        statusBefore: before?.rawValue ?? "", statusAfter: after?.rawValue ?? "", reason: reason,
        internalReason: internalReason, audience: audience),
      space: client.partner, in: tx)
  }
}
