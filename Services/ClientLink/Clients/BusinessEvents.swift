import Assembly
import Database
import RPC
import Records
import StatusRules

/// What an invited business does.
extension ClientEvents {
  /// Shows an invitation to its holder and notes that it was opened. A referral partner's invitation of
  /// a business that has a space already is rejected by this.
  func open(
    _ invitation: Invitation, as business: BusinessSpace, by cause: Cause,
    in tx: isolated Transaction
  ) async throws -> Invitation {
    let opened = try effects.invitations.decide(.open, for: invitation, by: cause, now: tx.now)
    let client = try await client(invitation.client, in: tx)
    let facts = try await facts(of: client, invitedBy: invitation, business: business, in: tx)
    // Not refused but asked first: only this one space is turned away by opening.
    let isTurnedAway =
      (try? ClientMachine.decide(
        .openWithExistingSpace, in: client.status, by: cause.actor, given: facts)) != nil
    if isTurnedAway {
      var change = ClientChange(.openWithExistingSpace, of: client, by: cause)
      change.invitation = invitation
      _ = try await happen(change, given: facts, in: tx)
      return try await effects.invitations.stored(invitation, in: tx)
    }
    let invitation = try await effects.invitations.noteOpening(
      of: invitation, by: business, facts.number, in: tx)
    if opened.isRepeat { return invitation }
    // Who opened it is for support: a space that is not linked stays unknown to the partner.
    try await append(
      "open", to: client.name, by: cause, before: client.status, after: client.status,
      audience: .backOffice, in: tx)
    return try await effects.invitations.happen(.open, to: invitation, by: cause, in: tx)
  }

  /// Completes onboarding with an invitation and a consent.
  func complete(
    _ invitation: Invitation, as business: BusinessSpace, consent: Bool, by cause: Cause,
    in tx: isolated Transaction
  ) async throws -> ClientRecord {
    let client = try await clients.client(invitation.client, in: tx)
    let isWaiting = client.map { $0.consentBusiness == business.id } ?? false
    let isLinked = client.map { $0.business == business.id } ?? false
    // A spent invitation says so itself: the client's status is the partner's affair by then. Who spent
    // it and comes again, its answer lost, is answered the same.
    if !isWaiting && !isLinked {
      _ = try effects.invitations.decide(.use, for: invitation, by: cause, now: tx.now)
    }
    guard let client else { throw DatabaseError(.corrupt, "a live invitation without its client") }
    var facts = try await facts(of: client, invitedBy: invitation, business: business, in: tx)
    facts.consentIsGiven = consent
    facts.consentIsKept = isWaiting
    facts.isLinked = isLinked
    var change = ClientChange(.complete, of: client, by: cause)
    change.invitation = invitation
    change.business = business.id
    return try await happen(change, given: facts, in: tx)
  }

  /// Ends the link from the business's side. Of a link that ended otherwise nothing is told: how the
  /// client stands is the partner's affair by then.
  func removeLink(
    _ link: LinkRecord, reason: String, by cause: Cause, in tx: isolated Transaction
  ) async throws -> ClientRecord {
    let client = try await clients.client(link.client, in: tx)
    guard link.active || client?.status == .lost else {
      throw RPCError(.failedPrecondition, "the link has ended already: there is nothing to remove")
    }
    return try await self.cause(.removeLink, of: link.client, reason: reason, by: cause, in: tx)
  }

  private func facts(
    of client: ClientRecord, invitedBy invitation: Invitation, business: BusinessSpace,
    in tx: isolated Transaction
  ) async throws -> ClientFacts {
    var facts = try await facts(of: client, in: tx)
    facts.invitationIsLive = invitation.isLive(tx.now)
    facts.number = business.match(client.enterpriseNumber)
    facts.spaceIsNew = business.isNew(since: client.invitedSince ?? invitation.createTime)
    return facts
  }
}

extension BusinessSpace {
  /// How the space's verified number stands to a client's.
  func match(_ number: String) -> NumberMatch {
    guard let enterpriseNumber else { return .unverified }
    return enterpriseNumber == number ? .matches : .differs
  }
}
