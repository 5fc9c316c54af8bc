import Database
import LinkGrants
import Records

/// Everything this service keeps.
let migrations: [MigrationSet] = [
  .library, .records, .linkGrants, .incarnation,
  MigrationSet(name: "integration-dispatch", migrations: [deliveries]),
]

/// `space` is the side's owner as a resource name, `partners/…` or `businesses/…`. Documents belong to
/// their business.
private let deliveries = Migration(number: 1, name: "integrations, approvals, deliveries") {
  words in
  """
  CREATE TABLE integration (
    space \(words.text) NOT NULL,
    business \(words.text) NOT NULL,
    integration \(words.text) NOT NULL,
    connector \(words.text) NOT NULL,
    display_name \(words.text) NOT NULL,
    activity \(words.text) NOT NULL,
    configuration \(words.text) NOT NULL,
    create_time \(words.int) NOT NULL,
    update_time \(words.int) NOT NULL,
    version \(words.int) NOT NULL,
    PRIMARY KEY (space, business, integration)
  ) \(words.table);

  CREATE TABLE integration_setting (
    space \(words.text) NOT NULL,
    business \(words.text) NOT NULL,
    integration \(words.text) NOT NULL,
    field \(words.text) NOT NULL,
    value \(words.text) NOT NULL,
    PRIMARY KEY (space, business, integration, field)
  ) \(words.table);

  CREATE TABLE integration_secret (
    space \(words.text) NOT NULL,
    business \(words.text) NOT NULL,
    integration \(words.text) NOT NULL,
    field \(words.text) NOT NULL,
    key_id \(words.text) NOT NULL,
    sealed \(words.bytes) NOT NULL,
    PRIMARY KEY (space, business, integration, field)
  ) \(words.table);

  CREATE TABLE integration_gap (
    space \(words.text) NOT NULL,
    business \(words.text) NOT NULL,
    integration \(words.text) NOT NULL,
    place \(words.int) NOT NULL,
    field \(words.text) NOT NULL,
    message \(words.text) NOT NULL,
    PRIMARY KEY (space, business, integration, place)
  ) \(words.table);

  CREATE TABLE activity_interval (
    space \(words.text) NOT NULL,
    business \(words.text) NOT NULL,
    integration \(words.text) NOT NULL,
    start_time \(words.int) NOT NULL,
    end_time \(words.int),
    PRIMARY KEY (space, business, integration, start_time)
  ) \(words.table);

  CREATE TABLE approved_document (
    space \(words.text) NOT NULL,
    document \(words.text) NOT NULL,
    kind \(words.text) NOT NULL,
    number \(words.text) NOT NULL,
    issue_date \(words.text) NOT NULL,
    seller \(words.text) NOT NULL,
    buyer \(words.text) NOT NULL,
    total \(words.text) NOT NULL,
    currency_code \(words.text) NOT NULL,
    approve_time \(words.int) NOT NULL,
    PRIMARY KEY (space, document)
  ) \(words.table);

  CREATE TABLE approved_file (
    space \(words.text) NOT NULL,
    document \(words.text) NOT NULL,
    place \(words.int) NOT NULL,
    part \(words.text) NOT NULL,
    sha256 \(words.text) NOT NULL,
    size_bytes \(words.int) NOT NULL,
    media_type \(words.text) NOT NULL,
    PRIMARY KEY (space, document, place)
  ) \(words.table);

  CREATE TABLE decision (
    space \(words.text) NOT NULL,
    business \(words.text) NOT NULL,
    document \(words.text) NOT NULL,
    integration \(words.text) NOT NULL,
    obstacle \(words.text) NOT NULL,
    field \(words.text) NOT NULL,
    time \(words.int) NOT NULL,
    PRIMARY KEY (space, business, document, integration)
  ) \(words.table);

  CREATE TABLE delivery (
    space \(words.text) NOT NULL,
    business \(words.text) NOT NULL,
    delivery \(words.text) NOT NULL,
    document \(words.text) NOT NULL,
    integration \(words.text) NOT NULL,
    status \(words.text) NOT NULL,
    resend \(words.int) NOT NULL CHECK (resend IN (0, 1)),
    cancel_reason \(words.text),
    stops \(words.int) NOT NULL CHECK (stops IN (0, 1)),
    looks_first \(words.int) NOT NULL CHECK (looks_first IN (0, 1)),
    last_answer \(words.text) NOT NULL,
    destination \(words.text) NOT NULL,
    due_time \(words.int),
    delivered_time \(words.int),
    create_time \(words.int) NOT NULL,
    attempts \(words.int) NOT NULL,
    PRIMARY KEY (space, business, delivery)
  ) \(words.table);
  CREATE INDEX delivery_by_time ON delivery (space, business, create_time, delivery);
  CREATE INDEX delivery_by_document
    ON delivery (space, business, document, integration, create_time, delivery);
  CREATE INDEX delivery_by_document_time
    ON delivery (space, business, document, create_time, delivery);
  CREATE INDEX delivery_by_integration
    ON delivery (space, business, integration, create_time, delivery);
  CREATE INDEX delivery_by_status ON delivery (status, space, business, integration, due_time);

  CREATE TABLE delivery_attempt (
    space \(words.text) NOT NULL,
    business \(words.text) NOT NULL,
    delivery \(words.text) NOT NULL,
    number \(words.int) NOT NULL,
    start_time \(words.int) NOT NULL,
    end_time \(words.int),
    delivered \(words.int) NOT NULL CHECK (delivered IN (0, 1)),
    answer \(words.text) NOT NULL,
    PRIMARY KEY (space, business, delivery, number)
  ) \(words.table);
  """
}
