import Records

/// The link between a partner and a business, now or as it was last.
struct LinkRecord: Sendable, Equatable {
  /// The business's space id.
  let business: String
  let client: ClientName
  /// Grows with every link and every end of a link between this pair.
  let epoch: Int64
  let active: Bool
  let startTime: Int64
  let endTime: Int64?

  /// The partner's space id.
  var partner: String { client.partner }

  /// What the order of its changes is kept for.
  var key: String { "\(partner)/\(business)" }
}

/// What the services that hold grants are told of a link.
struct LinkChange: Sendable {
  let link: LinkRecord
  let displayName: String
  /// Subjects; empty for a link that has ended.
  let accountants: [String]
  /// Only when a link is made.
  let preparedIntegrations: [PreparedIntegration]
  let author: Author
  /// When it was committed.
  let time: Int64
}

/// The services that hold a grant for each link and confirm its end.
enum LinkReceiver: String, Sendable, CaseIterable {
  case documentStatus = "document-status"
  case integrationDispatch = "integration-dispatch"
}
