import Content
import Database
import EInvoice
import RPC
import StatusRules

/// What was worked out about one version of a document before its transaction.
struct Prepared: Sendable {
  let version: Int64
  /// Nil where there was nothing to work out.
  let assessment: Assessment?
  /// The e-invoice, written and synced; nil for a receipt, and where the fields make none.
  let eInvoice: StoredFile?

  /// For a document that awaits nothing, or of which another version was seen.
  static let nothing = Prepared(version: 0, assessment: nil, eInvoice: nil)

  /// Everything is there for the approval.
  var isReleasable: Bool {
    guard let assessment, assessment.isComplete else { return false }
    return assessment.invoice == nil || eInvoice != nil
  }

  /// The assessment, if it is of the version that is there now.
  func assessment(for document: DocumentRecord) throws -> Assessment {
    guard let assessment, version == document.version else {
      throw ETagMismatch(current: document.etag)
    }
    return assessment
  }
}

/// The work that saving and approving need and that no transaction may do: reading what came in,
/// judging the fields, writing the e-invoice to where it lasts.
struct Preparation: Sendable {
  let database: Database
  let contents: ContentStore

  /// For a save: what the new fields come to.
  func save(_ draft: DocumentDraft, of name: DocumentName) async throws -> Prepared {
    guard let document = try await waiting(name) else { return .nothing }
    let isRewritten = document.isRewritten(by: draft)
    let original = try await ublBytes(of: document)
    let assessment = try await Pool.run {
      Assessor(
        type: draft.type, isSelfBilled: draft.isSelfBilled, origin: document.origin,
        isRewritten: isRewritten, base: try original.map(UBLReader().read)
      ).assess(draft.fields)
    }
    return Prepared(version: document.version, assessment: assessment, eInvoice: nil)
  }

  /// For an approval: the e-invoice of what stands there, on disk before any row names it.
  func approval(of name: DocumentName, etag: String) async throws -> Prepared {
    guard let document = try await waiting(name), etag == document.etag else { return .nothing }
    let original = try await ublBytes(of: document)
    let (assessment, written) = try await Pool.run {
      let assessment = Assessor(
        type: document.type, isSelfBilled: document.isSelfBilled, origin: document.origin,
        isRewritten: document.isRewritten, base: try original.map(UBLReader().read)
      ).assess(document.fields)
      let isKept = original != nil && !document.isRewritten
      let invoice = assessment.isComplete && !isKept ? assessment.invoice : nil
      return (assessment, invoice.map(UBLWriter().write))
    }
    return Prepared(
      version: document.version, assessment: assessment,
      eInvoice: try await eInvoice(of: document, assessment, written: written))
  }

  /// What came in, where that is compliant and nobody changed it; otherwise what was written.
  private func eInvoice(
    of document: DocumentRecord, _ assessment: Assessment, written: [UInt8]?
  ) async throws -> StoredFile? {
    guard assessment.invoice != nil, assessment.isComplete else { return nil }
    guard let written else { return document.original }
    do {
      return StoredFile(
        content: try await contents.put(written), mediaType: StoredFile.xml, fileName: "")
    } catch {
      throw RPCError(error)
    }
  }

  /// The document, where it awaits validation. Where it does not, or is gone, the transaction says what
  /// that means: a repeated request still gets its first answer.
  private func waiting(_ name: DocumentName) async throws -> DocumentRecord? {
    let document = try await database.read { tx in
      try await DocumentStore().document(name, in: tx)
    }
    return document.flatMap { $0.status.isApproved ? nil : $0 }
  }

  private func ublBytes(of document: DocumentRecord) async throws -> [UInt8]? {
    guard document.origin != .pdf else { return nil }
    do {
      return try await contents.readAll(document.original.content, limit: ImportLimits.file)
    } catch {
      throw RPCError(error)
    }
  }
}
