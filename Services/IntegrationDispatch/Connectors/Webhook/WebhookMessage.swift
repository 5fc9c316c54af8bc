import FoundationEssentials

/// The body of a webhook, as JSON.
struct WebhookMessage: Encodable, Sendable {
  struct Amount: Encodable, Sendable {
    let value: String
    let currencyCode: String
  }

  struct File: Encodable, Sendable {
    let part: String
    let mediaType: String
    let sha256: String
    let sizeBytes: Int64
    /// The bytes in base64.
    let content: String
  }

  struct Document: Encodable, Sendable {
    /// `businesses/{business}/documents/{document}`
    let document: String
    let kind: String
    let number: String
    let issueDate: String
    let seller: String
    let buyer: String
    let total: Amount
    let files: [File]
  }

  let type = "document.approved"
  /// When it was approved, ISO 8601 in UTC.
  let timestamp: String
  let data: Document

  init(_ document: ApprovedDocument, contents: [(file: ApprovedFile, bytes: [UInt8])]) {
    let approved = Date(timeIntervalSince1970: Double(document.approveTime) / 1_000_000)
    timestamp = approved.formatted(.iso8601)
    data = Document(
      document: document.name.description, kind: document.kind, number: document.number,
      issueDate: document.issueDate, seller: document.seller, buyer: document.buyer,
      total: Amount(value: document.total, currencyCode: document.currencyCode),
      files: contents.map { file, bytes in
        File(
          part: file.part.rawValue, mediaType: file.mediaType, sha256: file.sha256,
          sizeBytes: file.size, content: Data(bytes).base64EncodedString())
      })
  }

  /// The same bytes for the same document, also on a retry.
  func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self))
  }
}
