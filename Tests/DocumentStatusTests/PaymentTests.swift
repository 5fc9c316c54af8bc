import Contracts
import Foundation
import RPC
import TestDatabases
import Testing

@Suite(.onEachEngine) struct `Payments` {
  @Test func `payments fill the open amount until nothing is left, and undoing opens it again`()
    async throws
  {
    try await Desk.run { desk in
      let approved = try await desk.approve(try await desk.completePDF())
      let part = try await desk.pay(approved.name, "p1", "100.99")
      #expect(part.status == .unpaid)
      #expect(part.openAmount?.value == "20.01")
      let full = try await desk.pay(approved.name, "p2", "20.01", by: "bank-feed")
      #expect(full.status == .fullyPaid)
      #expect(full.openAmount?.value == "0.00")
      #expect(full.payments.map(\.paymentId) == ["p1", "p2"])
      let undone = try await desk.documents.undoReconciliation(
        UndoReconciliationRequest(name: approved.name, paymentId: "p1"), desk.by("baker"))
      #expect(undone.status == .unpaid)
      #expect(undone.openAmount?.value == "100.99")
      #expect(undone.payments.map(\.paymentId) == ["p2"])
    }
  }

  @Test func `a cent more than the total is refused`() async throws {
    try await Desk.run { desk in
      let approved = try await desk.approve(try await desk.completePDF())
      _ = try await desk.pay(approved.name, "p1", "121.00")
      for value in ["0.01", "121.01"] {
        let error = await refusal { _ = try await desk.pay(approved.name, "p2", value) }
        #expect(error?.code == .invalidArgument)
      }
      #expect(try await desk.get(approved.name).payments.count == 1)
    }
  }

  @Test func `the same payment again changes nothing, another under its id is refused`()
    async throws
  {
    try await Desk.run { desk in
      let approved = try await desk.approve(try await desk.completePDF())
      let first = try await desk.pay(approved.name, "p1", "10.00")
      #expect(try await desk.pay(approved.name, "p1", "10.00") == first)
      #expect(
        await refusal { _ = try await desk.pay(approved.name, "p1", "11.00") }?.code
          == .invalidArgument)
    }
  }

  @Test func `paid before approval, a document is approved straight to fully paid`() async throws {
    try await Desk.run { desk in
      let saved = try await desk.completePDF()
      let paid = try await desk.pay(saved.name, "p1", "121.00")
      #expect(paid.status == .awaitingValidation)
      #expect(paid.openAmount?.value == "0.00")
      #expect(await refusal { _ = try await desk.approve(saved) }?.code == .aborted)
      #expect(try await desk.approve(paid).status == .fullyPaid)
    }
  }

  @Test func `fields that no longer hold the payments are refused`() async throws {
    try await Desk.run { desk in
      let saved = try await desk.completePDF()
      let paid = try await desk.pay(saved.name, "p1", "121.00")
      var fields = Papers.fields()
      fields.lines[0].netPrice = "49.00"
      let lower = fields
      #expect(
        await refusal { _ = try await desk.save(paid, lower) }?.code == .failedPrecondition)
      fields.lines[0].netPrice = "51.00"
      #expect(try await desk.save(paid, fields).openAmount?.value == "2.42")
    }
  }

  @Test(arguments: [
    ("p", "0", "EUR", RPCError.Code.invalidArgument), ("p", "-1.00", "EUR", .invalidArgument),
    ("p", "1.00", "USD", .invalidArgument), ("p", "1.005", "EUR", .invalidArgument),
    ("p", "", "EUR", .invalidArgument), ("p", "99999999999999999999", "EUR", .invalidArgument),
    ("", "1.00", "EUR", .invalidArgument),
    (String(repeating: "p", count: 101), "1.00", "EUR", .invalidArgument),
  ])
  func `a payment that is none is refused`(
    id: String, value: String, currency: String, code: RPCError.Code
  ) async throws {
    try await Desk.run { desk in
      let approved = try await desk.approve(try await desk.completePDF())
      let error = await refusal {
        _ = try await desk.pay(approved.name, id, value, currency: currency)
      }
      #expect(error?.code == code)
      #expect(try await desk.get(approved.name) == approved)
    }
  }

  @Test func `there is nothing to pay before there is a total`() async throws {
    try await Desk.run { desk in
      let document = try await desk.importFile(Papers.pdf())
      #expect(
        await refusal { _ = try await desk.pay(document.name, "p", "1.00") }?.code
          == .failedPrecondition)
      #expect(
        await refusal {
          _ = try await desk.documents.undoReconciliation(
            UndoReconciliationRequest(name: document.name, paymentId: "p"), desk.by("clerk"))
        }?.code == .notFound)
    }
  }

  @Test func `a credit note is paid with its own sign`() async throws {
    try await Desk.run { desk in
      var fields = Papers.fields("C-1")
      fields.precedingInvoice = "F-1"
      let saved = try await desk.save(
        try await desk.importFile(Papers.pdf(), kind: .salesCreditNote), fields)
      let approved = try await desk.approve(saved)
      #expect(approved.total?.value == "121.00")
      #expect(try await desk.pay(approved.name, "p", "121.00").status == .fullyPaid)
    }
  }

  @Test func `what an invoice says was prepaid is not open`() async throws {
    try await Desk.run { desk in
      let received = try await desk.receive(
        try Papers.ubl(
          "P-1",
          [
            "<cbc:PayableAmount currencyID=\"EUR\">1021.29":
              "<cbc:PrepaidAmount currencyID=\"EUR\">1021.29</cbc:PrepaidAmount><cbc:PayableAmount currencyID=\"EUR\">0.00"
          ]), "t-1")
      #expect(received.document?.violations == [])
      #expect(received.document?.total?.value == "1021.29")
      #expect(received.document?.openAmount?.value == "0.00")
      #expect(received.document?.status == .fullyPaid)
    }
  }

  @Test func `a hundred payments of one cent at once add up`() async throws {
    try await Desk.run { desk in
      let approved = try await desk.approve(try await desk.completePDF())
      try await withThrowingTaskGroup(of: Void.self) { group in
        for index in 0..<100 {
          group.addTask { _ = try await desk.pay(approved.name, "p\(index)", "0.01") }
        }
        try await group.waitForAll()
      }
      #expect(try await desk.get(approved.name).openAmount?.value == "120.00")
    }
  }
}
