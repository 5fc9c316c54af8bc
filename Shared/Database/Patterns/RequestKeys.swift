internal import Crypto

/// What tells one request from another: the caller's `request_id`, within who asks what and where.
package struct RequestKey: Sendable, Hashable {
  package let space: String
  package let subject: String
  package let method: String
  package let id: String

  package init(space: String, subject: String, method: String, id: String) {
    self.space = space
    self.subject = subject
    self.method = method
    self.id = id
  }
}

/// The same `request_id` came before with another content.
package struct RequestKeyReused: Error, Equatable {
  package let id: String
}

/// Makes a changing call happen once however often it is sent: the answer is kept in the transaction
/// of the change, so either both are there or neither.
package struct RequestKeys: Sendable {
  /// For how long a repeated request gets the kept answer. After that it is a new request.
  package let retention: Duration

  package init(retention: Duration = .seconds(24 * 3600)) { self.retention = retention }

  /// Runs `change` unless the request was answered before, and returns its answer. A change that
  /// throws is not kept: the same request may succeed later.
  ///
  /// - Parameters:
  ///   - content: the request as deterministic bytes, without its `request_id`.
  ///   - change: the change in this same transaction; returns the encoded answer.
  /// - Throws: `RequestKeyReused` where the content is not that of the first request.
  package func once(
    _ tx: isolated Transaction, _ key: RequestKey, content: [UInt8],
    _ change: () async throws -> [UInt8]
  ) async throws -> [UInt8] {
    #if DAYBOOK_FAULTS
      if Fault.active == .noDeduplication { return try await change() }
    #endif
    let hash = Array(SHA256.hash(data: content))
    let identity: [SQLValue] = [
      .text(key.space), .text(key.subject), .text(key.method), .text(key.id),
    ]
    try await forget(tx, identity)
    // The row first: on PostgreSQL a second request waits here for the first.
    let isFirst = try await tx.execute(
      """
      INSERT INTO request_key
        (space, subject, method, request_id, content_hash, answer, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (space, subject, method, request_id) DO NOTHING
      """,
      identity + [.bytes(hash), .bytes([]), .int(tx.now + retention.microseconds)])
    guard isFirst == 1 else { return try await kept(tx, identity, key, hash) }
    let answer = try await change()
    try await tx.execute(
      """
      UPDATE request_key SET answer = $1
      WHERE space = $2 AND subject = $3 AND method = $4 AND request_id = $5
      """, [.bytes(answer)] + identity)
    return answer
  }

  /// The answer that is kept of a request; nil for a new one.
  ///
  /// - Throws: `RequestKeyReused` where the content is not that of the first request.
  package func answer(
    _ tx: isolated Transaction, to key: RequestKey, content: [UInt8]
  ) async throws -> [UInt8]? {
    let row = try await tx.first(
      """
      SELECT content_hash, answer FROM request_key
      WHERE space = $1 AND subject = $2 AND method = $3 AND request_id = $4 AND expires_at > $5
      """,
      [.text(key.space), .text(key.subject), .text(key.method), .text(key.id), .int(tx.now)])
    return try row.map { try Self.answer(in: $0, to: key, Array(SHA256.hash(data: content))) }
  }

  private func forget(_ tx: isolated Transaction, _ identity: [SQLValue]) async throws {
    try await tx.execute(
      """
      DELETE FROM request_key
      WHERE space = $1 AND subject = $2 AND method = $3 AND request_id = $4 AND expires_at <= $5
      """, identity + [.int(tx.now)])
  }

  private func kept(
    _ tx: isolated Transaction, _ identity: [SQLValue], _ key: RequestKey, _ hash: [UInt8]
  ) async throws -> [UInt8] {
    let row = try await tx.first(
      """
      SELECT content_hash, answer FROM request_key
      WHERE space = $1 AND subject = $2 AND method = $3 AND request_id = $4
      """, identity)
    guard let row else { throw DatabaseError(.serialization, "a request key vanished") }
    return try Self.answer(in: row, to: key, hash)
  }

  private static func answer(
    in row: Row, to key: RequestKey, _ hash: [UInt8]
  ) throws -> [UInt8] {
    guard try row.bytes("content_hash") == hash else { throw RequestKeyReused(id: key.id) }
    return try row.bytes("answer")
  }

  /// Removes up to `limit` keys whose time is over. Returns how many; call again while it is `limit`.
  package func sweep(_ tx: isolated Transaction, limit: Int = 1_000) async throws -> Int {
    try await tx.execute(
      """
      DELETE FROM request_key WHERE (space, subject, method, request_id) IN (
        SELECT space, subject, method, request_id FROM request_key
        WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2)
      """, [.int(tx.now), .int(Int64(limit))])
  }

  /// Sweeps now and then until the task is cancelled.
  package func sweep(
    in database: Database, every interval: Duration = .seconds(300)
  ) async throws {
    while true {
      // A sweep that fails leaves rows that are ignored anyway; the next one takes them.
      while let removed = try? await database.write({ try await sweep($0) }), removed > 0 {}
      try await Task.sleep(for: interval)
    }
  }
}
