/// The key of a client.
struct ClientName: Sendable, Hashable, CustomStringConvertible {
  /// The partner's space id.
  let partner: String
  /// The client's id in that space.
  let client: String

  var description: String { "partners/\(partner)/clients/\(client)" }
}
