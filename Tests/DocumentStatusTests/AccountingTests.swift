import Contracts
import Database
import Foundation
import RPC
import TestDatabases
import Testing

@testable import DocumentStatus

@Suite(.onEachEngine) struct `Accounting` {
  private func mark(
    _ desk: Desk, _ name: String, by person: String = "anna", etag: String = ""
  ) async throws -> AccountingDocument {
    try await desk.accounting.markProcessed(
      MarkProcessedRequest(name: "partners/firm/\(name)", etag: etag), desk.by(person))
  }

  private func unmark(
    _ desk: Desk, _ name: String, by person: String = "anna"
  ) async throws -> AccountingDocument {
    try await desk.accounting.unmarkProcessed(
      UnmarkProcessedRequest(name: "partners/firm/\(name)"), desk.by(person))
  }

  private func takeOver(
    _ desk: Desk, from: String = "", to: String = "", by person: String = "anna"
  ) async throws -> Int64 {
    try await desk.accounting.takeOverDocuments(
      TakeOverDocumentsRequest(
        parent: "partners/firm/businesses/bakery", fromDate: from, toDate: to),
      desk.by(person)
    ).takenOver
  }

  @Test func `a document goes through the three tabs and back`() async throws {
    try await Desk.run { desk in
      try await desk.link()
      let saved = try await desk.completePDF()
      #expect(try await desk.tab(.clientActionNeeded) == [saved.name])
      #expect(await refusal { _ = try await mark(desk, saved.name) }?.code == .failedPrecondition)
      _ = try await desk.approve(saved)
      #expect(try await desk.tab(.clientActionNeeded).isEmpty)
      #expect(try await desk.tab(.readyToProcess) == [saved.name])
      let marked = try await mark(desk, saved.name)
      #expect(marked.accountingStatus == .processed)
      #expect(try await desk.tab(.processed) == [saved.name])
      #expect(try await unmark(desk, saved.name).accountingStatus == .readyToProcess)
      #expect(try await mark(desk, saved.name, by: "head").accountingStatus == .processed)
    }
  }

  @Test func `marking what is marked changes nothing, so that a call may be repeated`() async throws
  {
    try await Desk.run { desk in
      try await desk.link()
      let approved = try await desk.approve(try await desk.completePDF())
      let seen = try await desk.view(approved)
      let marked = try await mark(desk, approved.name, etag: seen.etag)
      #expect(try await mark(desk, approved.name, etag: seen.etag) == marked)
      let unmarked = try await unmark(desk, approved.name)
      #expect(try await unmark(desk, approved.name) == unmarked)
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
      _ = try await mark(desk, approved.name, etag: seen.etag)
      _ = try await unmark(desk, approved.name)
      #expect(
        await refusal { _ = try await mark(desk, approved.name, etag: seen.etag) }?.code
          == .aborted)
    }
  }

  @Test func `each firm has a status of its own`() async throws {
    try await Desk.run { desk in
      try await desk.link()
      try await desk.link("rivals", accountants: [])
      let approved = try await desk.approve(try await desk.completePDF())
      _ = try await mark(desk, approved.name)
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

  @Test(arguments: ["ben", "rival", "cyclist", "manager"])
  func `who is not assigned, or of another space, finds nothing`(person: String) async throws {
    try await Desk.run { desk in
      try await desk.link()
      let document = try await desk.approve(try await desk.completePDF())
      let name = "partners/firm/\(document.name)"
      let calls: [() async throws -> Void] = [
        { _ = try await desk.view(document, by: person) },
        { _ = try await mark(desk, document.name, by: person) },
        { _ = try await desk.tab(.readyToProcess, by: person) },
        { _ = try await takeOver(desk, by: person) },
        {
          let replies = try await desk.accounting.readAccountingContent(
            ReadAccountingContentRequest(name: name), desk.by(person))
          for try await _ in replies {}
        },
        {
          _ = try await desk.accounting.listAccountingHistory(
            ListAccountingHistoryRequest(name: name), desk.by(person))
        },
      ]
      let isOfAnotherRole = person == "manager" || person == "cyclist"
      for call in calls {
        #expect(await refusal(call)?.code == (isOfAnotherRole ? .permissionDenied : .notFound))
      }
    }
  }

  @Test func `an accountant who is not assigned counts and lists nothing over all clients`()
    async throws
  {
    try await Desk.run { desk in
      try await desk.link()
      _ = try await desk.completePDF()
      #expect(try await desk.tab(.unspecified, of: "-", by: "ben").isEmpty)
      #expect(try await desk.tab(.unspecified, of: "-", by: "head").count == 1)
      let counts = try await desk.accounting.countAccountingDocuments(
        CountAccountingDocumentsRequest(parent: "partners/firm"), desk.by("ben"))
      #expect(counts.counts.isEmpty)
    }
  }

  @Test func `without the lease partners hear UNAVAILABLE and businesses are served`() async throws
  {
    try await Desk.run(leased: false) { desk in
      try await desk.link()
      let document = try await desk.approve(try await desk.completePDF())
      let name = "partners/firm/\(document.name)"
      let calls: [() async throws -> Void] = [
        { _ = try await desk.view(document) },
        { _ = try await desk.tab(.readyToProcess) },
        { _ = try await desk.tab(.readyToProcess, of: "-", by: "head") },
        { _ = try await mark(desk, document.name) },
        { _ = try await takeOver(desk) },
        {
          _ = try await desk.accounting.countAccountingDocuments(
            CountAccountingDocumentsRequest(parent: "partners/firm"), desk.by("head"))
        },
        {
          let replies = try await desk.accounting.readAccountingContent(
            ReadAccountingContentRequest(name: name), desk.by("anna"))
          for try await _ in replies {}
        },
        {
          _ = try await desk.accounting.listAccountingHistory(
            ListAccountingHistoryRequest(name: name), desk.by("anna"))
        },
      ]
      for call in calls { #expect(await refusal(call)?.code == .unavailable) }
      #expect(try await desk.get(document.name).status == .unpaid)
      desk.holdLease()
      for call in calls { #expect(await refusal(call) == nil) }
    }
  }

  @Test func `when the link has ended nothing is read, and a returning firm finds its statuses`()
    async throws
  {
    try await Desk.run { desk in
      try await desk.link()
      let processed = try await desk.approve(try await desk.completePDF("L-1"))
      _ = try await mark(desk, processed.name)
      let waiting = try await desk.completePDF("L-2")
      try await desk.link(epoch: 2, active: false)
      #expect(await refusal { _ = try await desk.view(processed) }?.code == .notFound)
      #expect(try await desk.tab(.unspecified, of: "-", by: "head").isEmpty)
      // What happens meanwhile moves the firm's rows along.
      _ = try await desk.approve(waiting)
      let missed = try await desk.completePDF("L-3")
      // A change of an older epoch does not bring the link back.
      try await desk.link(epoch: 1, active: true)
      #expect(await refusal { _ = try await desk.view(processed) }?.code == .notFound)
      try await desk.link(epoch: 3, active: true)
      #expect(try await desk.tab(.processed) == [processed.name])
      #expect(try await desk.tab(.readyToProcess) == [waiting.name])
      #expect(try await desk.tab(.clientActionNeeded).isEmpty)
      #expect(try await desk.view(missed).accountingStatus == .unspecified)
    }
  }

  @Test func `a repeated request is answered only while the firm has access`() async throws {
    try await Desk.run { desk in
      try await desk.link()
      let name = "partners/firm/\(try await desk.approve(try await desk.completePDF()).name)"
      let mark = MarkProcessedRequest(name: name, requestId: UUID().uuidString)
      let unmark = UnmarkProcessedRequest(name: name, requestId: UUID().uuidString)
      let takeOver = TakeOverDocumentsRequest(
        parent: "partners/firm/businesses/bakery", requestId: UUID().uuidString)
      let calls: [() async throws -> Void] = [
        { _ = try await desk.accounting.markProcessed(mark, desk.by("anna")) },
        { _ = try await desk.accounting.unmarkProcessed(unmark, desk.by("anna")) },
        { _ = try await desk.accounting.takeOverDocuments(takeOver, desk.by("anna")) },
      ]
      for call in calls + calls { #expect(await refusal(call) == nil) }
      try await desk.link(epoch: 2, accountants: ["ben"])
      for call in calls { #expect(await refusal(call)?.code == .notFound) }
      try await desk.link(epoch: 3, active: false)
      for call in calls { #expect(await refusal(call)?.code == .notFound) }
      try await desk.link(epoch: 4)
      for call in calls { #expect(await refusal(call) == nil) }
    }
  }

  @Test func `earlier documents are read but stand in no tab until they are taken over`()
    async throws
  {
    try await Desk.run { desk in
      let bare = try await desk.importFile(Papers.pdf())
      var fields = Papers.fields("E-1")
      fields.issueDate = "2025-03-01"
      let old = try await desk.approve(
        try await desk.save(try await desk.importFile(Papers.pdf()), fields))
      let recent = try await desk.completePDF("E-2")
      try await desk.link()
      for status in [AccountingStatus.clientActionNeeded, .readyToProcess, .processed] {
        #expect(try await desk.tab(status).isEmpty)
      }
      #expect(try await desk.tab(.unspecified) == [recent.name, old.name, bare.name])
      #expect(try await desk.view(old).accountingStatus == .unspecified)
      #expect(await refusal { _ = try await mark(desk, old.name) }?.code == .failedPrecondition)

      #expect(try await takeOver(desk, from: "2025-01-01", to: "2025-12-31") == 1)
      #expect(try await desk.tab(.readyToProcess) == [old.name])
      #expect(try await desk.tab(.clientActionNeeded).isEmpty)
      #expect(try await takeOver(desk, from: "2025-03-02", to: "2026-11-04") == 0)
      #expect(try await takeOver(desk) == 2)
      #expect(try await takeOver(desk) == 0)
      #expect(try await desk.tab(.clientActionNeeded) == [recent.name, bare.name])
      #expect(
        await refusal { _ = try await takeOver(desk, from: "soon") }?.code == .invalidArgument)
    }
  }

  @Test func `a range longer than a piece is taken over whole, and counted once for a request`()
    async throws
  {
    try await Desk.run { desk in
      let count = TakeOver.piece + 1
      for _ in 0..<count { _ = try await desk.importFile(Papers.pdf()) }
      try await desk.link()
      let request = TakeOverDocumentsRequest(
        parent: "partners/firm/businesses/bakery", requestId: UUID().uuidString)
      for _ in 0..<2 {
        let answer = try await desk.accounting.takeOverDocuments(request, desk.by("anna"))
        #expect(answer.takenOver == count)
      }
      var other = request
      other.fromDate = "2026-01-01"
      let reused = other
      let code = await refusal {
        _ = try await desk.accounting.takeOverDocuments(reused, desk.by("anna"))
      }?.code
      #expect(code == .invalidArgument)
    }
  }

  @Test func `what came in before the news of its link stands in its tab, by that news alone`()
    async throws
  {
    try await Desk.run { desk in
      let now = try await desk.parts.database.read { $0.now }
      let document = try await desk.importFile(Papers.pdf())
      try await desk.link(time: now)
      #expect(try await desk.tab(.clientActionNeeded) == [document.name])
      // Another change of the same link looks for nothing.
      try await desk.parts.database.write { _ = try await $0.execute("DELETE FROM accounting") }
      try await desk.link(epoch: 2, accountants: ["anna", "ben"])
      #expect(try await desk.tab(.clientActionNeeded).isEmpty)
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

  @Test func `a stream to a firm stops where its link ends`() async throws {
    try await Desk.run { desk in
      try await desk.link()
      let bytes = Papers.pdf("long", filler: 8 << 20)
      let document = try await desk.importFile(bytes)
      let replies = try await desk.accounting.readAccountingContent(
        ReadAccountingContentRequest(name: "partners/firm/\(document.name)"), desk.by("anna"))
      var read = 0
      let error = await refusal {
        for try await chunk in replies {
          if read == 0 {
            #expect(chunk.info?.sha256 == document.original?.sha256)
            try await desk.link(epoch: 2, active: false)
          }
          #expect(chunk.data.count <= 64 << 10)
          read += chunk.data.count
        }
      }
      #expect(error?.code == .notFound)
      #expect(read > 0 && read < bytes.count)
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
      _ = try await takeOver(desk)
      _ = try await mark(desk, approved.name)
      _ = try await unmark(desk, approved.name)
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
