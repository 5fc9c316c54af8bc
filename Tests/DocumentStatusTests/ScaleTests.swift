import Contracts
import Database
import Foundation
import TestDatabases
import Testing

@testable import DocumentStatus

/// How long reads take in a large table, against a small one in the same run. DAYBOOK_SCALE says how
/// many documents the large one has; without it nothing runs, as ten million take some minutes.
private let scale = ProcessInfo.processInfo.environment["DAYBOOK_SCALE"].flatMap { Int64($0) }

@Suite(.onEachEngine, .enabled(if: scale != nil)) struct `Scale` {
  private static let small: Int64 = 10_000
  /// Rows of one statement: some seconds, well within a transaction's time.
  private static let piece: Int64 = 50_000

  @Test func `reads in a large table take at most twice as long as in a small one`() async throws {
    let large = try #require(scale)
    try await Desk.run(onDisk: true) { desk in
      try await desk.link()
      let template = try await desk.approve(try await desk.completePDF())
      var filling = Filling(desk: desk, template: template.name)
      try await filling.grow(to: Self.small, by: Self.piece)
      let before = try await Latencies.measure(desk, filling)
      try await filling.grow(to: large, by: Self.piece)
      let after = try await Latencies.measure(desk, filling)
      for (small, big) in zip(before.medians, after.medians) {
        let ratio = big.median / small.median
        let words = "\(small.name): \(Self.small) \(small.median), \(large) \(big.median), "
        print("\(TestEngine.current.rawValue) \(words)ratio \(ratio)")
        #expect(ratio <= 2, "\(small.name) on \(TestEngine.current.rawValue)")
      }
    }
  }
}

/// Copies one document again and again: every second one to the same business, whose list grows with
/// the table, and the others to many. The firm has a row for each of the first.
private struct Filling {
  let desk: Desk
  /// `businesses/bakery/documents/…`
  let template: String
  private(set) var count: Int64 = 0

  init(desk: Desk, template: String) {
    self.desk = desk
    self.template = template
  }

  mutating func grow(to target: Int64, by piece: Int64) async throws {
    while count < target {
      let (first, last) = (count + 1, min(count + piece, target))
      let document = template.split(separator: "/").last.map(String.init) ?? ""
      try await desk.parts.database.write { tx in
        try await tx.execute(Self.documents, [.int(first), .int(last), .text(document)])
        try await tx.execute(Self.rows, [.int(first), .int(last)])
      }
      count = last
    }
  }

  /// The name of one of the bakery's.
  func anyName() -> String {
    "businesses/bakery/documents/\(100_000_000_000 + Int64.random(in: 1...count / 2) * 2)"
  }

  private static let numbers = """
    WITH RECURSIVE n (i) AS (
      SELECT CAST($1 AS BIGINT) UNION ALL SELECT n.i + 1 FROM n WHERE n.i < CAST($2 AS BIGINT))
    """

  private static let documents = """
    INSERT INTO document (business, document, type, self_billed, status, origin, fields, issue_date,
      rewritten, duplicate_key, total, payable, currency, original_hash, original_size,
      original_media, file_name, e_invoice_hash, e_invoice_size, create_time, update_time,
      approve_time, approved_version, version)
    \(numbers)
    SELECT CASE WHEN n.i % 2 = 0 THEN 'bakery' ELSE 'space-' || CAST(n.i / 2000 AS TEXT) END,
      CAST(100000000000 + n.i AS TEXT), d.type, d.self_billed, d.status, d.origin, d.fields,
      d.issue_date, d.rewritten, NULL, d.total, d.payable, d.currency,
      substr(d.original_hash, 1, 52) || CAST(100000000000 + n.i AS TEXT), d.original_size, d.original_media, d.file_name,
      d.e_invoice_hash, d.e_invoice_size, d.create_time, d.update_time, d.approve_time,
      d.approved_version, d.version
    FROM document d, n WHERE d.business = 'bakery' AND d.document = $3
    """

  private static let rows = """
    INSERT INTO accounting (partner, business, document, status, version)
    \(numbers)
    SELECT 'firm', 'bakery', CAST(100000000000 + n.i AS TEXT), 'ready_to_process', 1
    FROM n WHERE n.i % 2 = 0
    """
}

/// Medians of calls by the real client, in microseconds.
private struct Latencies {
  let medians: [(name: String, median: Double)]

  static func measure(_ desk: Desk, _ filling: Filling) async throws -> Latencies {
    let owner = desk.by("baker")
    let firm = desk.by("anna")
    return Latencies(medians: [
      (
        "get",
        try await median(of: 2_000) {
          _ = try await desk.documents.getDocument(
            GetDocumentRequest(name: filling.anyName()), owner)
        }
      ),
      (
        "list",
        try await median(of: 300) {
          _ = try await desk.documents.listDocuments(
            ListDocumentsRequest(parent: "businesses/bakery", pageSize: 50), owner)
        }
      ),
      (
        "list of a tab",
        try await median(of: 300) {
          _ = try await desk.accounting.listAccountingDocuments(
            ListAccountingDocumentsRequest(
              parent: "partners/firm/businesses/bakery", accountingStatus: .readyToProcess,
              pageSize: 50), firm)
        }
      ),
    ])
  }

  private static func median(of count: Int, _ call: () async throws -> Void) async throws -> Double
  {
    var times: [Double] = []
    for _ in 0..<count {
      let start = ContinuousClock.now
      try await call()
      times.append((ContinuousClock.now - start) / .microseconds(1))
    }
    return times.sorted()[count / 2]
  }
}
