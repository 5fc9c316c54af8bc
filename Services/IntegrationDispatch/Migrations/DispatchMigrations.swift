import Database
import LinkGrants
import Records

/// Everything this service keeps.
let migrations: [MigrationSet] = [
  .library, .records, .linkGrants,
  MigrationSet(name: "integration-dispatch", migrations: [deliveries]),
]

private let deliveries = Migration(
  number: 1, name: "integrations, approvals, deliveries",
  sqlite: schema(text: "TEXT", int: "INTEGER", bytes: "BLOB", table: "STRICT, WITHOUT ROWID"),
  postgresql: schema(text: "TEXT COLLATE \"C\"", int: "BIGINT", bytes: "BYTEA", table: ""))

/// The schema once for both engines: they differ in the names of types alone. `space` is the side's
/// owner as a resource name, `partners/…` or `businesses/…`. Documents belong to their business.
private func schema(text: String, int: String, bytes: String, table: String) -> String {
  """
  CREATE TABLE integration (
    space \(text) NOT NULL,
    business \(text) NOT NULL,
    integration \(text) NOT NULL,
    connector \(text) NOT NULL,
    display_name \(text) NOT NULL,
    activity \(text) NOT NULL,
    configuration \(text) NOT NULL,
    create_time \(int) NOT NULL,
    update_time \(int) NOT NULL,
    version \(int) NOT NULL,
    PRIMARY KEY (space, business, integration)
  ) \(table);

  CREATE TABLE integration_setting (
    space \(text) NOT NULL,
    business \(text) NOT NULL,
    integration \(text) NOT NULL,
    field \(text) NOT NULL,
    value \(text) NOT NULL,
    PRIMARY KEY (space, business, integration, field)
  ) \(table);

  CREATE TABLE integration_secret (
    space \(text) NOT NULL,
    business \(text) NOT NULL,
    integration \(text) NOT NULL,
    field \(text) NOT NULL,
    key_id \(text) NOT NULL,
    sealed \(bytes) NOT NULL,
    PRIMARY KEY (space, business, integration, field)
  ) \(table);

  CREATE TABLE integration_gap (
    space \(text) NOT NULL,
    business \(text) NOT NULL,
    integration \(text) NOT NULL,
    place \(int) NOT NULL,
    field \(text) NOT NULL,
    message \(text) NOT NULL,
    PRIMARY KEY (space, business, integration, place)
  ) \(table);

  CREATE TABLE activity_interval (
    space \(text) NOT NULL,
    business \(text) NOT NULL,
    integration \(text) NOT NULL,
    start_time \(int) NOT NULL,
    end_time \(int),
    PRIMARY KEY (space, business, integration, start_time)
  ) \(table);

  CREATE TABLE approved_document (
    space \(text) NOT NULL,
    document \(text) NOT NULL,
    kind \(text) NOT NULL,
    number \(text) NOT NULL,
    issue_date \(text) NOT NULL,
    seller \(text) NOT NULL,
    buyer \(text) NOT NULL,
    total \(text) NOT NULL,
    currency_code \(text) NOT NULL,
    approve_time \(int) NOT NULL,
    PRIMARY KEY (space, document)
  ) \(table);

  CREATE TABLE approved_file (
    space \(text) NOT NULL,
    document \(text) NOT NULL,
    place \(int) NOT NULL,
    part \(text) NOT NULL,
    sha256 \(text) NOT NULL,
    size_bytes \(int) NOT NULL,
    media_type \(text) NOT NULL,
    PRIMARY KEY (space, document, place)
  ) \(table);

  CREATE TABLE decision (
    space \(text) NOT NULL,
    business \(text) NOT NULL,
    document \(text) NOT NULL,
    integration \(text) NOT NULL,
    obstacle \(text) NOT NULL,
    field \(text) NOT NULL,
    time \(int) NOT NULL,
    PRIMARY KEY (space, business, document, integration)
  ) \(table);

  CREATE TABLE delivery (
    space \(text) NOT NULL,
    business \(text) NOT NULL,
    delivery \(text) NOT NULL,
    document \(text) NOT NULL,
    integration \(text) NOT NULL,
    status \(text) NOT NULL,
    resend \(int) NOT NULL CHECK (resend IN (0, 1)),
    cancel_reason \(text),
    stops \(int) NOT NULL CHECK (stops IN (0, 1)),
    looks_first \(int) NOT NULL CHECK (looks_first IN (0, 1)),
    last_answer \(text) NOT NULL,
    destination \(text) NOT NULL,
    due_time \(int),
    delivered_time \(int),
    create_time \(int) NOT NULL,
    attempts \(int) NOT NULL,
    PRIMARY KEY (space, business, delivery)
  ) \(table);
  CREATE INDEX delivery_by_time ON delivery (space, business, create_time, delivery);
  CREATE INDEX delivery_by_document
    ON delivery (space, business, document, integration, create_time, delivery);
  CREATE INDEX delivery_by_document_time
    ON delivery (space, business, document, create_time, delivery);
  CREATE INDEX delivery_by_integration
    ON delivery (space, business, integration, create_time, delivery);
  CREATE INDEX delivery_by_status ON delivery (status, space, business, integration, due_time);

  CREATE TABLE delivery_attempt (
    space \(text) NOT NULL,
    business \(text) NOT NULL,
    delivery \(text) NOT NULL,
    number \(int) NOT NULL,
    start_time \(int) NOT NULL,
    end_time \(int),
    delivered \(int) NOT NULL CHECK (delivered IN (0, 1)),
    answer \(text) NOT NULL,
    PRIMARY KEY (space, business, delivery, number)
  ) \(table);
  """
}
