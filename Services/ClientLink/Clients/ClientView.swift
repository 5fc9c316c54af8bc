import Database
import StatusRules

/// A client as its partner reads it: with the step that an invited one has still to take.
struct ClientView: Sendable {
  let client: ClientRecord
  /// Nil unless the client is invited.
  let openStep: OpenStep?
  /// When the invitation that can be used expires.
  let invitationExpireTime: Int64?
}

/// The answer to "why is it still invited?".
enum OpenStep: Sendable, Equatable {
  case step(ClientStep)
  /// The invitation's time is over: only a fresh one helps.
  case expired
}

extension ClientEvents {
  func view(_ client: ClientRecord, in tx: isolated Transaction) async throws -> ClientView {
    guard client.status == .invited,
      let invitation = try await InvitationStore().latest(of: client.name, in: tx)
    else { return ClientView(client: client, openStep: nil, invitationExpireTime: nil) }
    let status = invitation.shownStatus(tx.now)
    let step = ClientStep.open(try await stepFacts(of: client, invitation, in: tx))
    return ClientView(
      client: client, openStep: status == .expired ? .expired : .step(step),
      invitationExpireTime: status == .live || status == .opened ? invitation.expireTime : nil)
  }

  private func stepFacts(
    of client: ClientRecord, _ invitation: Invitation, in tx: isolated Transaction
  ) async throws -> ClientStepFacts {
    let consented = client.consentBusiness != nil
    var facts = ClientStepFacts()
    facts.isOpened = consented || invitation.status == .opened || invitation.chosenBusiness != nil
    facts.spaceIsChosen = consented || invitation.chosenBusiness != nil
    facts.number = consented || invitation.numberMatches ? .matches : .differs
    // A business space has its verified number by the end of its onboarding.
    facts.isOnboarded = facts.number == .matches
    facts.check = check(of: client)
    facts.hasSpaceOutsideInvitation = try await BusinessStore().hasSpace(
      numbered: client.enterpriseNumber, since: invitation.createTime, in: tx)
    return facts
  }
}
