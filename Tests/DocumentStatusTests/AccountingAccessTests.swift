import Contracts
import Database
import Foundation
import RPC
import TestDatabases
import Testing

@testable import DocumentStatus

@Suite(.onEachEngine) struct `Access of a firm` {
  @Test(arguments: ["ben", "rival", "cyclist", "manager"])
  func `who is not assigned, or of another space, finds nothing`(person: String) async throws {
    try await Desk.run { desk in
      try await desk.link()
      let document = try await desk.approve(try await desk.completePDF())
      let name = "partners/firm/\(document.name)"
      let calls: [() async throws -> Void] = [
        { _ = try await desk.view(document, by: person) },
        { _ = try await desk.mark(document.name, by: person) },
        { _ = try await desk.tab(.readyToProcess, by: person) },
        { _ = try await desk.takeOver(by: person) },
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
        { _ = try await desk.mark(document.name) },
        { _ = try await desk.takeOver() },
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
      _ = try await desk.mark(processed.name)
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
}
