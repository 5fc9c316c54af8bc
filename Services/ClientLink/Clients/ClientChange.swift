import Assembly
import StatusRules

/// One event on its way through a client: what is known when it comes, and what its effects leave
/// behind for one another.
struct ClientChange: Sendable {
  let event: ClientEvent
  let cause: Cause
  /// Who caused it, as the business may learn: the back office acts through this service.
  var outwardCause: Cause { cause.actor == .backOffice ? .clientLink : cause }
  /// As it is, and then as it is to be stored.
  var client: ClientRecord
  /// Nil where the event makes the entry.
  let before: ClientStatus?
  /// There is no entry yet: it is stored once, with all that the other effects leave in it.
  var isNew = false
  /// Why, for everybody who may read the entry of the history.
  var reason = ""
  /// Why, for the back office alone.
  var internalReason = ""

  /// The set-up to keep.
  var setup = ClientSetup()
  /// The partner's own words in the invitation.
  var message = ""
  /// The invitation that is used, or that was made.
  var invitation: Invitation?
  /// The business that consents.
  var business: String?

  /// The link that was made or ended.
  var link: LinkRecord?
  /// What was prepared and is applied with the link.
  var applied = ClientSetup()

  init(_ event: ClientEvent, of client: ClientRecord, before: ClientStatus?, by cause: Cause) {
    self.event = event
    self.client = client
    self.before = before
    self.cause = cause
  }

  /// An event of an entry that there is.
  init(_ event: ClientEvent, of client: ClientRecord, by cause: Cause) {
    self.init(event, of: client, before: client.status, by: cause)
  }
}
