import Contracts
import Database
import LinkGrants
import Records

/// What a firm reads of a document's history: the document's own entries within the firm's link
/// periods, and those of the firm's own status, which are kept in the firm's space. Two histories,
/// newest first as one.
struct AccountingHistory: Sendable {
  let name: AccountingName

  /// Up to where each of the two was read.
  struct Marks: Sendable {
    var document = Int64.max
    var own = Int64.max

    init() {}

    init(_ position: [SQLValue]) throws(PageError) {
      guard position.count == 2, case .int(let document) = position[0],
        case .int(let own) = position[1]
      else { throw .invalidPageToken }
      self.document = document
      self.own = own
    }

    var position: [SQLValue] { [.int(document), .int(own)] }
  }

  struct Page: Sendable {
    var entries: [HistoryEntry]
    /// Nil on the last page.
    var next: Marks?
    /// A document without a readable entry is one without history; one that is nowhere is not found.
    var documentIsThere: Bool
  }

  func page(before: Marks?, size: Int, in tx: isolated Transaction) async throws -> Page {
    var marks = before ?? Marks()
    let periods = try await LinkGrantStore().periods(
      partner: name.partner, business: name.document.business, in: tx)
    var document = try await entries(
      of: name.document.description, in: name.document.business, before: marks.document,
      periods, size + 1, tx)[...]
    var own = try await entries(
      of: name.description, in: name.partner, before: marks.own, periods, size + 1, tx)[...]
    var entries: [HistoryEntry] = []
    while entries.count < size {
      if let first = document.first, own.first.map({ first.isLater(than: $0) }) ?? true {
        document.removeFirst()
        marks.document = first.sequence
        entries.append(first)
      } else if let first = own.popFirst() {
        marks.own = first.sequence
        entries.append(first)
      } else {
        break
      }
    }
    let isLast = document.isEmpty && own.isEmpty
    let isThere = try await DocumentStore().document(name.document, in: tx) != nil
    return Page(entries: entries, next: isLast ? nil : marks, documentIsThere: isThere)
  }

  private func entries(
    of thing: String, in space: String, before: Int64, _ periods: [ClosedRange<Int64>],
    _ limit: Int, _ tx: isolated Transaction
  ) async throws -> [HistoryEntry] {
    try await HistoryStore().entries(
      of: thing, space: space, reader: .partner, before: before, periods: periods, limit: limit,
      in: tx)
  }
}

extension HistoryEntry {
  fileprivate func isLater(than other: HistoryEntry) -> Bool {
    (time?.microseconds ?? 0) >= (other.time?.microseconds ?? 0)
  }
}
