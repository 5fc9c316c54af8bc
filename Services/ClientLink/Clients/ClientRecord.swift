import Database
import Identity
import StatusRules

/// A client as it is kept.
struct ClientRecord: Sendable, Equatable {
  let name: ClientName
  var displayName: String
  /// In the normal form, `BE0123456749`.
  let enterpriseNumber: String
  /// Empty for none.
  var contactEmail: String
  var languageCode: String
  var status: ClientStatus
  /// Where a withdrawal leads back to; nil where nothing was kept.
  var statusBeforeInvitation: ClientStatus?
  /// When it became invited last, microseconds since 1970: resending does not move it.
  var invitedSince: Int64?
  /// The identity check (KYC) has passed.
  var checkPassed = false
  /// The business space whose consent waits for the identity check.
  var consentBusiness: String?
  /// The linked business's space id; nil while there is no link.
  var business: String?
  var setup = ClientSetup()
  /// Subjects of the accountants who see this client.
  var accountants: [String] = []
  let createTime: Int64
  var updateTime: Int64
  var version: Int64 = 1

  var etag: String { ETag.text(version: version) }
}

/// What a partner prepares for a client; kept until the link is made.
struct ClientSetup: Sendable, Equatable {
  /// Empty for none.
  var subscriptionPlan = ""
  var integrations: [PreparedIntegration] = []
  /// Subjects, without repetition, in order.
  var accountants: [String] = []
}

/// An integration to be made when the client becomes active.
struct PreparedIntegration: Sendable, Equatable {
  let connector: String
  let displayName: String
}

/// What a partner says of a business when adding it, checked.
struct ClientDraft: Sendable, Equatable {
  var displayName: String
  var enterpriseNumber: String
  var contactEmail: String
  var languageCode: String
  var setup = ClientSetup()
}

extension ClientDraft {
  /// The entry that the draft makes.
  func record(_ name: ClientName, now: Int64) -> ClientRecord {
    ClientRecord(
      name: name, displayName: displayName, enterpriseNumber: enterpriseNumber,
      contactEmail: contactEmail, languageCode: languageCode, status: .draft, setup: setup,
      createTime: now, updateTime: now)
  }
}

extension User {
  /// An accountant sees the clients assigned to them; who else may read clients sees all.
  func sees(_ client: ClientRecord) -> Bool {
    limitedView.map(client.accountants.contains) ?? true
  }

  /// The subject whose assignments limit the view; nil for a view of all clients.
  var limitedView: String? {
    let seesAll =
      roles.contains(.partner(.administrator)) || roles.contains(.partner(.clientManager))
    return seesAll ? nil : subject.description
  }
}
