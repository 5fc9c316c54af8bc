import Database
import StatusRules

/// Which deliveries to list.
struct DeliveryQuery: Sendable {
  let side: Side
  /// Only of this document.
  let document: DocumentName?
  /// Only to this integration.
  let integration: IntegrationName?
  let limit: Int
}

/// Deliveries and their attempts.
struct DeliveryStore: Sendable {
  func insert(_ delivery: DeliveryRecord, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      INSERT INTO delivery (\(Self.columns))
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
      """,
      delivery.name.key + [
        .text(delivery.document.document), .text(delivery.integration),
        .text(delivery.status.rawValue), .bool(delivery.isResend),
        .text(delivery.cancelReason?.rawValue), .bool(delivery.isToStop),
        .bool(delivery.looksFirst), .text(delivery.lastAnswer), .text(delivery.destination),
        .int(delivery.dueTime), .int(delivery.deliveredTime), .int(delivery.createTime),
        .int(Int64(delivery.attempts)),
      ])
  }

  /// Stores what an attempt changes.
  func update(_ delivery: DeliveryRecord, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      UPDATE delivery SET status = $1, looks_first = $2, last_answer = $3, destination = $4,
        due_time = $5, delivered_time = $6, attempts = $7
      WHERE space = $8 AND business = $9 AND delivery = $10
      """,
      [
        .text(delivery.status.rawValue), .bool(delivery.looksFirst), .text(delivery.lastAnswer),
        .text(delivery.destination), .int(delivery.dueTime), .int(delivery.deliveredTime),
        .int(Int64(delivery.attempts)),
      ] + delivery.name.key)
  }

  /// Gives all in `status` to an integration another status and a reason; `stops` marks them so that
  /// no attempt follows the one that runs.
  func cancel(
    to integration: IntegrationName, in status: DeliveryStatus, becoming next: DeliveryStatus,
    because reason: CancelReason, stops: Bool, in tx: isolated Transaction
  ) async throws {
    try await tx.execute(
      """
      UPDATE delivery SET status = $1, cancel_reason = $2, stops = $3, due_time = NULL
      WHERE status = $4 AND space = $5 AND business = $6 AND integration = $7
      """,
      [.text(next.rawValue), .text(reason.rawValue), .bool(stops), .text(status.rawValue)]
        + integration.key)
  }

  func delivery(
    _ name: DeliveryName, in tx: isolated Transaction
  ) async throws -> DeliveryRecord? {
    try await tx.first(
      "SELECT \(Self.columns) FROM delivery WHERE space = $1 AND business = $2 AND delivery = $3",
      name.key
    ).map(Self.record)
  }

  /// Newest first, from after `position` on.
  func deliveries(
    _ query: DeliveryQuery, after position: [SQLValue]?, in tx: isolated Transaction
  ) async throws -> [DeliveryRecord] {
    let list = Self.list(query, after: position)
    return try await tx.query(list.sql, list.values).map(Self.record)
  }

  /// Each combination of filters reads its page from an index that has its order.
  static func list(
    _ query: DeliveryQuery, after position: [SQLValue]?
  ) -> (sql: String, values: [SQLValue]) {
    var conditions = "space = $1 AND business = $2"
    var values: [SQLValue] = [.text(query.side.space), .text(query.side.business)]
    if let document = query.document {
      values.append(.text(document.document))
      conditions += " AND document = $\(values.count)"
    }
    if let integration = query.integration {
      values.append(.text(integration.integration))
      conditions += " AND integration = $\(values.count)"
    }
    if let position {
      conditions += " AND (create_time, delivery) < ($\(values.count + 1), $\(values.count + 2))"
      values += position
    }
    return (
      """
      SELECT \(Self.columns) FROM delivery WHERE \(conditions)
      ORDER BY create_time DESC, delivery DESC LIMIT $\(values.count + 1)
      """, values + [.int(Int64(query.limit))]
    )
  }

  /// Where a delivery stands in a list.
  static func position(of delivery: DeliveryRecord) -> [SQLValue] {
    [.int(delivery.createTime), .text(delivery.name.delivery)]
  }

  /// The newest delivery of a document to an integration.
  func newest(
    of document: DocumentName, to integration: IntegrationName, in tx: isolated Transaction
  ) async throws -> DeliveryRecord? {
    try await deliveries(
      DeliveryQuery(
        side: integration.side, document: document, integration: integration, limit: 1),
      after: nil, in: tx
    ).first
  }

  /// The status of the newest delivery of a document to each integration of a side.
  func newestStatuses(
    of document: DocumentName, on side: Side, in tx: isolated Transaction
  ) async throws -> [DeliveryStatus] {
    let rows = try await tx.query(
      """
      SELECT integration, status FROM delivery
      WHERE space = $1 AND business = $2 AND document = $3
      ORDER BY integration, create_time DESC, delivery DESC
      """, [.text(side.space), .text(side.business), .text(document.document)])
    var statuses: [DeliveryStatus] = []
    var last: String?
    for row in rows {
      let integration = try row.text("integration")
      if integration != last { statuses.append(try row.word("status")) }
      last = integration
    }
    return statuses
  }

  func inFlight(
    to integration: IntegrationName, in tx: isolated Transaction
  ) async throws -> [DeliveryRecord] {
    let waiting = Self.inOrder(.inFlight, to: integration)
    return try await tx.query(waiting.sql, waiting.values).map(Self.record)
  }

  /// All in a status to an integration, what is due first at the front: as `delivery_by_status` has
  /// them, however many others the side has.
  static func inOrder(
    _ status: DeliveryStatus, to integration: IntegrationName
  ) -> (sql: String, values: [SQLValue]) {
    (
      """
      SELECT \(Self.columns) FROM delivery
      WHERE status = $1 AND space = $2 AND business = $3 AND integration = $4
      ORDER BY due_time
      """, [.text(status.rawValue)] + integration.key
    )
  }

  /// The delivery that has been due longest.
  func nextDue(
    to integration: IntegrationName, at now: Int64, in tx: isolated Transaction
  ) async throws -> DeliveryRecord? {
    guard let next = try await firstWaiting(to: integration, in: tx), let due = next.dueTime,
      due <= now
    else { return nil }
    return next
  }

  /// When the next delivery is due; nil when none waits.
  func nextDueTime(
    to integration: IntegrationName, in tx: isolated Transaction
  ) async throws -> Int64? {
    try await firstWaiting(to: integration, in: tx)?.dueTime
  }

  /// How many deliveries have a status; walks them in the index.
  func count(_ status: DeliveryStatus, in tx: isolated Transaction) async throws -> Int64 {
    try await tx.first(
      "SELECT COUNT(*) AS deliveries FROM delivery WHERE status = $1", [.text(status.rawValue)]
    )?.int("deliveries") ?? 0
  }

  func beginAttempt(
    _ number: Int, of name: DeliveryName, in tx: isolated Transaction
  ) async throws {
    try await tx.execute(
      """
      INSERT INTO delivery_attempt (space, business, delivery, number, start_time, end_time,
        delivered, answer)
      VALUES ($1, $2, $3, $4, $5, NULL, 0, '')
      """, name.key + [.int(Int64(number)), .int(tx.now)])
  }

  /// - Parameter time: Nil where the worker was lost.
  func endAttempt(
    _ number: Int, of name: DeliveryName, at time: Int64?, isDelivered: Bool, answer: String,
    in tx: isolated Transaction
  ) async throws {
    try await tx.execute(
      """
      UPDATE delivery_attempt SET end_time = $1, delivered = $2, answer = $3
      WHERE space = $4 AND business = $5 AND delivery = $6 AND number = $7
      """,
      [.int(time), .bool(isDelivered), .text(answer)] + name.key + [.int(Int64(number))])
  }

  /// Oldest first.
  func attempts(
    of name: DeliveryName, in tx: isolated Transaction
  ) async throws -> [AttemptRecord] {
    try await tx.query(
      """
      SELECT number, start_time, end_time, delivered, answer FROM delivery_attempt
      WHERE space = $1 AND business = $2 AND delivery = $3 ORDER BY number
      """, name.key
    ).map { row in
      AttemptRecord(
        number: Int(try row.int("number")), startTime: try row.int("start_time"),
        endTime: try row.optionalInt("end_time"), isDelivered: try row.bool("delivered"),
        answer: try row.text("answer"))
    }
  }

  private static let columns = """
    space, business, delivery, document, integration, status, resend, cancel_reason, stops, \
    looks_first, last_answer, destination, due_time, delivered_time, create_time, attempts
    """

  /// Two look-ups in the index, since one over both statuses would sort all that wait.
  private func firstWaiting(
    to integration: IntegrationName, in tx: isolated Transaction
  ) async throws -> DeliveryRecord? {
    var first: DeliveryRecord?
    for status in [DeliveryStatus.queued, .retrying] {
      let waiting = Self.inOrder(status, to: integration)
      let row = try await tx.first("\(waiting.sql) LIMIT 1", waiting.values)
      guard let found = try row.map(Self.record) else { continue }
      if (found.dueTime ?? 0) < (first?.dueTime ?? .max) { first = found }
    }
    return first
  }

  private static func record(_ row: Row) throws -> DeliveryRecord {
    let side = try Side(row)
    return DeliveryRecord(
      name: DeliveryName(side: side, delivery: try row.text("delivery")),
      document: DocumentName(business: side.business, document: try row.text("document")),
      integration: try row.text("integration"), status: try row.word("status"),
      isResend: try row.bool("resend"),
      cancelReason: try row.optionalText("cancel_reason").flatMap(CancelReason.init),
      isToStop: try row.bool("stops"), looksFirst: try row.bool("looks_first"),
      lastAnswer: try row.text("last_answer"), destination: try row.text("destination"),
      dueTime: try row.optionalInt("due_time"),
      deliveredTime: try row.optionalInt("delivered_time"),
      createTime: try row.int("create_time"), attempts: Int(try row.int("attempts")))
  }
}

extension DeliveryName {
  /// The values of space, business and delivery.
  fileprivate var key: [SQLValue] {
    [.text(side.space), .text(side.business), .text(delivery)]
  }
}
