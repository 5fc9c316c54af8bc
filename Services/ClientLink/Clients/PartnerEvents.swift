import Assembly
import Database
import Identity
import RPC
import Records
import StatusRules

/// What a partner does with its clients.
extension ClientEvents {
  /// Adds a business to the partner's client list. ALREADY_EXISTS where it is in it.
  ///
  /// - Parameter event: `add` or `import`.
  func add(
    _ draft: ClientDraft, to partner: PartnerRecord, as event: ClientEvent = .add,
    by cause: Cause, in tx: isolated Transaction
  ) async throws -> ClientRecord {
    guard let space = SpaceID(partner.partner) else { throw RPCError.notFound(partner.partner) }
    var facts = ClientFacts(partnerKind: partner.kind)
    let standing = try await clients.standing(
      ofNumber: draft.enterpriseNumber, of: partner.partner, in: tx)
    try await partners.note(partner, keptAs: standing.partner, in: tx)
    facts.isNewToPartner = !standing.isListed
    facts.hasNoStandingRejection = !standing.isRejected
    guard facts.isNewToPartner else {
      throw RPCError(
        .alreadyExists, "the client list has a client with this enterprise or VAT number already")
    }
    let name = ClientName(
      partner: partner.partner, client: ResourceID.timeOrdered(in: space, now: tx.now).part)
    return try await happen(
      ClientChange(event, of: draft.record(name, now: tx.now), before: nil, by: cause),
      given: facts, in: tx)
  }

  /// Changes contact data and, while the rules allow it, the prepared set-up.
  func update(
    _ name: ClientName, with edit: ClientEdit, by cause: Cause, in tx: isolated Transaction
  ) async throws -> ClientRecord {
    var client = try await client(name, in: tx)
    try ETag.check(edit.etag, version: client.version)
    if edit.setup != client.setup {
      var change = ClientChange(.prepareSetup, of: client, by: cause)
      change.setup = edit.setup
      client = try await happen(change, given: try await facts(of: client, in: tx), in: tx)
    }
    let renamed = edit.displayName != client.displayName
    guard
      renamed || edit.contactEmail != client.contactEmail
        || edit.languageCode != client.languageCode
    else { return client }
    client.displayName = edit.displayName
    client.contactEmail = edit.contactEmail
    client.languageCode = edit.languageCode
    return try await store(client, event: "update", announce: renamed, by: cause, in: tx)
  }

  /// Invites, or sends a fresh invitation.
  ///
  /// - Parameters:
  ///   - event: `invite` or `resend`.
  ///   - message: The partner's own words.
  func invite(
    _ name: ClientName, as event: ClientEvent = .invite, message: String,
    from partner: PartnerRecord, by cause: Cause, in tx: isolated Transaction
  ) async throws -> ClientRecord {
    try await partners.note(partner, in: tx)
    let client = try await client(name, in: tx)
    var change = ClientChange(event, of: client, by: cause)
    change.message = message
    return try await happen(change, given: try await facts(of: client, in: tx), in: tx)
  }

  /// An event that brings nothing with it but a reason: withdraw, archive, delete.
  func cause(
    _ event: ClientEvent, of name: ClientName, reason: String = "", by cause: Cause,
    in tx: isolated Transaction
  ) async throws -> ClientRecord {
    let client = try await client(name, in: tx)
    var change = ClientChange(event, of: client, by: cause)
    change.reason = reason
    return try await happen(change, given: try await facts(of: client, in: tx), in: tx)
  }

  func assign(
    _ subject: String, to name: ClientName, by cause: Cause, in tx: isolated Transaction
  ) async throws -> ClientRecord {
    var client = try await client(name, in: tx)
    guard !client.accountants.contains(subject) else { return client }
    client.accountants = (client.accountants + [subject]).sorted()
    return try await store(client, event: "assign_accountant", announce: true, by: cause, in: tx)
  }

  func unassign(
    _ subject: String, from name: ClientName, by cause: Cause, in tx: isolated Transaction
  ) async throws -> ClientRecord {
    var client = try await client(name, in: tx)
    guard client.accountants.contains(subject) else { return client }
    client.accountants.removeAll { $0 == subject }
    return try await store(
      client, event: "unassign_accountant", announce: true, by: cause, in: tx)
  }

  /// Stores what is no event of the machine. Its entry names no value: what was changed may name a
  /// person, and entries are kept when a person is erased.
  private func store(
    _ client: ClientRecord, event: String, announce: Bool, by cause: Cause,
    in tx: isolated Transaction
  ) async throws -> ClientRecord {
    var client = client
    client.updateTime = tx.now
    client.version += 1
    try await clients.update(client, in: tx)
    try await append(
      event, to: client.name, by: cause, before: client.status, after: client.status,
      audience: .partner, in: tx)
    if announce { try await effects.links.announceChange(of: client, by: cause, in: tx) }
    return client
  }
}

/// What a partner may change about a client, checked.
struct ClientEdit: Sendable {
  let displayName: String
  let contactEmail: String
  let languageCode: String
  let setup: ClientSetup
  /// Of the version that was edited.
  let etag: String
}
