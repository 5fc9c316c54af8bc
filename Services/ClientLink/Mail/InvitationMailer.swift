import Assembly
import Database
import Identity
import Outbound
import RPC
import Records

/// Takes the mails of invitations from their outbox to the mail server: one mail an event, the same
/// Message-ID and the same token at every attempt.
struct InvitationMailer: Sendable {
  let database: Database
  let events: ClientEvents
  let client: OutboundClient
  let server: SMTPServer
  let sender: MailAddress
  /// What a token is appended to.
  let linkBase: String

  /// Returns when the mail needs no further attempt: the server has it, refused it for good, or the
  /// invitation can no longer be used.
  func deliver(_ event: OutboxEvent) async throws {
    guard let mail = try await mail(event) else { return }
    do {
      let message = try mail.message(from: sender, now: WallClock.now())
      _ = try await client.send(message, via: server)
      try await record("mail_sent", of: mail, reason: "")
    } catch let error as OutboundError where Self.isForGood(error) {
      try await record("mail_refused", of: mail, reason: error.message)
    }
  }

  private func mail(_ event: OutboxEvent) async throws -> InvitationMail? {
    guard let kind = MailKind(rawValue: event.kind), let space = SpaceID(event.space) else {
      throw DatabaseError(.corrupt, "an event of the unknown kind \(event.kind)")
    }
    let id = String(decoding: event.payload, as: UTF8.self)
    let token = events.effects.invitations.terms.token(of: id, in: space)
    return try await database.read { tx in
      guard
        let invitation = try await InvitationStore().invitation(
          partner: event.space, id: id, in: tx),
        invitation.isLive(tx.now),
        let client = try await events.clients.client(invitation.client, in: tx)
      else { return nil }
      guard invitation.tokenHash == token.secretHash else {
        throw DatabaseError(
          .corrupt, "the key of the invitations is not the one that this was made with")
      }
      return InvitationMail(
        kind: kind, invitation: invitation, client: client,
        partner: try await events.partners.partner(event.space, in: tx),
        link: "\(linkBase)\(token)")
    }
  }

  /// For the partner: why a client got no mail is the first question of support.
  private func record(_ what: String, of mail: InvitationMail, reason: String) async throws {
    let name = mail.client.name
    try await database.write { tx in
      try await events.append(
        what, to: name, by: .clientLink, reason: reason, audience: .partner, in: tx)
    }
  }

  /// What is wrong with this one mail. What is wrong with the way to the server (a login, a
  /// certificate, an address that is not allowed) is tried again until an operator has put it right.
  private static func isForGood(_ error: OutboundError) -> Bool {
    switch error.kind {
    // RFC 4954: 530, 534, 535 and 538 are about the login.
    case .mailRefused(let code): !(530...538).contains(code)
    case .malformed: true
    default: false
    }
  }
}
