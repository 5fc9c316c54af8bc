import Contracts
import Identity
import RPC
import Testing

@testable import DocumentStatus

/// Who may call what, stated a second time: the words of the calls of `People`.
private let expected: [String: Set<String>] = {
  let business: Set = ["baker", "clerk", "cyclist"]
  let firms: Set = ["head", "anna", "ben", "rival"]
  var table: [String: Set<String>] = [
    "NetworkService/ReceiveDocument": ["network"],
    "DocumentSourceService/GetDocumentState": ["integration-dispatch"],
    "DocumentSourceService/ReadSourceContent": ["integration-dispatch"],
    "LinkGrantService/ApplyLinkChange": ["client-link"],
    "LinkGrantService/ListLinkGrants": ["client-link"],
    "ApprovalReconciliationService/ReconcileApprovals": ["office"],
    "DocumentService/ReconcilePayment": business.union(["bank-feed"]),
    "DocumentService/UndoReconciliation": business.union(["bank-feed"]),
  ]
  for name in [
    "ImportDocument", "GetDocument", "ListDocuments", "UpdateDocument", "DiscardDocument",
    "ApproveDocument", "BatchApproveDocuments", "ReadDocumentContent", "ListDocumentHistory",
  ] { table["DocumentService/\(name)"] = business }
  for name in [
    "GetAccountingDocument", "ListAccountingDocuments", "CountAccountingDocuments",
    "MarkProcessed", "UnmarkProcessed", "TakeOverDocuments", "ReadAccountingContent",
    "ListAccountingHistory",
  ] { table["AccountingService/\(name)"] = firms }
  return table
}()

private let methods =
  DocumentServiceMethods.all + AccountingServiceMethods.all + NetworkServiceMethods.all
  + DocumentSourceServiceMethods.all + LinkGrantServiceMethods.all
  + ApprovalReconciliationServiceMethods.all

@Suite struct `Access table` {
  @Test(arguments: methods)
  func `each method lets in whom it is for and nobody else`(method: RPCMethod) throws {
    let service = method.service.split(separator: ".").last ?? ""
    let mayCall = try #require(expected["\(service)/\(method.name)"])
    for (name, caller) in People.all {
      if mayCall.contains(name) {
        #expect(throws: Never.self) { try Access.table.check(caller, mayCall: method) }
      } else {
        let error = #expect(throws: RPCError.self) {
          try Access.table.check(caller, mayCall: method)
        }
        #expect(error?.code == .permissionDenied, "\(name) at \(method.path)")
      }
    }
  }

  @Test func `the table has a row for each method that is served`() async throws {
    try await Desk.run { desk in
      try Access.table.validate(against: desk.parts.services.flatMap(\.handlers).map(\.method))
    }
  }

  @Test func `what is in another business's space is as absent as what is nowhere`() async throws {
    try await Desk.run { desk in
      let document = try await desk.completePDF()
      let nowhere = "businesses/bakery/documents/00000000000000000000000000"
      for name in [document.name, nowhere] {
        let calls: [() async throws -> Void] = [
          { _ = try await desk.get(name, by: "cyclist") },
          { _ = try await desk.bytes(of: name, .original, by: "cyclist") },
          { _ = try await desk.pay(name, "p", "1.00", by: "cyclist") },
          {
            _ = try await desk.documents.approveDocument(
              ApproveDocumentRequest(name: name, etag: "v2"), desk.by("cyclist"))
          },
          {
            _ = try await desk.documents.discardDocument(
              DiscardDocumentRequest(name: name, etag: "v2"), desk.by("cyclist"))
          },
          {
            _ = try await desk.documents.updateDocument(
              UpdateDocumentRequest(
                document: Document(name: name, kind: .purchaseInvoice, etag: "v2")),
              desk.by("cyclist"))
          },
          {
            _ = try await desk.documents.listDocumentHistory(
              ListDocumentHistoryRequest(name: name), desk.by("cyclist"))
          },
        ]
        for call in calls {
          let error = await refusal(call)
          #expect(error?.code == .notFound)
          #expect(error?.message == "\(name) was not found")
        }
      }
      #expect(try await desk.get(document.name).etag == document.etag)
    }
  }
}
