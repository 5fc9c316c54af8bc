import Content
import Database
import Identity
import StatusRules

/// The key of a document.
struct DocumentName: Sendable, Hashable, CustomStringConvertible {
  /// The business's space id.
  let business: String
  /// The document's id in that space; ids sort by the time they were given.
  let document: String

  var description: String { "businesses/\(business)/documents/\(document)" }

  /// Sorts before every id that was given at `time` or later, and after every earlier one but those of
  /// the same millisecond: a ULID's 48 bits of time are its first ten characters.
  static func idStart(in business: String, at time: Int64) throws -> String {
    String(try new(in: business, now: time).document.prefix(10))
  }

  static func new(in business: String, now: Int64) throws -> DocumentName {
    let space = try SpaceID(business, field: "parent")
    return DocumentName(
      business: business, document: ResourceID.timeOrdered(in: space, now: now).part)
  }
}

/// A document as it is kept: the business's side of it.
struct DocumentRecord: Sendable {
  let name: DocumentName
  var type: DocumentType
  var isSelfBilled: Bool
  var status: DocumentStatus
  let origin: DocumentOrigin
  var fields: DocumentFields
  /// The e-invoice is to be written from the fields, also where a UBL file came in: somebody changed
  /// what it says.
  var isRewritten: Bool
  /// What the fields break. Kept after approval for the warnings; shown before it alone.
  var violations: [Violation]
  /// Nil while the fields do not give a total.
  var amounts: DocumentAmounts?
  /// Same sender, number, type and year; nil while the fields do not say so much, and for receipts.
  var duplicateKey: String?
  let original: StoredFile
  /// Nil before approval, and for receipts.
  var eInvoice: StoredFile?
  var payments: [PaymentRecord]
  let createTime: Int64
  var updateTime: Int64
  var approveTime: Int64?
  /// The version that was approved: who saw that one approves again without effect.
  var approvedVersion: Int64?
  var version: Int64

  var etag: String { ETag.text(version: version) }

  /// Whether `etag` is that of the present version, or of the one that was approved.
  func isSeen(_ etag: String) -> Bool {
    etag == self.etag || etag == approvedVersion.map(ETag.text(version:))
  }

  var reconciled: Int64 { payments.map(\.cents).reduce(0, +) }

  /// What the rules ask about payments, with those given instead of the present ones.
  func payments(reconciled: Int64) -> Payments {
    Payments(total: amounts?.payable ?? 0, reconciled: reconciled)
  }

  /// What is known to the rules whatever the event.
  func facts(reconciled: Int64? = nil) -> DocumentFacts {
    DocumentFacts(kind: type.kind, payments: payments(reconciled: reconciled ?? self.reconciled))
  }
}

/// What a document is worth, in cents of its currency, with the signs of the document itself: a credit
/// note's amounts are positive, as EN 16931 writes them, and so are the payments of it.
struct DocumentAmounts: Sendable, Equatable {
  /// BT-112, the amount with VAT.
  var total: Int64
  /// BT-115: the total less what the document itself says was paid. Payments fill this.
  var payable: Int64
  /// BT-5.
  var currency: String
}

/// A file of a document in the content store.
struct StoredFile: Sendable, Equatable {
  let content: ContentID
  /// `application/pdf` or `application/xml`.
  let mediaType: String
  /// The name under which it came in; empty for what was written here.
  let fileName: String

  static let pdf = "application/pdf"
  static let xml = "application/xml"
}

/// A rule that the fields break.
struct Violation: Sendable, Equatable {
  /// `BR-06`, `PEPPOL-EN16931-R003`, `RECEIPT-DATE`.
  let rule: String
  let message: String
  /// Business groups from the document down; empty for the document as a whole.
  let location: String
  /// The document cannot be approved; otherwise somebody should look.
  let isFatal: Bool

  /// Of what the network delivered beside `twin`: who looks at both may approve either.
  static func possibleDuplicate(of twin: DocumentName) -> Violation {
    Violation(
      rule: "POSSIBLE-DUPLICATE",
      message: "Possible duplicate of \(twin): the same sender, number, type and year, and another"
        + " content. Compare them, and discard whichever is not needed.",
      location: "", isFatal: false)
  }
}
