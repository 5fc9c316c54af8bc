import Contracts
import RPC
import TestDatabases
import Testing

@Suite(.onEachEngine) struct `Lists` {
  private func found(_ desk: Desk, _ request: ListDocumentsRequest) async throws -> [String] {
    try await desk.documents.listDocuments(request, desk.by("clerk")).documents.map(\.name)
  }

  @Test func `documents come newest first, in pages, by status and kind`() async throws {
    try await Desk.run { desk in
      var names: [String] = []
      for index in 0..<5 {
        names.append(
          try await desk.importFile(
            Papers.pdf(), kind: index == 0 ? .salesReceipt : .purchaseInvoice
          ).name)
      }
      let approved = try await desk.approve(try await desk.completePDF())
      var request = ListDocumentsRequest(parent: "businesses/bakery", pageSize: 4)
      var found: [Document] = []
      repeat {
        let page = try await desk.documents.listDocuments(request, desk.by("clerk"))
        found += page.documents
        request.pageToken = page.nextPageToken
      } while !request.pageToken.isEmpty
      #expect(found.map(\.name) == [approved.name] + names.reversed())
      #expect(found.allSatisfy { $0.violations.isEmpty })
      #expect(
        try await self.found(
          desk, ListDocumentsRequest(parent: "businesses/bakery", status: .unpaid))
          == [approved.name])
      #expect(
        try await self.found(
          desk, ListDocumentsRequest(parent: "businesses/bakery", kind: .salesReceipt))
          == [names[0]])
    }
  }

  @Test func `a page that there is not is refused`() async throws {
    try await Desk.run { desk in
      for request in [
        ListDocumentsRequest(parent: "businesses/bakery", pageSize: -1),
        ListDocumentsRequest(parent: "businesses/bakery", pageToken: "none"),
        ListDocumentsRequest(parent: "bakery"),
        ListDocumentsRequest(parent: "businesses/bakery", status: .unrecognized(77)),
      ] {
        let error = await refusal {
          _ = try await desk.documents.listDocuments(request, desk.by("clerk"))
        }
        #expect(error?.code == .invalidArgument)
      }
    }
  }

  @Test func `history comes newest first, in pages`() async throws {
    try await Desk.run { desk in
      let approved = try await desk.approve(try await desk.completePDF())
      _ = try await desk.pay(approved.name, "p", "121.00")
      var request = ListDocumentHistoryRequest(name: approved.name, pageSize: 3)
      var entries: [HistoryEntry] = []
      repeat {
        let page = try await desk.documents.listDocumentHistory(request, desk.by("baker"))
        entries += page.entries
        request.pageToken = page.nextPageToken
      } while !request.pageToken.isEmpty
      #expect(entries.map(\.event) == ["reconcile", "approve", "save", "import"])
      #expect(entries[0].statusBefore == "unpaid" && entries[0].statusAfter == "fully_paid")
      #expect(entries[1].actor?.subject == "clerk" && entries[1].actor?.role == "member")
    }
  }
}
