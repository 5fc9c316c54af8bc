/// What a service knows of the link between a partner and a business: whether the partner has access,
/// since which epoch, and which of its accountants see this client.
package struct LinkGrant: Sendable, Equatable {
  /// The partner's space id.
  package let partner: String
  /// The business's space id.
  package let business: String
  /// Grows with every link and every end of one: a change of an older epoch changes nothing.
  package let epoch: Int64
  package let active: Bool
  /// The client, `partners/{partner}/clients/{client}`.
  package let client: String
  /// The name of the business for people.
  package let displayName: String
  /// Subjects of the accountants who see this client.
  package let accountants: [String]
}
