internal import Crypto

/// What all replicas of a service must have alike: kept in the database by whoever comes first.
package enum LibrarySecret {
  /// Keeps `value` under `name` where nothing is kept yet. Returns what is kept: the same for all.
  package static func keep(
    _ value: [UInt8], as name: String, in tx: isolated Transaction
  ) async throws(DatabaseError) -> [UInt8] {
    try await tx.execute(
      "INSERT INTO library_secret (name, secret) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING",
      [.text(name), .bytes(value)])
    let row = try await tx.first(
      "SELECT secret FROM library_secret WHERE name = $1", [.text(name)])
    guard let row else { throw DatabaseError(.other, "the secret \(name) vanished") }
    return try row.bytes("secret")
  }

  /// Keeps `value` instead of what was kept.
  package static func replace(
    with value: [UInt8], as name: String, in tx: isolated Transaction
  ) async throws(DatabaseError) {
    try await tx.execute(
      """
      INSERT INTO library_secret (name, secret) VALUES ($1, $2)
      ON CONFLICT (name) DO UPDATE SET secret = excluded.secret
      """, [.text(name), .bytes(value)])
  }
}

/// Holds every replica, and every later start, to the same key where the key itself is kept elsewhere:
/// the database has a fingerprint of the first, from which the key cannot be told.
package struct KeyFingerprint: Sendable {
  private let name: String
  private let value: [UInt8]

  /// - Parameter name: of the key, in this service.
  package init(of key: [UInt8], named name: String) {
    self.name = "fingerprint of \(name)"
    value = Array(
      HMAC<SHA256>.authenticationCode(
        for: Array("daybook key fingerprint".utf8), using: SymmetricKey(data: key)))
  }

  /// False: the rows of this database were made with another key.
  package func matches(in database: Database) async throws -> Bool {
    try await database.write { [self] tx in
      try await LibrarySecret.keep(value, as: name, in: tx) == value
    }
  }

  /// From now on this key is the right one.
  package func accept(in database: Database) async throws {
    try await database.write { [self] tx in
      try await LibrarySecret.replace(with: value, as: name, in: tx)
    }
  }
}
