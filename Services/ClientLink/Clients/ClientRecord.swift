import Database
import Identity
import StatusRules

/// A client as it is kept.
struct ClientRecord: Sendable {
  let name: ClientName
  var displayName: String
  /// In the normal form, `BE0123456749`.
  var enterpriseNumber: String
  var contactEmail: String
  var languageCode: String
  var status: ClientStatus
  /// The linked business's space id; nil while there is no link.
  var business: String?
  /// Subjects of the accountants who see this client.
  var accountants: [String]
  let createTime: Int64
  var updateTime: Int64
  var version: Int64

  var etag: String { ETag.text(version: version) }
}

/// What a partner says of a business when adding it.
struct ClientDraft: Sendable {
  var displayName: String
  var enterpriseNumber: String
  var contactEmail: String
  var languageCode: String
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
