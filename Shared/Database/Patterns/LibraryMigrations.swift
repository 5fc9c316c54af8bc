extension MigrationSet {
  /// The tables of this library: leased work, outbox, inbox, request keys, secrets of page tokens. A
  /// service that uses any of them names this set first.
  package static let library = MigrationSet(name: "library", migrations: [libraryTables])
}

/// The sequence of events is never used twice, also after the newest were deleted: receivers remember
/// the highest that they have seen.
private let libraryTables = Migration(
  number: 1, name: "leased work, outbox, request keys"
) { words in
  """
  CREATE TABLE leased_work (
    space \(words.text) NOT NULL,
    queue \(words.text) NOT NULL,
    id \(words.text) NOT NULL,
    due_at \(words.int) NOT NULL,
    attempts \(words.int) NOT NULL,
    lease \(words.int),
    owner \(words.text),
    last_error \(words.text),
    created_at \(words.int) NOT NULL,
    PRIMARY KEY (space, queue, id)
  ) \(words.table);
  CREATE INDEX leased_work_due ON leased_work (queue, due_at);

  CREATE TABLE outbox_event (
    sequence \(words.sequence),
    space \(words.text) NOT NULL,
    destination \(words.text) NOT NULL,
    key \(words.text) NOT NULL,
    kind \(words.text) NOT NULL,
    payload \(words.bytes) NOT NULL,
    actor \(words.text) NOT NULL,
    trace \(words.text) NOT NULL,
    created_at \(words.int) NOT NULL
  ) \(words.sequenceTable);
  CREATE UNIQUE INDEX outbox_event_key ON outbox_event (space, destination, key, sequence);

  CREATE TABLE inbox_mark (
    space \(words.text) NOT NULL,
    source \(words.text) NOT NULL,
    key \(words.text) NOT NULL,
    sequence \(words.int) NOT NULL,
    accepted_at \(words.int) NOT NULL,
    PRIMARY KEY (space, source, key)
  ) \(words.table);

  CREATE TABLE request_key (
    space \(words.text) NOT NULL,
    subject \(words.text) NOT NULL,
    method \(words.text) NOT NULL,
    request_id \(words.text) NOT NULL,
    content_hash \(words.bytes) NOT NULL,
    answer \(words.bytes) NOT NULL,
    expires_at \(words.int) NOT NULL,
    PRIMARY KEY (space, subject, method, request_id)
  ) \(words.wideTable);
  CREATE INDEX request_key_expiry ON request_key (expires_at);

  CREATE TABLE library_secret (
    name \(words.text) NOT NULL PRIMARY KEY,
    secret \(words.bytes) NOT NULL
  ) \(words.table);
  """
}
