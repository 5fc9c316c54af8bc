import Contracts
import Database
import Records

/// What a business reads of what happened between it and a partner: the entries of its link's periods,
/// over all the client entries under which it was linked.
struct LinkHistory: Sendable {
  let name: LinkName

  /// An entry with its place: the client entry it belongs to and its sequence there.
  struct Placed: Sendable {
    let client: String
    let entry: HistoryEntry

    var position: [SQLValue] { [.text(client), .int(entry.sequence)] }
  }

  /// Newest first, from after `position` on; nil where the two were never linked.
  func entries(
    after position: [SQLValue]?, limit: Int, in tx: isolated Transaction
  ) async throws -> [Placed]? {
    var linked = try await LinkStore().periods(
      partner: name.partner, business: name.business, in: tx)
    if linked.isEmpty { return nil }
    var before = position?.sequence
    if case .text(let client)? = position?.first {
      linked = Array(linked.drop { $0.client.client != client })
    }
    var found: [Placed] = []
    for one in linked where found.count < limit {
      let entries = try await HistoryStore().entries(
        of: one.client.description, space: name.partner, reader: .business, before: before,
        periods: one.periods, limit: limit - found.count, in: tx)
      found += entries.map { Placed(client: one.client.client, entry: $0) }
      before = nil
    }
    return found
  }
}
