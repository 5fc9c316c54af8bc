import Database
import StatusRules

/// The key of a document as a firm sees it.
struct AccountingName: Sendable, Hashable, CustomStringConvertible {
  /// The partner's space id.
  let partner: String
  let document: DocumentName

  var description: String { "partners/\(partner)/\(document)" }
}

/// A firm's status of a document. A document that was there before the firm's link has no row, and so
/// stands in no tab, until the firm takes it over.
struct AccountingRow: Sendable {
  let name: AccountingName
  var status: AccountingStatus
  var version: Int64
}

/// A document with a firm's status of it: what a firm reads.
struct AccountingView: Sendable {
  let name: AccountingName
  let document: DocumentRecord
  let row: AccountingRow?

  var etag: String { ETag.text(version: row?.version ?? 0) }
}

/// How many documents of one client, type and status there are.
struct AccountingTally: Sendable {
  let business: String
  let type: DocumentType
  let status: AccountingStatus
  let count: Int64
}
