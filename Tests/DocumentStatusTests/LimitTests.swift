import Contracts
import Foundation
import RPC
import RPCServices
import TestDatabases
import Testing

@Suite(.onEachEngine) struct `Limits of a document` {
  private static let line = """
    <cac:InvoiceLine><cbc:ID>1</cbc:ID></cac:InvoiceLine>
    """

  /// The sample with so many lines more, of which each breaks rules.
  private func ubl(_ number: String, emptyLines count: Int) throws -> [UInt8] {
    try Papers.ubl(
      number, ["</Invoice>": String(repeating: Self.line, count: count) + "</Invoice>"])
  }

  @Test func `more than 200 violations are 200 and their count`() async throws {
    try await Desk.run { desk in
      let document = try #require(
        try await desk.receive(try ubl("V-1", emptyLines: 300), "t-1").document)
      #expect(document.violations.count == 201)
      let last = try #require(document.violations.last)
      #expect(last.rule == "FURTHER-VIOLATIONS")
      #expect((last.message.split(separator: " ").first.flatMap { Int($0) } ?? 0) >= 100)
      let error = await refusal { _ = try await desk.approve(document) }
      #expect(error?.code == .failedPrecondition)
      #expect(error?.transitionRefusal?.event == "approve")
      #expect(error?.statusDetails?.preconditionViolations.isEmpty == false)
    }
  }

  @Test func `more than 10,000 lines are refused wherever they come from`() async throws {
    try await Desk.run { desk in
      let file = try ubl("L-1", emptyLines: 10_000)
      let calls: [() async throws -> Void] = [
        { _ = try await desk.receive(file, "t-1") },
        { _ = try await desk.importFile(file) },
        {
          var fields = Papers.fields()
          fields.lines = Array(repeating: fields.lines[0], count: 10_001)
          _ = try await desk.save(try await desk.importFile(Papers.pdf()), fields)
        },
      ]
      for call in calls {
        let error = await refusal(call)
        #expect(error?.code == .invalidArgument)
        #expect(error?.message.contains("10000") == true, "\(error?.message ?? "")")
      }
    }
  }
}
