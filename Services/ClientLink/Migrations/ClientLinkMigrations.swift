import Database
import Records

/// Everything this service keeps.
let migrations: [MigrationSet] = [
  .library, .records, MigrationSet(name: "client-link", migrations: [clients]),
]

private let clients = Migration(
  number: 1, name: "clients, invitations, links",
  sqlite: schema(
    text: "TEXT", int: "INTEGER", bytes: "BLOB", table: "STRICT, WITHOUT ROWID"),
  postgresql: schema(text: "TEXT COLLATE \"C\"", int: "BIGINT", bytes: "BYTEA", table: ""))

/// The schema once for both engines: they differ in the names of types alone.
private func schema(text: String, int: String, bytes: String, table: String) -> String {
  """
  CREATE TABLE partner (
    partner \(text) NOT NULL PRIMARY KEY,
    kind \(text) NOT NULL,
    display_name \(text) NOT NULL
  ) \(table);

  CREATE TABLE client (
    partner \(text) NOT NULL,
    client \(text) NOT NULL,
    display_name \(text) NOT NULL,
    enterprise_number \(text) NOT NULL,
    contact_email \(text) NOT NULL,
    language_code \(text) NOT NULL,
    status \(text) NOT NULL,
    status_before_invitation \(text),
    invited_since \(int),
    check_passed \(int) NOT NULL CHECK (check_passed IN (0, 1)),
    consent_business \(text),
    business \(text),
    subscription_plan \(text) NOT NULL,
    create_time \(int) NOT NULL,
    update_time \(int) NOT NULL,
    version \(int) NOT NULL,
    PRIMARY KEY (partner, client)
  ) \(table);
  CREATE UNIQUE INDEX client_by_number ON client (partner, enterprise_number);
  CREATE INDEX client_by_name ON client (partner, display_name, client);

  CREATE TABLE client_accountant (
    partner \(text) NOT NULL,
    client \(text) NOT NULL,
    subject \(text) NOT NULL,
    prepared \(int) NOT NULL CHECK (prepared IN (0, 1)),
    PRIMARY KEY (partner, client, prepared, subject),
    FOREIGN KEY (partner, client) REFERENCES client (partner, client) ON DELETE CASCADE
  ) \(table);

  CREATE TABLE client_integration (
    partner \(text) NOT NULL,
    client \(text) NOT NULL,
    place \(int) NOT NULL,
    connector \(text) NOT NULL,
    display_name \(text) NOT NULL,
    PRIMARY KEY (partner, client, place),
    FOREIGN KEY (partner, client) REFERENCES client (partner, client) ON DELETE CASCADE
  ) \(table);

  CREATE TABLE subscription (
    partner \(text) NOT NULL,
    client \(text) NOT NULL,
    start_time \(int) NOT NULL,
    end_time \(int),
    plan \(text) NOT NULL,
    PRIMARY KEY (partner, client, start_time)
  ) \(table);

  CREATE TABLE rejection (
    partner \(text) NOT NULL,
    enterprise_number \(text) NOT NULL,
    client \(text) NOT NULL,
    display_name \(text) NOT NULL,
    language_code \(text) NOT NULL,
    time \(int) NOT NULL,
    PRIMARY KEY (partner, enterprise_number)
  ) \(table);
  CREATE UNIQUE INDEX rejection_by_client ON rejection (partner, client);

  CREATE TABLE invitation (
    partner \(text) NOT NULL,
    invitation \(text) NOT NULL,
    client \(text) NOT NULL,
    token_hash \(bytes) NOT NULL,
    status \(text) NOT NULL,
    message \(text) NOT NULL,
    create_time \(int) NOT NULL,
    expire_time \(int) NOT NULL,
    remind_time \(int),
    chosen_business \(text),
    number_matches \(int) NOT NULL CHECK (number_matches IN (0, 1)),
    PRIMARY KEY (partner, client, invitation)
  ) \(table);
  CREATE UNIQUE INDEX invitation_by_id ON invitation (partner, invitation);
  CREATE UNIQUE INDEX invitation_by_token ON invitation (partner, token_hash);
  CREATE INDEX invitation_by_expiry ON invitation (status, expire_time);
  CREATE INDEX invitation_by_reminder ON invitation (status, remind_time);

  CREATE TABLE business_space (
    business \(text) NOT NULL PRIMARY KEY,
    enterprise_number \(text) NOT NULL,
    first_seen \(int) NOT NULL
  ) \(table);
  CREATE INDEX business_space_by_number ON business_space (enterprise_number, first_seen);

  CREATE TABLE link (
    partner \(text) NOT NULL,
    business \(text) NOT NULL,
    client \(text) NOT NULL,
    epoch \(int) NOT NULL,
    active \(int) NOT NULL CHECK (active IN (0, 1)),
    start_time \(int) NOT NULL,
    end_time \(int),
    PRIMARY KEY (partner, business)
  ) \(table);
  CREATE INDEX link_by_business ON link (business, active, partner);

  CREATE TABLE link_period (
    partner \(text) NOT NULL,
    business \(text) NOT NULL,
    start_time \(int) NOT NULL,
    end_time \(int),
    client \(text) NOT NULL,
    PRIMARY KEY (partner, business, start_time)
  ) \(table);

  CREATE TABLE link_end (
    partner \(text) NOT NULL,
    business \(text) NOT NULL,
    receiver \(text) NOT NULL,
    client \(text) NOT NULL,
    epoch \(int) NOT NULL,
    PRIMARY KEY (partner, business, receiver)
  ) \(table);
  CREATE INDEX link_end_by_client ON link_end (partner, client);
  CREATE INDEX link_end_by_receiver ON link_end (receiver, partner, business);

  CREATE TABLE lease_term (
    receiver \(text) NOT NULL PRIMARY KEY,
    term \(int) NOT NULL,
    end_time \(int) NOT NULL
  ) \(table);
  """
}
