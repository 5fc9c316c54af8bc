import Database
import LinkGrants
import Records

/// Everything this service keeps.
let migrations: [MigrationSet] = [
  .library, .records, .linkGrants, .incarnation,
  MigrationSet(name: "document-status", migrations: [documents]),
]

private let documents = Migration(number: 1, name: "documents") { words in
  """
  CREATE TABLE document (
    business \(words.text) NOT NULL,
    document \(words.text) NOT NULL,
    type \(words.text) NOT NULL,
    self_billed \(words.int) NOT NULL CHECK (self_billed IN (0, 1)),
    status \(words.text) NOT NULL,
    origin \(words.text) NOT NULL,
    fields \(words.bytes) NOT NULL,
    issue_date \(words.text) NOT NULL,
    rewritten \(words.int) NOT NULL CHECK (rewritten IN (0, 1)),
    duplicate_key \(words.text),
    total \(words.int),
    payable \(words.int),
    currency \(words.text),
    original_hash \(words.text) NOT NULL,
    original_size \(words.int) NOT NULL,
    original_media \(words.text) NOT NULL,
    file_name \(words.text) NOT NULL,
    e_invoice_hash \(words.text),
    e_invoice_size \(words.int),
    create_time \(words.int) NOT NULL,
    update_time \(words.int) NOT NULL,
    approve_time \(words.int),
    approved_version \(words.int),
    version \(words.int) NOT NULL,
    PRIMARY KEY (business, document)
  ) \(words.wideTable);
  CREATE INDEX document_by_status ON document (business, status, document);
  CREATE UNIQUE INDEX document_by_content ON document (business, original_hash);
  CREATE INDEX document_by_key ON document (business, duplicate_key, document);
  CREATE INDEX document_original ON document (original_hash);
  CREATE INDEX document_e_invoice ON document (e_invoice_hash);

  CREATE TABLE violation (
    business \(words.text) NOT NULL,
    document \(words.text) NOT NULL,
    place \(words.int) NOT NULL,
    rule \(words.text) NOT NULL,
    message \(words.text) NOT NULL,
    location \(words.text) NOT NULL,
    fatal \(words.int) NOT NULL CHECK (fatal IN (0, 1)),
    PRIMARY KEY (business, document, place),
    FOREIGN KEY (business, document) REFERENCES document (business, document) ON DELETE CASCADE
  ) \(words.table);

  CREATE TABLE payment (
    business \(words.text) NOT NULL,
    document \(words.text) NOT NULL,
    payment \(words.text) NOT NULL,
    cents \(words.int) NOT NULL,
    date \(words.text) NOT NULL,
    PRIMARY KEY (business, document, payment),
    FOREIGN KEY (business, document) REFERENCES document (business, document) ON DELETE CASCADE
  ) \(words.table);

  CREATE TABLE accounting (
    partner \(words.text) NOT NULL,
    business \(words.text) NOT NULL,
    document \(words.text) NOT NULL,
    status \(words.text) NOT NULL,
    version \(words.int) NOT NULL,
    PRIMARY KEY (partner, business, document),
    FOREIGN KEY (business, document) REFERENCES document (business, document)
  ) \(words.table);
  CREATE INDEX accounting_by_status ON accounting (partner, business, status, document);
  CREATE INDEX accounting_by_document ON accounting (business, document, partner);

  CREATE TABLE transmission (
    business \(words.text) NOT NULL,
    transmission \(words.text) NOT NULL,
    document \(words.text) NOT NULL,
    PRIMARY KEY (business, transmission)
  ) \(words.table);
  """
}
