import Database
import LinkGrants
import Records

/// Everything this service keeps.
let migrations: [MigrationSet] = [
  .library, .records, .linkGrants, MigrationSet(name: "document-status", migrations: [documents]),
]

private let documents = Migration(
  number: 1, name: "documents",
  sqlite: schema(text: "TEXT", int: "INTEGER", bytes: "BLOB", table: "STRICT, WITHOUT ROWID"),
  postgresql: schema(text: "TEXT COLLATE \"C\"", int: "BIGINT", bytes: "BYTEA", table: ""))

/// The schema once for both engines: they differ in the names of types alone.
private func schema(text: String, int: String, bytes: String, table: String) -> String {
  """
  CREATE TABLE document (
    business \(text) NOT NULL,
    document \(text) NOT NULL,
    type \(text) NOT NULL,
    self_billed \(int) NOT NULL CHECK (self_billed IN (0, 1)),
    status \(text) NOT NULL,
    origin \(text) NOT NULL,
    fields \(bytes) NOT NULL,
    issue_date \(text) NOT NULL,
    rewritten \(int) NOT NULL CHECK (rewritten IN (0, 1)),
    duplicate_key \(text),
    total \(int),
    payable \(int),
    currency \(text),
    original_hash \(text) NOT NULL,
    original_size \(int) NOT NULL,
    original_media \(text) NOT NULL,
    file_name \(text) NOT NULL,
    e_invoice_hash \(text),
    e_invoice_size \(int),
    create_time \(int) NOT NULL,
    update_time \(int) NOT NULL,
    approve_time \(int),
    approved_version \(int),
    version \(int) NOT NULL,
    PRIMARY KEY (business, document)
  ) \(table);
  CREATE INDEX document_by_status ON document (business, status, document);
  CREATE UNIQUE INDEX document_by_content ON document (business, original_hash);
  CREATE INDEX document_by_key ON document (business, duplicate_key);
  CREATE INDEX document_original ON document (original_hash);
  CREATE INDEX document_e_invoice ON document (e_invoice_hash);

  CREATE TABLE violation (
    business \(text) NOT NULL,
    document \(text) NOT NULL,
    place \(int) NOT NULL,
    rule \(text) NOT NULL,
    message \(text) NOT NULL,
    location \(text) NOT NULL,
    fatal \(int) NOT NULL CHECK (fatal IN (0, 1)),
    PRIMARY KEY (business, document, place),
    FOREIGN KEY (business, document) REFERENCES document (business, document) ON DELETE CASCADE
  ) \(table);

  CREATE TABLE payment (
    business \(text) NOT NULL,
    document \(text) NOT NULL,
    payment \(text) NOT NULL,
    cents \(int) NOT NULL,
    date \(text) NOT NULL,
    PRIMARY KEY (business, document, payment),
    FOREIGN KEY (business, document) REFERENCES document (business, document) ON DELETE CASCADE
  ) \(table);

  CREATE TABLE accounting (
    partner \(text) NOT NULL,
    business \(text) NOT NULL,
    document \(text) NOT NULL,
    status \(text) NOT NULL,
    version \(int) NOT NULL,
    PRIMARY KEY (partner, business, document),
    FOREIGN KEY (business, document) REFERENCES document (business, document)
  ) \(table);
  CREATE INDEX accounting_by_status ON accounting (partner, business, status, document);
  CREATE INDEX accounting_by_document ON accounting (business, document, partner);

  CREATE TABLE transmission (
    business \(text) NOT NULL,
    transmission \(text) NOT NULL,
    document \(text) NOT NULL,
    PRIMARY KEY (business, transmission)
  ) \(table);
  """
}
