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

@Suite(.onEachEngine) struct `Fields that are approved` {
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
