import Contracts
import Foundation
import RPC
import TestDatabases
import Testing

@Suite(.onEachEngine) struct `Network` {
  @Test func `a correct e-invoice is approved at once and kept byte for byte`() async throws {
    try await Desk.run { desk in
      try await desk.link()
      let bytes = try Papers.sample("received-invoice.xml")
      let received = try await desk.receive(bytes, "t-1")
      let document = try #require(received.document)
      #expect(!received.redelivery)
      #expect(document.status == .unpaid)
      #expect(document.kind == .purchaseInvoice)
      #expect(document.origin == .network)
      #expect(document.openAmount?.value == "1021.29")
      #expect(document.eInvoice?.sha256 == document.original?.sha256)
      #expect(try await desk.bytes(of: document.name, .eInvoice) == bytes)
      #expect(try await desk.view(document).accountingStatus == .readyToProcess)
      #expect(try await desk.approvals().map(\.document) == [document.name])
    }
  }

  @Test func `one that is not correct awaits validation with every rule, and can be mended`()
    async throws
  {
    try await Desk.run { desk in
      try await desk.link()
      let bytes = try Papers.ubl(
        "N-9",
        [
          "<cbc:BuyerReference>OVEN-HALL</cbc:BuyerReference>": "",
          "<cbc:IssueDate>2026-11-16</cbc:IssueDate>": "",
        ])
      let document = try #require(try await desk.receive(bytes, "t-1").document)
      #expect(document.status == .awaitingValidation)
      let rules = document.violations.map(\.rule)
      #expect(rules.contains("BR-03") && rules.contains("PEPPOL-EN16931-R003"))
      #expect(try await desk.view(document).accountingStatus == .clientActionNeeded)
      #expect(try await desk.approvals().isEmpty)
      var fields = try #require(document.fields)
      fields.issueDate = "2026-11-16"
      fields.orderReference = "PO-1"
      let approved = try await desk.approve(try await desk.save(document, fields))
      #expect(approved.status == .unpaid)
      #expect(try await desk.approvals().count == 1)
    }
  }

  @Test func `a transmission is taken once, for ever`() async throws {
    try await Desk.run { desk in
      let first = try await desk.receive(try Papers.ubl("T-1"), "t-1")
      // The same id is the same transmission, whatever it carries now.
      for bytes in [try Papers.ubl("T-1"), try Papers.ubl("T-2")] {
        let again = try await desk.receive(bytes, "t-1")
        #expect(again.redelivery)
        #expect(again.document == first.document)
      }
      // The same bytes under another id.
      let again = try await desk.receive(try Papers.ubl("T-1"), "t-2")
      #expect(again.redelivery)
      #expect(again.document?.name == first.document?.name)
      #expect(try await desk.approvals().count == 1)
    }
  }

  @Test func `other bytes of the same sender, number, type and year await a look`() async throws {
    try await Desk.run { desk in
      try await desk.link()
      let first = try #require(try await desk.receive(try Papers.ubl("T-1"), "t-1").document)
      let other = try Papers.ubl("T-1", ["Oven service": "Service"])
      let received = try await desk.receive(other, "t-2")
      let second = try #require(received.document)
      #expect(!received.redelivery)
      #expect(second.name != first.name && second.status == .awaitingValidation)
      #expect(second.violations.map(\.rule) == ["POSSIBLE-DUPLICATE"])
      #expect(second.violations.first?.message.contains(first.name) == true)
      #expect(try await desk.bytes(of: second.name, .original) == other)
      #expect(try await desk.view(second).accountingStatus == .clientActionNeeded)
      #expect(try await desk.approvals().map(\.document) == [first.name])
      #expect(try await desk.receive(other, "t-3").redelivery)
      // It may be completed beside the other, and approved as what came in once it was looked at.
      let approved = try await desk.approve(second)
      #expect(approved.status == .unpaid)
      #expect(approved.eInvoice?.sha256 == second.original?.sha256)
      let third = try #require(
        try await desk.receive(try Papers.ubl("T-1", ["Oven service": "Repair"]), "t-4").document)
      var fields = try #require(third.fields)
      fields.note = "The corrected one"
      let saved = try await desk.save(third, fields)
      #expect(saved.violations.map(\.rule) == ["POSSIBLE-DUPLICATE"])
      fields.number = "T-5"
      #expect(try await desk.save(saved, fields).violations.isEmpty)
    }
  }

  @Test func `a hundred deliveries at once are one document`() async throws {
    try await Desk.run { desk in
      let bytes = try Papers.ubl("T-1")
      let names = try await withThrowingTaskGroup(of: String?.self) { group in
        for _ in 0..<100 {
          group.addTask { try await desk.receive(bytes, "t-1").document?.name }
        }
        return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
      }
      #expect(names.count == 1)
      #expect(try await desk.approvals().count == 1)
    }
  }

  @Test func `what was discarded does not come back with a redelivery`() async throws {
    try await Desk.run { desk in
      let bytes = try Papers.ubl("G-1", ["<cbc:BuyerReference>OVEN-HALL</cbc:BuyerReference>": ""])
      let document = try #require(try await desk.receive(bytes, "t-1").document)
      _ = try await desk.documents.discardDocument(
        DiscardDocumentRequest(name: document.name, etag: document.etag), desk.by("clerk"))
      let again = try await desk.receive(bytes, "t-1")
      #expect(again.redelivery && again.document == nil)
      let list = try await desk.documents.listDocuments(
        ListDocumentsRequest(parent: "businesses/bakery"), desk.by("clerk"))
      #expect(list.documents.isEmpty)
    }
  }

  @Test func `a document that a user imported before is the one that is received`() async throws {
    try await Desk.run { desk in
      let imported = try await desk.importFile(try Papers.ubl("I-1"))
      let received = try await desk.receive(try Papers.ubl("I-1"), "t-1")
      #expect(received.redelivery)
      #expect(received.document?.name == imported.name)
    }
  }

  @Test func `self-billing makes the receiver the seller`() async throws {
    try await Desk.run { desk in
      let bytes = try Papers.ubl(
        "SB-1", [">380<": ">389<", "poacc:billing:3.0": "poacc:selfbilling:3.0"])
      let document = try #require(try await desk.receive(bytes, "t-1").document)
      #expect(document.kind == .salesInvoice && document.selfBilled)
      #expect(document.status == .unpaid)
    }
  }

  @Test(arguments: ["", "no XML", "<a/>", "<!DOCTYPE a><Invoice/>", "<Invoice>"])
  func `what is no UBL is refused and nothing is kept`(text: String) async throws {
    try await Desk.run { desk in
      let error = await refusal { _ = try await desk.receive(Array(text.utf8), "t-1") }
      #expect(error?.code == .invalidArgument)
      #expect(await refusal { _ = try await desk.receive([], "") }?.code == .invalidArgument)
      let received = try await desk.receive(try Papers.ubl("X-1"), "t-1")
      #expect(!received.redelivery)
    }
  }
}
