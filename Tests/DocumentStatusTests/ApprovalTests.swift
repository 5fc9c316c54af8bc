import Contracts
import EInvoice
import Foundation
import RPC
import RPCServices
import TestDatabases
import Testing

/// A way to spoil a field, and the name by which it is refused.
struct Spoiling: Sendable {
  let field: String
  let spoil: @Sendable (inout DocumentFields) -> Void

  init(_ field: String, _ spoil: @escaping @Sendable (inout DocumentFields) -> Void) {
    self.field = field
    self.spoil = spoil
  }
}

@Suite(.onEachEngine) struct `Approval` {
  @Test func `a completed PDF becomes a compliant e-invoice and one event`() async throws {
    try await Desk.run { desk in
      try await desk.link()
      let saved = try await desk.completePDF()
      #expect(saved.violations.isEmpty, "\(saved.violations)")
      #expect(saved.status == .awaitingValidation)
      #expect(saved.total == Amount(value: "121.00", currencyCode: "EUR"))
      let approved = try await desk.approve(saved)
      #expect(approved.status == .unpaid)
      #expect(approved.openAmount?.value == "121.00")
      #expect(approved.approveTime != nil)
      let written = try await desk.bytes(of: approved.name, .eInvoice)
      let invoice = try UBLReader().read(written)
      #expect(invoice.isCompliant(with: Rules.peppolBilling))
      #expect(invoice.number == "F-1")
      #expect(invoice.totals?.withVAT?.value == ExactDecimal("121.00"))
      let events = try await desk.approvals()
      #expect(events.count == 1)
      #expect(events.first?.document == approved.name)
      #expect(events.first?.kind == "purchase_invoice")
      #expect(events.first?.total?.value == "121.00")
      #expect(events.first?.contents.map(\.part) == ["original", "e_invoice"])
      #expect(events.first?.contents.last?.sha256 == approved.eInvoice?.sha256)
      #expect(events.first?.actor?.subject == "clerk")
      #expect(try await desk.view(approved).accountingStatus == .readyToProcess)
    }
  }

  @Test func `the sample's fields make a compliant e-invoice`() async throws {
    try await Desk.run { desk in
      var fields = Papers.fields("FM-2026-0117")
      fields.lines = [
        DocumentLine(
          itemName: "Wheat flour T65, bag of 25 kg", quantity: "40", unitCode: "XBG",
          netPrice: "18.50", vatCategory: "S", vatRate: "6"),
        DocumentLine(
          itemName: "Pallet transport", netPrice: "85.00", vatCategory: "S", vatRate: "21"),
      ]
      let saved = try await desk.save(try await desk.importFile(Papers.pdf()), fields)
      #expect(saved.violations.isEmpty, "\(saved.violations)")
      #expect(saved.total?.value == "887.25")
      #expect(try await desk.approve(saved).status == .unpaid)
    }
  }

  @Test func `a hundred approvals at once are one, and all are answered alike`() async throws {
    try await Desk.run { desk in
      let saved = try await desk.completePDF()
      let answers = try await withThrowingTaskGroup(of: Document.self) { group in
        for _ in 0..<100 { group.addTask { try await desk.approve(saved) } }
        return try await group.reduce(into: [Document]()) { $0.append($1) }
      }
      #expect(answers.count == 100)
      #expect(Set(answers.map(\.etag)).count == 1)
      #expect(Set(answers.compactMap { $0.eInvoice?.sha256 }).count == 1)
      #expect(Set(answers.compactMap { $0.approveTime?.microseconds }).count == 1)
      #expect(try await desk.approvals().count == 1)
      let history = try await desk.documents.listDocumentHistory(
        ListDocumentHistoryRequest(name: saved.name), desk.by("clerk"))
      #expect(history.entries.count { $0.event == "approve" } == 1)
    }
  }

  @Test func `what was not seen is not approved`() async throws {
    try await Desk.run { desk in
      let seen = try await desk.completePDF()
      var fields = Papers.fields()
      fields.note = "changed by a colleague"
      let saved = try await desk.save(seen, fields, by: "baker")
      #expect(saved.etag != seen.etag)
      #expect(await refusal { _ = try await desk.approve(seen) }?.code == .aborted)
      #expect(await refusal { _ = try await desk.save(seen, fields) }?.code == .aborted)
      let discarded = await refusal {
        _ = try await desk.documents.discardDocument(
          DiscardDocumentRequest(name: seen.name, etag: seen.etag), desk.by("clerk"))
      }
      #expect(discarded?.code == .aborted)
      #expect(try await desk.get(seen.name) == saved)
      #expect(try await desk.approvals().isEmpty)
    }
  }

  @Test func `approving while somebody saves approves what was seen or nothing`() async throws {
    try await Desk.run { desk in
      for round in 0..<10 {
        let seen = try await desk.completePDF("R-\(round)")
        var fields = Papers.fields("R-\(round)")
        fields.lines[0].netPrice = "99.00"
        async let approving: Document? = try? await desk.approve(seen)
        async let saving: Document? = try? await desk.save(seen, fields)
        let (approved, saved) = await (approving, saving)
        #expect((approved == nil) != (saved == nil))
        let now = try await desk.get(seen.name)
        #expect(now.status == (approved == nil ? .awaitingValidation : .unpaid))
        #expect(now.total?.value == (approved == nil ? "239.58" : "121.00"))
      }
    }
  }

  @Test func `fields that make no e-invoice are refused with every rule`() async throws {
    try await Desk.run { desk in
      var fields = Papers.fields()
      fields.number = ""
      fields.seller?.vatIdentifier = ""
      fields.buyerReference = ""
      let saved = try await desk.save(try await desk.importFile(Papers.pdf()), fields)
      let shown = Set(saved.violations.map(\.rule))
      #expect(shown.isSuperset(of: ["BR-02", "BR-S-02", "PEPPOL-EN16931-R003"]))
      let error = await refusal { _ = try await desk.approve(saved) }
      #expect(error?.code == .failedPrecondition)
      #expect(error?.message.contains("BR-02") == true)
      #expect(Set(error?.statusDetails?.preconditionViolations.map(\.type) ?? []) == shown)
      let refusal = try #require(error?.transitionRefusal)
      #expect(refusal.machine == "document" && refusal.event == "approve")
      #expect(refusal.status == "awaiting_validation")
      #expect(Set(refusal.allowedEvents).isSuperset(of: ["save", "discard"]))
      #expect(try await desk.get(saved.name).status == .awaitingValidation)
      #expect(try await desk.approvals().isEmpty)
    }
  }

  @Test func `saving moves no status and sends nothing`() async throws {
    try await Desk.run { desk in
      try await desk.link()
      let document = try await desk.completePDF()
      #expect(document.status == .awaitingValidation)
      #expect(try await desk.view(document).accountingStatus == .clientActionNeeded)
      #expect(try await desk.approvals().isEmpty)
      let approved = try await desk.approve(document)
      let error = await refusal { _ = try await desk.save(approved, Papers.fields()) }
      #expect(error?.code == .failedPrecondition)
    }
  }

  @Test func `a compliant UBL file that nobody changed stays the e-invoice`() async throws {
    try await Desk.run { desk in
      let bytes = try Papers.sample("purchase-invoice.xml")
      let document = try await desk.importFile(bytes)
      // Saving what stands there already changes nothing of it.
      let saved = try await desk.save(document, try #require(document.fields))
      let approved = try await desk.approve(saved)
      #expect(approved.eInvoice?.sha256 == approved.original?.sha256)
      #expect(try await desk.bytes(of: approved.name, .eInvoice) == bytes)
    }
  }

  @Test func `a changed UBL file is written anew and keeps what the fields have no room for`()
    async throws
  {
    try await Desk.run { desk in
      let bytes = try Papers.ubl(
        "A-1",
        [
          "<cac:PaymentMeans>":
            "<cac:Delivery><cbc:ActualDeliveryDate>2026-11-12</cbc:ActualDeliveryDate></cac:Delivery><cac:PaymentMeans>"
        ])
      let document = try await desk.importFile(bytes)
      #expect(document.violations.isEmpty, "\(document.violations)")
      var fields = try #require(document.fields)
      fields.buyerReference = "OVEN-2"
      let approved = try await desk.approve(try await desk.save(document, fields))
      #expect(approved.total == document.total)
      let invoice = try UBLReader().read(try await desk.bytes(of: approved.name, .eInvoice))
      #expect(invoice.buyerReference == "OVEN-2")
      #expect(invoice.delivery?.date == CalendarDate("2026-11-12"))
      #expect(
        invoice.lines.map(\.netAmount) == (try UBLReader().read(bytes)).lines.map(\.netAmount))
    }
  }

  @Test func `a UBL file that does not add up is mended by saving it`() async throws {
    try await Desk.run { desk in
      let bytes = try Papers.ubl("W-1", ["1021.29": "1020.00"])
      let document = try await desk.importFile(bytes)
      #expect(!document.violations.isEmpty)
      #expect(await refusal { _ = try await desk.approve(document) }?.code == .failedPrecondition)
      let saved = try await desk.save(document, try #require(document.fields))
      #expect(saved.violations.isEmpty, "\(saved.violations)")
      #expect(saved.total?.value == "1021.29")
      #expect(try await desk.approve(saved).eInvoice?.sha256 != document.original?.sha256)
    }
  }

  @Test func `a receipt needs its fields and no conversion`() async throws {
    try await Desk.run { desk in
      let receipt = try await desk.importFile(Papers.pdf(), kind: .purchaseReceipt)
      let error = await refusal { _ = try await desk.approve(receipt) }
      #expect(error?.code == .failedPrecondition)
      #expect(error?.message.contains("RECEIPT-TOTAL") == true)
      let saved = try await desk.save(
        receipt,
        DocumentFields(
          issueDate: "2026-11-03", currencyCode: "EUR", seller: Party(displayName: "Garage"),
          receiptTotal: "42.50"))
      let approved = try await desk.approve(saved)
      #expect(approved.status == .unpaid)
      #expect(approved.eInvoice == nil)
      #expect(approved.openAmount?.value == "42.50")
      #expect(try await desk.approvals().first?.contents.map(\.part) == ["original"])
      let reading = await refusal { _ = try await desk.bytes(of: approved.name, .eInvoice) }
      #expect(reading?.code == .failedPrecondition)
    }
  }

  @Test(arguments: [
    ("E", "", DocumentKind.salesInvoice), ("AE", "0", .purchaseInvoice), ("G", "", .salesInvoice),
    ("Z", "", .purchaseCreditNote), ("S", "6", .salesCreditNote),
  ])
  func `every category that the fields can say makes a compliant e-invoice`(
    category: String, rate: String, kind: DocumentKind
  ) async throws {
    try await Desk.run { desk in
      var fields = Papers.fields()
      fields.lines[0].vatCategory = category
      fields.lines[0].vatRate = rate
      fields.precedingInvoice = "F-0"
      let saved = try await desk.save(try await desk.importFile(Papers.pdf()), fields, kind: kind)
      #expect(saved.violations.isEmpty, "\(saved.violations)")
      let approved = try await desk.approve(saved)
      let invoice = try UBLReader().read(try await desk.bytes(of: approved.name, .eInvoice))
      let isCreditNote = kind == .salesCreditNote || kind == .purchaseCreditNote
      #expect(invoice.kind == (isCreditNote ? .creditNote : .invoice))
    }
  }

  @Test func `a self-billed invoice says so`() async throws {
    try await Desk.run { desk in
      let document = try await desk.importFile(Papers.pdf(), selfBilled: true)
      let approved = try await desk.approve(try await desk.save(document, Papers.fields()))
      let invoice = try UBLReader().read(try await desk.bytes(of: approved.name, .eInvoice))
      #expect(invoice.typeCode == "389")
      #expect(invoice.specification?.contains("selfbilling") == true)
    }
  }

  @Test func `a batch answers for each document`() async throws {
    try await Desk.run { desk in
      let good = try await desk.completePDF("B-1")
      let bare = try await desk.importFile(Papers.pdf())
      let foreign = try await desk.importFile(Papers.pdf(), by: "cyclist", to: "bicycle")
      let id = UUID().uuidString
      let versions = [
        DocumentVersion(name: good.name, etag: good.etag),
        DocumentVersion(name: bare.name, etag: bare.etag),
        DocumentVersion(name: foreign.name, etag: foreign.etag),
        DocumentVersion(name: "businesses/bakery/documents/none", etag: "v1"),
        DocumentVersion(name: good.name, etag: "v1"),
      ]
      let request = BatchApproveDocumentsRequest(
        parent: "businesses/bakery", documents: versions, requestId: id)
      let answer = try await desk.documents.batchApproveDocuments(request, desk.by("clerk"))
      let codes = answer.results.map { RPCError.Code(rawValue: Int($0.status?.code ?? -1)) }
      #expect(codes.dropLast() == [.ok, .failedPrecondition, .invalidArgument, .notFound])
      #expect(codes.last != .ok)
      #expect(answer.results.map(\.name) == versions.map(\.name))
      #expect(answer.results[0].document?.status == .unpaid)
      #expect(try await desk.get(foreign.name, by: "cyclist").status == .awaitingValidation)
      #expect(try await desk.approvals().count == 1)
      let again = try await desk.documents.batchApproveDocuments(request, desk.by("clerk"))
      #expect(again.results[0] == answer.results[0])
      #expect(try await desk.approvals().count == 1)
    }
  }

  @Test func `a repeated request gets its first answer, whatever has happened since`() async throws
  {
    try await Desk.run { desk in
      var document = try await desk.importFile(Papers.pdf())
      document.fields = Papers.fields()
      let update = UpdateDocumentRequest(document: document, requestId: UUID().uuidString)
      let saved = try await desk.documents.updateDocument(update, desk.by("clerk"))
      #expect(try await desk.documents.updateDocument(update, desk.by("clerk")) == saved)
      let discard = DiscardDocumentRequest(
        name: saved.name, etag: saved.etag, requestId: UUID().uuidString)
      for _ in 0..<2 {
        _ = try await desk.documents.discardDocument(discard, desk.by("clerk"))
      }
      #expect(try await desk.documents.updateDocument(update, desk.by("clerk")) == saved)
      let error = await refusal {
        _ = try await desk.documents.discardDocument(
          DiscardDocumentRequest(name: saved.name, etag: saved.etag), desk.by("clerk"))
      }
      #expect(error?.code == .notFound)
    }
  }

  @Test func `an etag is needed`() async throws {
    try await Desk.run { desk in
      var document = try await desk.completePDF()
      document.etag = ""
      #expect(await refusal { _ = try await desk.approve(document) }?.code == .invalidArgument)
      #expect(
        await refusal { _ = try await desk.save(document, Papers.fields()) }?.code
          == .invalidArgument)
    }
  }

  @Test(arguments: [
    Spoiling("issue_date") { $0.issueDate = "05/11/2026" },
    Spoiling("due_date") { $0.dueDate = "2026-02-30" },
    Spoiling("quantity") { $0.lines[0].quantity = "1e3" },
    Spoiling("net_price") { $0.lines[0].netPrice = "12,50" },
    Spoiling("vat_rate") { $0.lines[0].vatRate = "high" },
    Spoiling("receipt_total") { $0.receiptTotal = "1.005" },
    Spoiling("number") { $0.number = String(repeating: "9", count: 101) },
    Spoiling("display_name") { $0.seller?.displayName = "a\u{0001}b" },
  ])
  func `a field that is no date, number or text is refused by its name`(
    spoiling: Spoiling
  ) async throws {
    try await Desk.run { desk in
      let document = try await desk.importFile(Papers.pdf())
      var fields = Papers.fields()
      spoiling.spoil(&fields)
      let spoiled = fields
      let error = await refusal { _ = try await desk.save(document, spoiled) }
      #expect(error?.code == .invalidArgument)
      #expect(error?.message.contains(spoiling.field) == true, "\(error?.message ?? "")")
    }
  }

  @Test func `fields of a document that is there already are refused`() async throws {
    try await Desk.run { desk in
      let first = try await desk.completePDF("D-1")
      let second = try await desk.importFile(Papers.pdf())
      let error = await refusal { _ = try await desk.save(second, Papers.fields("d-1")) }
      #expect(error?.code == .alreadyExists)
      #expect(error?.message.contains(first.name) == true)
      _ = try await desk.save(second, Papers.fields("D-2"))
    }
  }
}
