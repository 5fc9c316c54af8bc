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
    let count = Self.small
    try await Self.withFilling(of: count) { small in
      try await Self.withFilling(of: large) { large in
        for latency in try await Latency.measure(small, large) {
          print("\(TestEngine.current.rawValue) \(latency)")
          #expect(latency.ratio <= 2, "\(latency.name) on \(TestEngine.current.rawValue)")
        }
      }
    }
  }

  /// Those whose neighbours in the table lie far apart. Filled in while they stand, each piece would
  /// write most of their pages.
  private static func scatteredIndexes(
    _ desk: Desk
  ) async throws -> [(name: String, statement: String)] {
    let names = [
      "document_by_content", "document_by_key", "document_original", "document_e_invoice",
    ]
    let all =
      TestEngine.current == .postgresql
      ? "SELECT indexname AS name, indexdef AS sql FROM pg_indexes WHERE schemaname = current_schema()"
      : "SELECT name, sql FROM sqlite_schema WHERE type = 'index'"
    return try await desk.parts.database.read { tx in
      try await tx.query(all)
        .map { (name: try $0.text("name"), statement: try $0.optionalText("sql") ?? "") }
        .filter { names.contains($0.name) }
    }
  }

  private static func withFilling(
    of count: Int64, _ body: @escaping (Filling) async throws -> Void
  ) async throws {
    try await Desk.run(onDisk: true) { desk in
      try await desk.link()
      let template = try await desk.approve(try await desk.completePDF())
      var filling = Filling(desk: desk, template: template.name)
      let indexes = try await Self.scatteredIndexes(desk)
      #expect(indexes.count == 4)
      for (name, _) in indexes { try await desk.run("DROP INDEX \(name)") }
      try await filling.grow(to: count, by: piece)
      for (_, statement) in indexes { try await desk.build(index: statement) }
      try await body(filling)
    }
  }
}

extension Desk {
  fileprivate func run(_ statement: String) async throws {
    _ = try await parts.database.write { try await $0.execute(statement) }
  }

  /// PostgreSQL takes longer for one than a transaction of the services may last.
  fileprivate func build(index statement: String) async throws {
    guard TestEngine.current == .postgresql else { return try await run(statement) }
    try await PostgreSQLServer.shared.value.execute(statement, within: 1_200)
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

  /// Twelve digits that differ for each number and lie far apart for those that follow each other, as
  /// hashes do: each row goes to another page of the index.
  private static let scattered = "CAST(100000000000 + n.i * 61803398877 % 100000000000 AS TEXT)"

  private static let documents = """
    INSERT INTO document (business, document, type, self_billed, status, origin, fields, issue_date,
      rewritten, duplicate_key, total, payable, currency, original_hash, original_size,
      original_media, file_name, e_invoice_hash, e_invoice_size, create_time, update_time,
      approve_time, approved_version, version)
    \(numbers)
    SELECT CASE WHEN n.i % 2 = 0 THEN 'bakery' ELSE 'space-' || CAST(n.i / 2000 AS TEXT) END,
      CAST(100000000000 + n.i AS TEXT), d.type, d.self_billed, d.status, d.origin, d.fields,
      d.issue_date, d.rewritten, \(scattered) || substr(d.original_hash, 1, 20), d.total, d.payable,
      d.currency, \(scattered) || substr(d.original_hash, 1, 52), d.original_size,
      d.original_media, d.file_name, \(scattered) || substr(d.e_invoice_hash, 1, 52),
      d.e_invoice_size, d.create_time, d.update_time, d.approve_time,
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

/// Medians of a call by the real client, in microseconds: by turns on the small table and on the large
/// one, so that what else the machine does falls on both.
private struct Latency: CustomStringConvertible {
  let name: String
  let small: Double
  let large: Double
  var ratio: Double { large / small }

  var description: String {
    "\(name): small \(Int(small)) µs, large \(Int(large)) µs, ratio \((ratio * 100).rounded() / 100)"
  }

  static func measure(_ small: Filling, _ large: Filling) async throws -> [Latency] {
    [
      try await compare("get", of: 2_000, small, large) { filling in
        _ = try await filling.desk.documents.getDocument(
          GetDocumentRequest(name: filling.anyName()), filling.desk.by("baker"))
      },
      try await compare("list", of: 300, small, large) { filling in
        _ = try await filling.desk.documents.listDocuments(
          ListDocumentsRequest(parent: "businesses/bakery", pageSize: 50), filling.desk.by("baker"))
      },
      try await compare("list of a tab", of: 300, small, large) { filling in
        _ = try await filling.desk.accounting.listAccountingDocuments(
          ListAccountingDocumentsRequest(
            parent: "partners/firm/businesses/bakery", accountingStatus: .readyToProcess,
            pageSize: 50), filling.desk.by("anna"))
      },
    ]
  }

  private static func compare(
    _ name: String, of count: Int, _ small: Filling, _ large: Filling,
    _ call: (Filling) async throws -> Void
  ) async throws -> Latency {
    var times: ([Double], [Double]) = ([], [])
    // To fill the tables takes longer than links are leased for.
    for filling in [small, large] { filling.desk.holdLease() }
    for _ in 0..<count {
      times.0.append(try await time { try await call(small) })
      times.1.append(try await time { try await call(large) })
    }
    return Latency(
      name: name, small: times.0.sorted()[count / 2], large: times.1.sorted()[count / 2])
  }

  private static func time(_ call: () async throws -> Void) async throws -> Double {
    let start = ContinuousClock.now
    try await call()
    return (ContinuousClock.now - start) / .microseconds(1)
  }
}
