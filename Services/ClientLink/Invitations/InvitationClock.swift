import Assembly
import Database
import RPC
import Records
import StatusRules

/// What the clock does to invitations: expiries are written and reminders sent. Both hold by the clock
/// already; this is how they become visible in lists and mailboxes.
struct InvitationClock: Sendable {
  /// Invitations a transaction.
  private static let batch = 100

  let database: Database
  let events: ClientEvents

  /// One round; takes all that is due.
  func tick() async throws {
    for status in [InvitationStatus.live, .opened] {
      while try await expire(status) == Self.batch {}
      while try await remind(status) == Self.batch {}
    }
  }

  private func expire(_ status: InvitationStatus) async throws -> Int {
    try await database.write { [events] tx in
      let due = try await InvitationStore().expired(status, limit: Self.batch, in: tx)
      for invitation in due {
        _ = try await events.effects.invitations.happen(
          .expire, to: invitation, by: .clientLink, in: tx)
        try await events.append(
          "invitation_expired", to: invitation.client, by: .clientLink,
          audience: .partner, in: tx)
      }
      return due.count
    }
  }

  private func remind(_ status: InvitationStatus) async throws -> Int {
    try await database.write { [events] tx in
      let due = try await InvitationStore().dueReminders(status, limit: Self.batch, in: tx)
      for invitation in due { try await Self.remind(invitation, events, in: tx) }
      return due.count
    }
  }

  private static func remind(
    _ invitation: Invitation, _ events: ClientEvents, in tx: isolated Transaction
  ) async throws {
    _ = try events.effects.invitations.decide(
      .remind, for: invitation, by: .clientLink, now: tx.now)
    var reminded = invitation
    reminded.remindTime = nil
    try await InvitationStore().update(reminded, in: tx)
    try await events.effects.links.outboxes.mail.append(
      tx, space: invitation.partner, key: invitation.client.client,
      kind: MailKind.reminder.rawValue, payload: Array(invitation.id.utf8),
      actor: Cause.clientLink.author.subject)
    try await events.append(
      "remind", to: invitation.client, by: .clientLink, audience: .partner, in: tx)
  }
}
