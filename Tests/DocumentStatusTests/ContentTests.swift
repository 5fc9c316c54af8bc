import Content
import Contracts
import Foundation
import RPC
import TestDatabases
import Testing

@Suite(.onEachEngine) struct `Contents` {
  /// Spoils the one file that the store holds of a document.
  private func damage(_ desk: Desk, _ sha256: String) throws {
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: desk.folder.path(percentEncoded: false))
    let name = try #require(names.first { $0.hasSuffix(sha256) })
    let url = desk.folder.appending(path: name)
    var bytes = try Data(contentsOf: url)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: url)
  }

  /// What integration-dispatch is sent.
  private func sent(_ desk: Desk, _ name: String, _ part: ContentPart) async throws -> [UInt8] {
    let replies = try await desk.source.readSourceContent(
      ReadSourceContentRequest(name: name, part: part), desk.by("integration-dispatch"))
    var bytes: [UInt8] = []
    for try await chunk in replies { bytes += chunk.data }
    return bytes
  }

  /// What integration-dispatch is told.
  private func state(_ desk: Desk, _ name: String) async throws -> DocumentStatus {
    try await desk.source.getDocumentState(
      GetDocumentStateRequest(name: name), desk.by("integration-dispatch")
    ).status
  }

  @Test func `a damaged file is DATA_LOSS and never comes whole`() async throws {
    try await Desk.run { desk in
      let bytes = Papers.pdf("x", filler: 300_000)
      let document = try await desk.importFile(bytes)
      try damage(desk, try #require(document.original).sha256)
      var read = 0
      let replies = try await desk.documents.readDocumentContent(
        ReadDocumentContentRequest(name: document.name), desk.by("clerk"))
      let error = await refusal { for try await chunk in replies { read += chunk.data.count } }
      #expect(error?.code == .dataLoss)
      #expect(read < bytes.count)
    }
  }

  @Test func `there is no e-invoice to read before approval`() async throws {
    try await Desk.run { desk in
      let document = try await desk.completePDF()
      let error = await refusal { _ = try await desk.bytes(of: document.name, .eInvoice) }
      #expect(error?.code == .failedPrecondition)
    }
  }

  @Test func `integration-dispatch reads what is approved and nothing else`() async throws {
    try await Desk.run { desk in
      let saved = try await desk.completePDF()
      let early = await refusal { _ = try await sent(desk, saved.name, .original) }
      #expect(early?.code == .failedPrecondition)
      let before = try await state(desk, saved.name)
      #expect(before == .awaitingValidation)
      _ = try await desk.approve(saved)
      let after = try await state(desk, saved.name)
      #expect(after == .unpaid)
      let received = try await sent(desk, saved.name, .eInvoice)
      let eInvoice = try await desk.bytes(of: saved.name, .eInvoice)
      #expect(received == eInvoice)
      let nowhere = await refusal {
        _ = try await state(desk, "businesses/bakery/documents/none")
      }
      #expect(nowhere?.code == .notFound)
    }
  }

  @Test func `sweeping removes what no document names, and nothing else`() async throws {
    try await Desk.run { desk in
      let approved = try await desk.approve(try await desk.completePDF())
      let discarded = try await desk.importFile(Papers.pdf())
      _ = try await desk.documents.discardDocument(
        DiscardDocumentRequest(name: discarded.name, etag: discarded.etag), desk.by("clerk"))
      let report = try await desk.sweep(olderThan: .seconds(-1))
      #expect(report.removed == 1)
      #expect(report.kept == 2)
      for part in [ContentPart.original, .eInvoice] {
        let bytes = try await desk.bytes(of: approved.name, part)
        #expect(!bytes.isEmpty)
      }
    }
  }
}
