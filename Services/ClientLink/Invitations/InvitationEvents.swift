import Assembly
import Database
import Identity
import RPC
import StatusRules

/// What happens to invitations, in the transaction of what happens to their client.
struct InvitationEvents: Sendable {
  let terms: InvitationTerms
  private let store = InvitationStore()

  init(terms: InvitationTerms) { self.terms = terms }

  /// A fresh invitation with its own token and expiry.
  func make(
    for client: ClientName, message: String, by cause: Cause, in tx: isolated Transaction
  ) async throws -> Invitation {
    let outcome = try InvitationMachine.decide(
      .make, in: nil, by: cause.actor, given: InvitationFacts(isPastExpiry: false))
    guard let space = SpaceID(client.partner), let status = outcome.status else {
      throw DatabaseError(.corrupt, "\(client.partner) is no space")
    }
    let id = ResourceID.timeOrdered(in: space, now: tx.now).part
    let expireTime = tx.now + terms.lifetime
    let invitation = Invitation(
      client: client, id: id, tokenHash: terms.token(of: id, in: space).secretHash,
      status: status, message: message, createTime: tx.now, expireTime: expireTime,
      remindTime: terms.reminder.map { expireTime - $0 }.flatMap { $0 > tx.now ? $0 : nil })
    try await store.insert(invitation, in: tx)
    return invitation
  }

  /// The client's invitations that can still be used end.
  func voidAll(
    of client: ClientName, by cause: Cause, in tx: isolated Transaction
  ) async throws {
    for invitation in try await store.open(of: client, in: tx) {
      // One past its expiry is void all the same: the client's status no longer waits for it.
      _ = try await happen(.void, to: invitation, by: cause, in: tx)
    }
  }

  /// Marks an invitation opened, used or expired; refused where its status or the clock does not
  /// allow it.
  func happen(
    _ event: InvitationEvent, to invitation: Invitation, by cause: Cause,
    in tx: isolated Transaction
  ) async throws -> Invitation {
    let outcome = try decide(event, for: invitation, by: cause, now: tx.now)
    guard let status = outcome.status, !outcome.isRepeat else { return invitation }
    var changed = invitation
    changed.status = status
    try await store.update(changed, in: tx)
    return changed
  }

  func decide(
    _ event: InvitationEvent, for invitation: Invitation, by cause: Cause, now: Int64
  ) throws(TransitionRefused) -> Outcome<InvitationMachine> {
    let reminderIsDue = invitation.remindTime.map { $0 <= now } ?? false
    return try InvitationMachine.decide(
      event, in: invitation.status, by: cause.actor,
      given: InvitationFacts(
        isPastExpiry: invitation.isPastExpiry(now), reminderIsDue: reminderIsDue))
  }

  /// The invitation that a token opens. NOT_FOUND for one that was never given out.
  func invitation(
    token: String, in tx: isolated Transaction
  ) async throws -> Invitation {
    guard let id = ResourceID(token),
      let invitation = try await store.invitation(
        partner: id.space.description, tokenHash: id.secretHash, in: tx)
    else {
      throw RPCError(
        .notFound, "there is no such invitation: use the whole link from the latest e-mail")
    }
    return invitation
  }

  /// The invitation as it stands now.
  func stored(
    _ invitation: Invitation, in tx: isolated Transaction
  ) async throws -> Invitation {
    try await store.invitation(partner: invitation.partner, id: invitation.id, in: tx)
      ?? invitation
  }

  /// Notes that the invited business has found its invitation: of it the partner is not told that it
  /// registered without the link. Another space that opens it has chosen nothing yet.
  func noteOpening(
    of invitation: Invitation, by business: BusinessSpace, _ match: NumberMatch,
    in tx: isolated Transaction
  ) async throws -> Invitation {
    guard match == .matches, invitation.chosenBusiness != business.id else { return invitation }
    var noted = invitation
    noted.chosenBusiness = business.id
    noted.numberMatches = true
    try await store.update(noted, in: tx)
    return noted
  }

  /// Notes which space tries to accept and whether its number is the client's, also when the rules
  /// refuse it: so the partner can be told what stands in the way.
  func noteAttempt(
    token: String, by business: BusinessSpace, in tx: isolated Transaction
  ) async throws {
    var invitation = try await invitation(token: token, in: tx)
    guard invitation.isLive(tx.now),
      let client = try await ClientStore().client(invitation.client, in: tx)
    else { return }
    invitation.chosenBusiness = business.id
    invitation.numberMatches = business.match(client.enterpriseNumber) == .matches
    try await store.update(invitation, in: tx)
  }
}
