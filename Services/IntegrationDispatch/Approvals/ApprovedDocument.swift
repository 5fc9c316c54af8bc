/// A document as it was approved: what deliveries carry beside its files.
struct ApprovedDocument: Sendable {
  let name: DocumentName
  /// `purchase_invoice`
  let kind: String
  let number: String
  /// ISO 8601.
  let issueDate: String
  let seller: String
  let buyer: String
  /// A decimal number, `1234.50`.
  let total: String
  let currencyCode: String
  let approveTime: Int64
  let files: [ApprovedFile]
}

/// What document-status is told of an approval that was taken in.
struct KnownDocument: Sendable, Equatable {
  let name: DocumentName
  let number: String
  let seller: String
  let approveTime: Int64
}

/// A file of an approved document.
struct ApprovedFile: Sendable, Equatable {
  enum Part: String, Sendable, CaseIterable {
    case original
    case eInvoice = "e_invoice"
  }

  let part: Part
  /// In lower-case hexadecimal.
  let sha256: String
  /// In bytes.
  let size: Int64
  let mediaType: String

  /// For names of files.
  var fileExtension: String {
    switch mediaType {
    case "application/pdf": "pdf"
    case "application/xml": "xml"
    default: "bin"
    }
  }
}
