import Content
import EInvoice
import RPC

/// What a user says of a file that is being imported.
struct ImportLabel: Sendable {
  /// Nil where the parties of a UBL file are to tell.
  let type: DocumentType?
  let isSelfBilled: Bool
  let fileName: String
  /// The business's verified number, `BE0123456749`; nil where its token has none.
  let businessNumber: String?
}

/// Takes files in: to disk, then to what they are. Nothing here is in a transaction yet; a file that
/// is refused later is swept away.
struct Intake: Sendable {
  let contents: ContentStore

  /// Stores a file as it streams in, up to 20 MiB.
  func store<Chunks: AsyncSequence>(
    first: [UInt8], rest: Chunks, as label: ImportLabel
  ) async throws -> Arrival where Chunks.Element == [UInt8] {
    let ends = FileEnds()
    do {
      let content = try await contents.put(
        ImportStream(first: first, rest: rest, ends: ends), limit: ImportLimits.file)
      return try await arrival(content, ends: ends, as: label)
    } catch let refusal as DocumentSniffer.Refusal {
      throw RPCError(refusal)
    } catch let error as ContentError {
      throw RPCError(error)
    }
  }

  /// Stores what the network delivered.
  func store(networkDocument bytes: [UInt8]) async throws -> Arrival {
    do {
      let invoice = try await Pool.run { try UBLReader().read(bytes) }
      let content = try await contents.put(bytes)
      // Who issues on behalf of the supplier is the buyer: then the receiver sold.
      let isSelfBilled = invoice.isSelfBilled
      let isCreditNote = invoice.kind == .creditNote
      let type: DocumentType =
        isSelfBilled ? .sales(creditNote: isCreditNote) : .purchase(creditNote: isCreditNote)
      return try await arrival(
        invoice, type: type, isSelfBilled: isSelfBilled, origin: .network,
        file: StoredFile(content: content, mediaType: StoredFile.xml, fileName: ""))
    } catch let error as UBLError {
      throw RPCError(.invalidArgument, "content is no UBL document: \(error)", cause: error)
    } catch let error as ContentError {
      throw RPCError(error)
    }
  }

  private func arrival(
    _ content: ContentID, ends: FileEnds, as label: ImportLabel
  ) async throws -> Arrival {
    guard let invoice = try await invoice(of: content, ends: ends) else {
      return try await pdf(content, as: label)
    }
    let isSelfBilled = label.isSelfBilled || invoice.isSelfBilled
    return try await arrival(
      invoice, type: try label.type(of: invoice), isSelfBilled: isSelfBilled, origin: .ubl,
      file: StoredFile(content: content, mediaType: StoredFile.xml, fileName: label.fileName))
  }

  /// Nil for a PDF. Only what may be XML is read as a whole: a PDF is told by its ends.
  private func invoice(of content: ContentID, ends: FileEnds) async throws -> Invoice? {
    let joined = ends.joined
    let isPDF = try await Pool.run {
      do {
        return try DocumentSniffer().inspect(joined) == .pdf
      } catch DocumentSniffer.Refusal.notUBL {
        return false
      }
    }
    guard !isPDF else { return nil }
    let bytes = try await contents.readAll(content, limit: ImportLimits.file)
    guard case .ubl(let invoice) = try await Pool.run({ try DocumentSniffer().inspect(bytes) })
    else { return nil }
    return invoice
  }

  private func pdf(_ content: ContentID, as label: ImportLabel) async throws -> Arrival {
    guard let type = label.type else {
      throw RPCError(.invalidArgument, "kind is needed: a PDF does not tell what it is")
    }
    let fields = DocumentFields()
    let assessor = Assessor(
      type: type, isSelfBilled: label.isSelfBilled, origin: .pdf, isRewritten: false, base: nil)
    return Arrival(
      type: type, isSelfBilled: label.isSelfBilled, origin: .pdf,
      original: StoredFile(content: content, mediaType: StoredFile.pdf, fileName: label.fileName),
      fields: fields, assessment: try await Pool.run { assessor.assess(fields) })
  }

  private func arrival(
    _ invoice: Invoice, type: DocumentType, isSelfBilled: Bool, origin: DocumentOrigin,
    file: StoredFile
  ) async throws -> Arrival {
    try DocumentLimits.checkLines(invoice.lines.count, of: "lines of the file")
    let assessor = Assessor(
      type: type, isSelfBilled: isSelfBilled, origin: origin, isRewritten: false, base: invoice)
    let (fields, assessment) = try await Pool.run {
      let fields = DocumentFields(invoice)
      return (fields, assessor.assess(fields))
    }
    return Arrival(
      type: type, isSelfBilled: isSelfBilled, origin: origin, original: file, fields: fields,
      assessment: assessment)
  }
}
