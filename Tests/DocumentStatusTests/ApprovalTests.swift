import Contracts
import EInvoice
import Foundation
import RPC
import RPCServices
import TestDatabases
import Testing

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
}
