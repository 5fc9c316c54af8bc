import Contracts
import Database
import Foundation
import RPC
import TestDatabases
import Testing

@testable import DocumentStatus

@Suite(.onEachEngine) struct `Accounting` {
  @Test func `a document goes through the three tabs and back`() async throws {
    try await Desk.run { desk in
      try await desk.link()
      let saved = try await desk.completePDF()
      #expect(try await desk.tab(.clientActionNeeded) == [saved.name])
      #expect(await refusal { _ = try await desk.mark(saved.name) }?.code == .failedPrecondition)
      _ = try await desk.approve(saved)
      #expect(try await desk.tab(.clientActionNeeded).isEmpty)
      #expect(try await desk.tab(.readyToProcess) == [saved.name])
      let marked = try await desk.mark(saved.name)
      #expect(marked.accountingStatus == .processed)
      #expect(try await desk.tab(.processed) == [saved.name])
      #expect(try await desk.unmark(saved.name).accountingStatus == .readyToProcess)
      #expect(try await desk.mark(saved.name, by: "head").accountingStatus == .processed)
    }
  }

  @Test func `marking what is marked changes nothing, so that a call may be repeated`() async throws
  {
    try await Desk.run { desk in
      try await desk.link()
      let approved = try await desk.approve(try await desk.completePDF())
      let seen = try await desk.view(approved)
      let marked = try await desk.mark(approved.name, etag: seen.etag)
      #expect(try await desk.mark(approved.name, etag: seen.etag) == marked)
      let unmarked = try await desk.unmark(approved.name)
      #expect(try await desk.unmark(approved.name) == unmarked)
      #expect(unmarked.etag != marked.etag)
    }
  }

  @Test func `the etag is that of the firm's status`() async throws {
    try await Desk.run { desk in
      try await desk.link()
      let approved = try await desk.approve(try await desk.completePDF())
      let seen = try await desk.view(approved)
      _ = try await desk.pay(approved.name, "p", "1.00")
      #expect(try await desk.view(approved).etag == seen.etag)
      _ = try await desk.mark(approved.name, etag: seen.etag)
      _ = try await desk.unmark(approved.name)
      #expect(
        await refusal { _ = try await desk.mark(approved.name, etag: seen.etag) }?.code
          == .aborted)
    }
  }

  @Test func `each firm has a status of its own`() async throws {
    try await Desk.run { desk in
      try await desk.link()
      try await desk.link("rivals", accountants: [])
      let approved = try await desk.approve(try await desk.completePDF())
      _ = try await desk.mark(approved.name)
      let other = try await desk.view(approved, by: "rival", firm: "rivals")
      #expect(other.accountingStatus == .readyToProcess)
      // Neither the business nor the other firm reads of the mark.
      let theirs = try await desk.accounting.listAccountingHistory(
        ListAccountingHistoryRequest(name: "partners/rivals/\(approved.name)"), desk.by("rival"))
      #expect(!theirs.entries.contains { $0.event == "mark_processed" })
      let business = try await desk.documents.listDocumentHistory(
        ListDocumentHistoryRequest(name: approved.name), desk.by("baker"))
      #expect(!business.entries.contains { $0.event == "mark_processed" })
      let own = try await desk.accounting.listAccountingHistory(
        ListAccountingHistoryRequest(name: "partners/firm/\(approved.name)"), desk.by("anna"))
      #expect(own.entries.map(\.event) == ["mark_processed", "approve", "import"])
    }
  }

  @Test func `the list over all clients comes in stable pages`() async throws {
    try await Desk.run { desk in
      try await desk.link()
      try await desk.link("firm", "bicycle")
      var names: [String] = []
      for index in 0..<7 {
        let isBakery = index % 2 == 0
        names.append(
          try await desk.importFile(
            Papers.pdf(), by: isBakery ? "clerk" : "cyclist", to: isBakery ? "bakery" : "bicycle"
          ).name)
      }
      var request = ListAccountingDocumentsRequest(
        parent: "partners/firm/businesses/-", accountingStatus: .clientActionNeeded, pageSize: 3)
      var found: [String] = []
      repeat {
        let page = try await desk.accounting.listAccountingDocuments(request, desk.by("anna"))
        #expect(page.documents.count <= 3)
        found += page.documents.compactMap { $0.document?.name }
        request.pageToken = page.nextPageToken
        // What comes in meanwhile is newer than every page to come.
        _ = try await desk.importFile(Papers.pdf())
      } while !request.pageToken.isEmpty
      #expect(Set(found) == Set(names))
      #expect(found.count == names.count)
      // A token belongs to its list and its reader.
      let page = try await desk.accounting.listAccountingDocuments(
        ListAccountingDocumentsRequest(parent: "partners/firm/businesses/-", pageSize: 1),
        desk.by("anna"))
      let error = await refusal {
        _ = try await desk.accounting.listAccountingDocuments(
          ListAccountingDocumentsRequest(
            parent: "partners/firm/businesses/-", pageSize: 1, pageToken: page.nextPageToken),
          desk.by("head"))
      }
      #expect(error?.code == .invalidArgument)
    }
  }

  @Test func `documents are counted by client, kind and tab`() async throws {
    try await Desk.run { desk in
      try await desk.link()
      try await desk.link("firm", "bicycle", accountants: [])
      _ = try await desk.importFile(Papers.pdf())
      _ = try await desk.importFile(Papers.pdf(), kind: .purchaseReceipt)
      _ = try await desk.approve(try await desk.completePDF())
      _ = try await desk.importFile(Papers.pdf(), by: "cyclist", to: "bicycle")
      let counts = try await desk.accounting.countAccountingDocuments(
        CountAccountingDocumentsRequest(parent: "partners/firm"), desk.by("anna")
      ).counts
      #expect(counts.count == 3)
      #expect(counts.allSatisfy { $0.business == "businesses/bakery" && $0.count == 1 })
      let all = try await desk.accounting.countAccountingDocuments(
        CountAccountingDocumentsRequest(parent: "partners/firm"), desk.by("head"))
      #expect(all.counts.count == 4)
    }
  }

  @Test func `a discarded document is gone from both sides and its history stays`() async throws {
    try await Desk.run { desk in
      try await desk.link()
      let document = try await desk.importFile(Papers.pdf())
      _ = try await desk.documents.discardDocument(
        DiscardDocumentRequest(name: document.name, etag: document.etag, reason: "not ours"),
        desk.by("clerk"))
      #expect(await refusal { _ = try await desk.get(document.name) }?.code == .notFound)
      #expect(await refusal { _ = try await desk.view(document) }?.code == .notFound)
      #expect(try await desk.tab(.unspecified).isEmpty)
      let own = try await desk.documents.listDocumentHistory(
        ListDocumentHistoryRequest(name: document.name), desk.by("baker"))
      #expect(own.entries.map(\.event) == ["discard", "import"])
      #expect(own.entries.first?.reason == "not ours")
      #expect(own.entries.first?.statusAfter == "")
      let firm = try await desk.accounting.listAccountingHistory(
        ListAccountingHistoryRequest(name: "partners/firm/\(document.name)"), desk.by("anna"))
      #expect(firm.entries.map(\.event) == ["discard", "import"])
      #expect(firm.entries.allSatisfy { $0.reason.isEmpty })
    }
  }

  @Test func `a firm reads the history of its own link periods, in pages`() async throws {
    try await Desk.run { desk in
      let document = try await desk.completePDF()
      try await desk.link()
      let approved = try await desk.approve(document)
      _ = try await desk.takeOver()
      _ = try await desk.mark(approved.name)
      _ = try await desk.unmark(approved.name)
      _ = try await desk.pay(approved.name, "p", "1.00")
      var request = ListAccountingHistoryRequest(
        name: "partners/firm/\(approved.name)", pageSize: 2)
      var events: [String] = []
      repeat {
        let page = try await desk.accounting.listAccountingHistory(request, desk.by("anna"))
        events += page.entries.map(\.event)
        request.pageToken = page.nextPageToken
      } while !request.pageToken.isEmpty
      #expect(
        events == ["reconcile", "unmark_processed", "mark_processed", "take_over", "approve"])
    }
  }
}
