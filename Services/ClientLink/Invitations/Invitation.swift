import Identity
import StatusRules

/// An invitation as it is kept: its token's hash, never the token.
struct Invitation: Sendable {
  let client: ClientName
  /// Unique within the partner's space.
  let id: String
  let tokenHash: [UInt8]
  var status: InvitationStatus
  /// The partner's own words; may be empty.
  let message: String
  let createTime: Int64
  let expireTime: Int64
  /// When to remind; nil for not, or not again.
  var remindTime: Int64?
  /// The space that tried to accept last, or with the client's number opened it.
  var chosenBusiness: String?
  /// Whether that space's verified number is the client's.
  var numberMatches = false

  var partner: String { client.partner }

  /// An expiry holds by the clock, also before it was written.
  func isPastExpiry(_ now: Int64) -> Bool { now >= expireTime }

  func isLive(_ now: Int64) -> Bool {
    (status == .live || status == .opened) && !isPastExpiry(now)
  }

  /// The status that a reader is shown.
  func shownStatus(_ now: Int64) -> InvitationStatus {
    (status == .live || status == .opened) && isPastExpiry(now) ? .expired : status
  }
}

/// What an invitation is made with: the secret behind its token and the times of its life.
struct InvitationTerms: Sendable {
  /// Tokens are derived from it, so that a mail that is tried again carries the same one.
  let key: [UInt8]
  /// Microseconds.
  let lifetime: Int64
  /// Microseconds before the expiry; nil sends no reminder.
  let reminder: Int64?

  /// The token that lets its holder open and use the invitation.
  func token(of invitation: String, in space: SpaceID) -> ResourceID {
    .derived(in: space, from: "invitation \(invitation)", key: key)
  }
}
