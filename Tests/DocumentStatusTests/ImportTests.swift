import Contracts
import Foundation
import RPC
import TestDatabases
import Testing

@Suite(.onEachEngine) struct `Import` {
  @Test func `a PDF awaits validation, breaks rules and is kept byte for byte`() async throws {
    try await Desk.run { desk in
      let bytes = try Papers.sample("purchase-invoice.pdf")
      let document = try await desk.importFile(bytes, fileName: "flour.pdf")
      #expect(document.status == .awaitingValidation)
      #expect(document.origin == .pdf)
      #expect(document.original?.mediaType == "application/pdf")
      #expect(document.original?.fileName == "flour.pdf")
      #expect(document.violations.contains { $0.rule == "BR-02" })
      #expect(document.total == nil && document.openAmount == nil && document.eInvoice == nil)
      #expect(try await desk.bytes(of: document.name, .original) == bytes)
      #expect(try await desk.approvals().isEmpty)
    }
  }

  @Test func `a UBL file brings its fields, its total and its kind by the parties`() async throws {
    try await Desk.run { desk in
      let bytes = try Papers.sample("purchase-invoice.xml")
      let document = try await desk.importFile(bytes, kind: .unspecified)
      #expect(document.kind == .purchaseInvoice)
      #expect(document.origin == .ubl)
      #expect(document.status == .awaitingValidation)
      #expect(document.fields?.number == "EC-2026-08841")
      #expect(document.fields?.seller?.endpoint == "0208:0641128725")
      #expect(document.violations.isEmpty)
      #expect(document.total == document.openAmount)
      #expect(document.total?.currencyCode == "EUR")
    }
  }

  @Test func `the kind follows the business's own number among the parties`() async throws {
    try await Desk.run { desk in
      let sold = try Papers.ubl(
        "S-1", ["BE0641128725": "BE0417225011", "0641128725": "0417225011"])
      let document = try await desk.importFile(
        sold, kind: .unspecified, by: "cyclist", to: "bicycle")
      #expect(document.kind == .salesInvoice)
      let error = await refusal {
        _ = try await desk.importFile(
          try Papers.ubl("S-2"), kind: .unspecified, by: "cyclist", to: "bicycle")
      }
      #expect(error?.code == .invalidArgument)
      #expect(error?.message.contains("kind is needed") == true)
    }
  }

  @Test(arguments: [
    ("", "empty"), ("hello, this is no document", "neither a PDF nor"),
    ("%PDF-1.4 cut off", "cut off"), ("<Invoice><unclosed>", "not "),
    ("<html xmlns='x'></html>", "not a UBL"),
    (
      "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'>&a;</Invoice>",
      "DOCTYPE"
    ),
    (
      "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><Invoice>&a;</Invoice>", "DOCTYPE"
    ),
  ])
  func `what is neither is refused with the reason`(text: String, reason: String) async throws {
    try await Desk.run { desk in
      let error = await refusal { _ = try await desk.importFile(Array(text.utf8)) }
      #expect(error?.code == .invalidArgument)
      #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
      let list = try await desk.documents.listDocuments(
        ListDocumentsRequest(parent: "businesses/bakery"), desk.by("clerk"))
      #expect(list.documents.isEmpty)
    }
  }

  @Test func `20 MiB go in, and not a byte more`() async throws {
    try await Desk.run { desk in
      let frame = Papers.pdf("a").count
      let largest = Papers.pdf("a", filler: (20 << 20) - frame)
      #expect(largest.count == 20 << 20)
      let document = try await desk.importFile(largest, chunkSize: 1 << 20)
      #expect(document.original?.sizeBytes == 20 << 20)
      let error = await refusal {
        _ = try await desk.importFile(
          Papers.pdf("b", filler: (20 << 20) - frame + 1), chunkSize: 1 << 20)
      }
      #expect(error?.code == .invalidArgument)
      #expect(error?.message.contains("20 MiB") == true)
    }
  }

  @Test func `a chunk is at most 1 MiB`() async throws {
    try await Desk.run { desk in
      let error = await refusal {
        _ = try await desk.importFile(
          Papers.pdf(filler: 2 << 20), chunkSize: (1 << 20) + 1)
      }
      #expect(error?.code == .invalidArgument)
      #expect(error?.message.contains("1 MiB") == true)
    }
  }

  @Test func `the same content is there already, and the answer names it`() async throws {
    try await Desk.run { desk in
      let bytes = Papers.pdf("same")
      let first = try await desk.importFile(bytes)
      let error = await refusal { _ = try await desk.importFile(bytes) }
      #expect(error?.code == .alreadyExists)
      #expect(error?.message.contains(first.name) == true)
      // Another business knows nothing of it.
      _ = try await desk.importFile(bytes, by: "cyclist", to: "bicycle")
    }
  }

  @Test func `the same sender, number, type and year is the same document`() async throws {
    try await Desk.run { desk in
      let first = try await desk.importFile(try Papers.ubl("N-1"))
      let error = await refusal {
        _ = try await desk.importFile(try Papers.ubl("n-1", ["Oven service": "Other words"]))
      }
      #expect(error?.code == .alreadyExists)
      #expect(error?.message.contains(first.name) == true)
      _ = try await desk.importFile(try Papers.ubl("N-1", ["2026-11-16": "2025-11-16"]))
    }
  }

  @Test func `a repeated request gets the first answer, another file under its id none`()
    async throws
  {
    try await Desk.run { desk in
      let id = UUID().uuidString
      let bytes = Papers.pdf("once")
      let first = try await desk.importFile(bytes, requestID: id)
      #expect(try await desk.importFile(bytes, requestID: id) == first)
      let error = await refusal { _ = try await desk.importFile(Papers.pdf("b"), requestID: id) }
      #expect(error?.code == .invalidArgument)
    }
  }

  @Test func `a hundred imports of one file at once make one document`() async throws {
    try await Desk.run { desk in
      let bytes = Papers.pdf("race")
      let made = await withTaskGroup(of: RPCError.Code?.self) { group in
        for _ in 0..<100 {
          group.addTask { await refusal { _ = try await desk.importFile(bytes) }?.code }
        }
        return await group.reduce(into: [RPCError.Code?]()) { $0.append($1) }
      }
      #expect(made.count { $0 == nil } == 1)
      #expect(made.count { $0 == .alreadyExists } == 99, "\(made)")
    }
  }

  @Test func `a kind that the file contradicts is refused`() async throws {
    try await Desk.run { desk in
      for kind in [DocumentKind.purchaseReceipt, .purchaseCreditNote, .unrecognized(99)] {
        let error = await refusal {
          _ = try await desk.importFile(try Papers.ubl("K-1"), kind: kind)
        }
        #expect(error?.code == .invalidArgument)
      }
      let error = await refusal {
        _ = try await desk.importFile(Papers.pdf(), kind: .unspecified)
      }
      #expect(error?.message.contains("kind is needed") == true)
    }
  }
}
