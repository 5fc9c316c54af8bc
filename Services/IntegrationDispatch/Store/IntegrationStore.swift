import Database
import StatusRules

/// Integrations with their settings, sealed secrets, gaps and intervals of activity.
struct IntegrationStore: Sendable {
  func insert(_ record: IntegrationRecord, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      INSERT INTO integration (space, business, integration, connector, display_name, activity,
        configuration, create_time, update_time, version)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      """,
      record.name.key + [
        .text(record.connector), .text(record.displayName), .text(record.activity.rawValue),
        .text(record.configuration.rawValue), .int(record.createTime), .int(record.updateTime),
        .int(record.version),
      ])
    try await putParts(of: record, in: tx)
  }

  func update(_ record: IntegrationRecord, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      UPDATE integration SET display_name = $1, activity = $2, configuration = $3,
        update_time = $4, version = $5
      WHERE space = $6 AND business = $7 AND integration = $8
      """,
      [
        .text(record.displayName), .text(record.activity.rawValue),
        .text(record.configuration.rawValue), .int(record.updateTime), .int(record.version),
      ] + record.name.key)
    for table in ["integration_setting", "integration_secret", "integration_gap"] {
      try await tx.execute(
        "DELETE FROM \(table) WHERE space = $1 AND business = $2 AND integration = $3",
        record.name.key)
    }
    try await putParts(of: record, in: tx)
  }

  func integration(
    _ name: IntegrationName, in tx: isolated Transaction
  ) async throws -> IntegrationRecord? {
    let row = try await tx.first(
      """
      SELECT \(Self.columns) FROM integration
      WHERE space = $1 AND business = $2 AND integration = $3
      """, name.key)
    guard let row else { return nil }
    return try await record(row, in: tx)
  }

  func count(of side: Side, in tx: isolated Transaction) async throws -> Int {
    let row = try await tx.first(
      "SELECT COUNT(*) AS integrations FROM integration WHERE space = $1 AND business = $2",
      [.text(side.space), .text(side.business)])
    return Int(try row?.int("integrations") ?? 0)
  }

  /// All of a side, oldest first: `IntegrationEvents.maximumPerSide` at most.
  func integrations(
    of side: Side, in tx: isolated Transaction
  ) async throws -> [IntegrationRecord] {
    try await integrations(of: side, after: nil, limit: .max, in: tx)
  }

  /// Oldest first, from after `position` on.
  func integrations(
    of side: Side, after position: [SQLValue]?, limit: Int, in tx: isolated Transaction
  ) async throws -> [IntegrationRecord] {
    let rows = try await tx.query(
      """
      SELECT \(Self.columns) FROM integration
      WHERE space = $1 AND business = $2 AND integration > $3
      ORDER BY integration LIMIT $4
      """,
      [.text(side.space), .text(side.business)] + (position ?? [""]) + [.int(Int64(limit))])
    return try await records(rows, in: tx)
  }

  /// Of every side, in the order of their keys, from after `position` on.
  func all(
    after position: IntegrationName?, limit: Int, in tx: isolated Transaction
  ) async throws -> [IntegrationRecord] {
    let rows = try await tx.query(
      """
      SELECT \(Self.columns) FROM integration
      WHERE (space, business, integration) > ($1, $2, $3)
      ORDER BY space, business, integration LIMIT $4
      """, (position?.key ?? ["", "", ""]) + [.int(Int64(limit))])
    return try await records(rows, in: tx)
  }

  /// Where an integration stands in its side's list.
  static func position(of record: IntegrationRecord) -> [SQLValue] {
    [.text(record.name.integration)]
  }

  /// The keys that stored secrets are sealed with.
  func sealingKeys(in tx: isolated Transaction) async throws -> [String] {
    try await tx.query("SELECT DISTINCT key_id FROM integration_secret").map {
      try $0.text("key_id")
    }
  }

  func beginInterval(of name: IntegrationName, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      INSERT INTO activity_interval (space, business, integration, start_time, end_time)
      VALUES ($1, $2, $3, $4, NULL)
      ON CONFLICT (space, business, integration, start_time) DO UPDATE SET end_time = NULL
      """, name.key + [.int(tx.now)])
  }

  func endInterval(of name: IntegrationName, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      UPDATE activity_interval SET end_time = $1
      WHERE space = $2 AND business = $3 AND integration = $4 AND end_time IS NULL
      """, [.int(tx.now)] + name.key)
  }

  /// When it was active, oldest first; the last interval may be open.
  func intervals(
    of name: IntegrationName, in tx: isolated Transaction
  ) async throws -> [(start: Int64, end: Int64?)] {
    try await tx.query(
      """
      SELECT start_time, end_time FROM activity_interval
      WHERE space = $1 AND business = $2 AND integration = $3 ORDER BY start_time
      """, name.key
    ).map { (try $0.int("start_time"), try $0.optionalInt("end_time")) }
  }

  private static let columns = """
    space, business, integration, connector, display_name, activity, configuration, create_time, \
    update_time, version
    """

  private func putParts(of record: IntegrationRecord, in tx: isolated Transaction) async throws {
    for (field, value) in record.settings {
      try await tx.execute(
        """
        INSERT INTO integration_setting (space, business, integration, field, value)
        VALUES ($1, $2, $3, $4, $5)
        """, record.name.key + [.text(field), .text(value)])
    }
    for (field, secret) in record.secrets {
      try await tx.execute(
        """
        INSERT INTO integration_secret (space, business, integration, field, key_id, sealed)
        VALUES ($1, $2, $3, $4, $5, $6)
        """, record.name.key + [.text(field), .text(secret.keyID), .bytes(secret.box)])
    }
    for (place, gap) in record.problems.enumerated() {
      try await tx.execute(
        """
        INSERT INTO integration_gap (space, business, integration, place, field, message)
        VALUES ($1, $2, $3, $4, $5, $6)
        """, record.name.key + [.int(Int64(place)), .text(gap.field), .text(gap.message)])
    }
  }

  private func records(
    _ rows: [Row], in tx: isolated Transaction
  ) async throws -> [IntegrationRecord] {
    var records: [IntegrationRecord] = []
    for row in rows { records.append(try await record(row, in: tx)) }
    return records
  }

  private func record(
    _ row: Row, in tx: isolated Transaction
  ) async throws -> IntegrationRecord {
    let name = IntegrationName(side: try Side(row), integration: try row.text("integration"))
    return IntegrationRecord(
      name: name, connector: try row.text("connector"),
      displayName: try row.text("display_name"), activity: try row.word("activity"),
      configuration: try row.word("configuration"), problems: try await gaps(of: name, in: tx),
      settings: try await settings(of: name, in: tx), secrets: try await secrets(of: name, in: tx),
      createTime: try row.int("create_time"), updateTime: try row.int("update_time"),
      version: try row.int("version"))
  }

  private func settings(
    of name: IntegrationName, in tx: isolated Transaction
  ) async throws -> [String: String] {
    let rows = try await tx.query(
      """
      SELECT field, value FROM integration_setting
      WHERE space = $1 AND business = $2 AND integration = $3
      """, name.key)
    return try rows.reduce(into: [:]) { $0[try $1.text("field")] = try $1.text("value") }
  }

  private func secrets(
    of name: IntegrationName, in tx: isolated Transaction
  ) async throws -> [String: SealedSecret] {
    let rows = try await tx.query(
      """
      SELECT field, key_id, sealed FROM integration_secret
      WHERE space = $1 AND business = $2 AND integration = $3
      """, name.key)
    return try rows.reduce(into: [:]) {
      $0[try $1.text("field")] = SealedSecret(
        keyID: try $1.text("key_id"), box: try $1.bytes("sealed"))
    }
  }

  private func gaps(
    of name: IntegrationName, in tx: isolated Transaction
  ) async throws -> [SettingGap] {
    try await tx.query(
      """
      SELECT field, message FROM integration_gap
      WHERE space = $1 AND business = $2 AND integration = $3 ORDER BY place
      """, name.key
    ).map { SettingGap(field: try $0.text("field"), message: try $0.text("message")) }
  }
}

extension IntegrationName {
  /// The values of space, business and integration.
  var key: [SQLValue] {
    [.text(side.space), .text(side.business), .text(integration)]
  }
}

extension Side {
  /// The side of a row that has `space` and `business`.
  init(_ row: Row) throws {
    let space = try row.text("space")
    guard let side = Side(space: space, business: try row.text("business")) else {
      throw DatabaseError(.corrupt, "\(space) is no space")
    }
    self = side
  }
}

extension Row {
  /// A word of an enum; one that the code does not know is damage.
  func word<Word: RawRepresentable<String>>(_ column: String) throws -> Word {
    let text = try text(column)
    guard let word = Word(rawValue: text) else {
      throw DatabaseError(.corrupt, "\(column) has the unknown word \(text)")
    }
    return word
  }
}
