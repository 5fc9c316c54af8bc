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

extension RequestKey {
  fileprivate var identity: [SQLValue] {
    [.text(space), .text(subject), .text(method), .text(id)]
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
    if let kept = try await answer(tx, to: key, hash) { return kept }
    let answer = try await change()
    // One that came with the first request finds its key here: on PostgreSQL it waits for it, fails with
    // `serialization`, and is run again.
    let isKept = try await tx.execute(
      """
      INSERT INTO request_key
        (space, subject, method, request_id, content_hash, answer, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (space, subject, method, request_id) DO UPDATE SET
        content_hash = excluded.content_hash, answer = excluded.answer,
        expires_at = excluded.expires_at
      WHERE request_key.expires_at <= $8
      """,
      key.identity + [
        .bytes(hash), .bytes(answer), .int(tx.now + retention.microseconds), .int(tx.now),
      ])
    guard isKept == 1 else { throw DatabaseError(.serialization, "a request came twice at once") }
    return answer
  }

  /// The answer that is kept of a request; nil for a new one.
  ///
  /// - Throws: `RequestKeyReused` where the content is not that of the first request.
  package func answer(
    _ tx: isolated Transaction, to key: RequestKey, content: [UInt8]
  ) async throws -> [UInt8]? {
    try await answer(tx, to: key, Array(SHA256.hash(data: content)))
  }

  private func answer(
    _ tx: isolated Transaction, to key: RequestKey, _ hash: [UInt8]
  ) async throws -> [UInt8]? {
    let row = try await tx.first(
      """
      SELECT content_hash, answer FROM request_key
      WHERE space = $1 AND subject = $2 AND method = $3 AND request_id = $4 AND expires_at > $5
      """, key.identity + [.int(tx.now)])
    guard let row else { return nil }
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
