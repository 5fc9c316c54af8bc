import Contracts
import Database
import Foundation
import LinkGrants
import RPC
import TestDatabases
import Testing

@testable import DocumentStatus

@Suite(.onEachEngine) struct `Taking over` {
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
      #expect(await refusal { _ = try await desk.mark(old.name) }?.code == .failedPrecondition)

      #expect(try await desk.takeOver(from: "2025-01-01", to: "2025-12-31") == 1)
      #expect(try await desk.tab(.readyToProcess) == [old.name])
      #expect(try await desk.tab(.clientActionNeeded).isEmpty)
      #expect(try await desk.takeOver(from: "2025-03-02", to: "2026-11-04") == 0)
      #expect(try await desk.takeOver() == 2)
      #expect(try await desk.takeOver() == 0)
      #expect(try await desk.tab(.clientActionNeeded) == [recent.name, bare.name])
      #expect(
        await refusal { _ = try await desk.takeOver(from: "soon") }?.code == .invalidArgument)
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

  @Test func `what was approved before the news of its link is ready to process by that news`()
    async throws
  {
    try await Desk.run { desk in
      let consent = try await desk.parts.database.read { $0.now }
      let approved = try await desk.approve(try await desk.completePDF())
      let waiting = try await desk.completePDF("F-2")
      try await desk.link(time: consent)
      #expect(try await desk.tab(.readyToProcess) == [approved.name])
      #expect(try await desk.tab(.clientActionNeeded) == [waiting.name])
      #expect(try await desk.mark(approved.name).accountingStatus == .processed)
    }
  }

  /// A lease may name a link as ended while the news that it began is still on its way.
  @Test func `what came in under a link whose end was known first is there when the firm returns`()
    async throws
  {
    try await Desk.run { desk in
      let consent = try await desk.parts.database.read { $0.now }
      let approved = try await desk.approve(try await desk.completePDF())
      let end = try await desk.parts.database.write { tx in
        _ = try await LinkGrantStore().end(partner: "firm", business: "bakery", epoch: 2, in: tx)
        return tx.now
      }
      let between = try await desk.completePDF("F-2")
      try await desk.link(epoch: 1, time: consent)
      #expect(await refusal { _ = try await desk.view(approved) }?.code == .notFound)
      try await desk.link(epoch: 2, active: false, time: end)
      try await desk.link(epoch: 3)
      #expect(try await desk.tab(.readyToProcess) == [approved.name])
      #expect(try await desk.view(between).accountingStatus == .unspecified)
      let history = try await desk.accounting.listAccountingHistory(
        ListAccountingHistoryRequest(name: "partners/firm/\(approved.name)"), desk.by("anna"))
      #expect(history.entries.map(\.event) == ["approve", "import"])
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
}
