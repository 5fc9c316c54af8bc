extension MigrationSet {
  /// The tables of this library: leased work, outbox, inbox, request keys, secrets of page tokens. A
  /// service that uses any of them names this set first.
  package static let library = MigrationSet(
    name: "library",
    migrations: [
      Migration(
        number: 1, name: "leased work, outbox, request keys",
        sqlite: librarySchema(
          text: "TEXT", int: "INTEGER", bytes: "BLOB",
          sequence: "INTEGER PRIMARY KEY AUTOINCREMENT", rowTable: "STRICT",
          keyTable: "STRICT, WITHOUT ROWID"),
        postgresql: librarySchema(
          text: "TEXT COLLATE \"C\"", int: "BIGINT", bytes: "BYTEA",
          sequence: "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", rowTable: "", keyTable: ""))
    ])
}

/// The schema once for both engines: they differ in the names of types alone. The sequence of events
/// is never used twice, also after the newest were deleted (hence AUTOINCREMENT): receivers remember
/// the highest that they have seen.
private func librarySchema(
  text: String, int: String, bytes: String, sequence: String, rowTable: String, keyTable: String
) -> String {
  """
  CREATE TABLE leased_work (
    space \(text) NOT NULL,
    queue \(text) NOT NULL,
    id \(text) NOT NULL,
    due_at \(int) NOT NULL,
    attempts \(int) NOT NULL,
    lease \(int),
    owner \(text),
    last_error \(text),
    created_at \(int) NOT NULL,
    PRIMARY KEY (space, queue, id)
  ) \(keyTable);
  CREATE INDEX leased_work_due ON leased_work (queue, due_at);

  CREATE TABLE outbox_event (
    sequence \(sequence),
    space \(text) NOT NULL,
    destination \(text) NOT NULL,
    key \(text) NOT NULL,
    kind \(text) NOT NULL,
    payload \(bytes) NOT NULL,
    actor \(text) NOT NULL,
    trace \(text) NOT NULL,
    created_at \(int) NOT NULL
  ) \(rowTable);
  CREATE UNIQUE INDEX outbox_event_key ON outbox_event (space, destination, key, sequence);

  CREATE TABLE inbox_mark (
    space \(text) NOT NULL,
    source \(text) NOT NULL,
    key \(text) NOT NULL,
    sequence \(int) NOT NULL,
    accepted_at \(int) NOT NULL,
    PRIMARY KEY (space, source, key)
  ) \(keyTable);

  CREATE TABLE request_key (
    space \(text) NOT NULL,
    subject \(text) NOT NULL,
    method \(text) NOT NULL,
    request_id \(text) NOT NULL,
    content_hash \(bytes) NOT NULL,
    answer \(bytes) NOT NULL,
    expires_at \(int) NOT NULL,
    PRIMARY KEY (space, subject, method, request_id)
  ) \(keyTable);
  CREATE INDEX request_key_expiry ON request_key (expires_at);

  CREATE TABLE library_secret (
    name \(text) NOT NULL PRIMARY KEY,
    secret \(bytes) NOT NULL
  ) \(keyTable);
  """
}
