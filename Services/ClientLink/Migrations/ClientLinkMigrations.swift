import Database
import Records

/// Everything this service keeps.
let migrations: [MigrationSet] = [
  .library, .records, MigrationSet(name: "client-link", migrations: [clients]),
]

private let clients = Migration(
  number: 1, name: "clients",
  sqlite: schema(text: "TEXT", int: "INTEGER", table: "STRICT, WITHOUT ROWID"),
  postgresql: schema(text: "TEXT COLLATE \"C\"", int: "BIGINT", table: ""))

/// The schema once for both engines: they differ in the names of types alone.
private func schema(text: String, int: String, table: String) -> String {
  """
  CREATE TABLE client (
    partner \(text) NOT NULL,
    client \(text) NOT NULL,
    display_name \(text) NOT NULL,
    enterprise_number \(text) NOT NULL,
    contact_email \(text) NOT NULL,
    language_code \(text) NOT NULL,
    status \(text) NOT NULL,
    business \(text),
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
    PRIMARY KEY (partner, client, subject),
    FOREIGN KEY (partner, client) REFERENCES client (partner, client) ON DELETE CASCADE
  ) \(table);

  CREATE TABLE rejection (
    partner \(text) NOT NULL,
    enterprise_number \(text) NOT NULL,
    time \(int) NOT NULL,
    reason \(text) NOT NULL,
    internal_reason \(text) NOT NULL,
    PRIMARY KEY (partner, enterprise_number)
  ) \(table);
  """
}
