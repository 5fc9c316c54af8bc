import Assembly
import Database
import RPC
import Records
import StatusRules

/// Carries out what the rules ask for, each effect in the transaction of its event.
struct ClientEffects: Sendable {
  let invitations: InvitationEvents
  let links: LinkEvents
  private let clients = ClientStore()
  private let rejections = RejectionStore()
  private let subscriptions = SubscriptionStore()

  init(invitations: InvitationEvents, links: LinkEvents) {
    self.invitations = invitations
    self.links = links
  }

  func carryOut(
    _ effect: ClientEffect, _ change: inout ClientChange, in tx: isolated Transaction
  ) async throws {
    switch effect {
    case .makeEntry: change.isNew = true
    case .removeEntry: try await clients.delete(change.client.name, in: tx)
    case .keepSetup: change.client.setup = change.setup
    case .keepStatusBefore:
      change.client.statusBeforeInvitation = change.before
      change.client.invitedSince = tx.now

    case .makeInvitation:
      change.invitation = try await invitations.make(
        for: change.client.name, message: change.message, by: change.cause, in: tx)
    case .sendInvitation: try await send(change, in: tx)
    case .useInvitation: try await useInvitation(change, in: tx)
    case .voidInvitations:
      try await invitations.voidAll(of: change.client.name, by: change.cause, in: tx)
    case .useRegistrationLink:
      // No method registers through a shareable link yet, so no call comes here.
      throw RPCError(.unimplemented, "registration through a shareable link is not there yet")

    case .keepConsent: change.client.consentBusiness = change.business
    case .dropConsent: change.client.consentBusiness = nil

    case .openLink: try await openLink(&change, in: tx)
    case .applySetup: applySetup(&change)
    case .startSubscription: try await startSubscription(change, in: tx)
    case .endLink: try await endLink(&change, in: tx)
    case .endSubscriptions: _ = try await subscriptions.end(of: change.client.name, in: tx)
    case .switchOffPartnerIntegrations, .cancelPartnerDeliveries:
      // integration-dispatch does both when it hears of the link's end, which endLink tells it.
      break

    case .keepRejection: try await keepRejection(change, in: tx)
    case .endRejection: try await rejections.delete(of: change.client.name, in: tx)
    }
  }

  private func send(_ change: ClientChange, in tx: isolated Transaction) async throws {
    guard let invitation = change.invitation else { return }
    try await links.outboxes.mail.append(
      tx, space: invitation.partner, key: invitation.client.client,
      kind: MailKind.invitation.rawValue, payload: Array(invitation.id.utf8),
      actor: change.cause.author.subject, trace: change.cause.trace)
  }

  private func useInvitation(_ change: ClientChange, in tx: isolated Transaction) async throws {
    guard let invitation = change.invitation else { return }
    _ = try await invitations.happen(.use, to: invitation, by: change.cause, in: tx)
  }

  private func openLink(_ change: inout ClientChange, in tx: isolated Transaction) async throws {
    guard let business = change.business ?? change.client.consentBusiness else {
      throw DatabaseError(.corrupt, "a link without a business")
    }
    change.client.business = business
    change.link = try await links.open(change.client.name, with: business, in: tx)
  }

  /// The set-up is used up: a later link starts from what is prepared then, and the accountants stay.
  private func applySetup(_ change: inout ClientChange) {
    change.applied = change.client.setup
    change.client.setup = ClientSetup()
    change.client.accountants =
      Set(change.client.accountants + change.applied.accountants).sorted()
  }

  private func startSubscription(
    _ change: ClientChange, in tx: isolated Transaction
  ) async throws {
    let plan = change.applied.subscriptionPlan
    guard !plan.isEmpty else { return }
    try await subscriptions.start(plan, for: change.client.name, in: tx)
  }

  private func endLink(_ change: inout ClientChange, in tx: isolated Transaction) async throws {
    guard let business = change.client.business else {
      throw DatabaseError(.corrupt, "an active client without a business")
    }
    change.client.business = nil
    change.link = try await links.end(change.client.name, with: business, in: tx)
  }

  private func keepRejection(_ change: ClientChange, in tx: isolated Transaction) async throws {
    try await rejections.insert(
      Rejection(
        client: change.client.name, enterpriseNumber: change.client.enterpriseNumber,
        displayName: change.client.displayName, languageCode: change.client.languageCode),
      in: tx)
  }
}
