import Database

/// The ends of links that a receiver has not confirmed: a row for each, gone with the confirmation.
struct LinkEndStore: Sendable {
  func insert(
    _ link: LinkRecord, receiver: LinkReceiver, in tx: isolated Transaction
  ) async throws {
    try await tx.execute(
      """
      INSERT INTO link_end (partner, business, receiver, client, epoch)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (partner, business, receiver)
      DO UPDATE SET client = excluded.client, epoch = excluded.epoch
      """,
      [
        .text(link.partner), .text(link.business), .text(receiver.rawValue),
        .text(link.client.client), .int(link.epoch),
      ])
  }

  /// What a receiver took in up to an epoch includes every end before it.
  func confirm(
    partner: String, business: String, receiver: LinkReceiver, epoch: Int64,
    in tx: isolated Transaction
  ) async throws {
    try await tx.execute(
      """
      DELETE FROM link_end
      WHERE partner = $1 AND business = $2 AND receiver = $3 AND epoch <= $4
      """, [.text(partner), .text(business), .text(receiver.rawValue), .int(epoch)])
  }

  /// The receivers that have not confirmed the end of a client's link.
  func receivers(
    of client: ClientName, in tx: isolated Transaction
  ) async throws -> [LinkReceiver] {
    try await tx.query(
      "SELECT receiver FROM link_end WHERE partner = $1 AND client = $2",
      [.text(client.partner), .text(client.client)]
    ).map { try $0.word("receiver") }
  }

  /// The ends that a receiver has not confirmed.
  func ends(
    for receiver: LinkReceiver, in tx: isolated Transaction
  ) async throws -> [EndedLink] {
    try await tx.query(
      """
      SELECT partner, business, epoch FROM link_end WHERE receiver = $1
      ORDER BY partner, business
      """, [.text(receiver.rawValue)]
    ).map {
      EndedLink(
        partner: try $0.text("partner"), business: try $0.text("business"),
        epoch: try $0.int("epoch"))
    }
  }
}

/// A link's end at its epoch.
struct EndedLink: Sendable, Equatable {
  let partner: String
  let business: String
  let epoch: Int64
}
