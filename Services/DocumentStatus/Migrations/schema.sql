-- The whole schema of document-status, in PostgreSQL's words: what all migrations make together. A test holds the
-- migrations against it on both engines. On SQLite BIGINT is INTEGER, BYTEA is BLOB, no text needs its
-- collation, and tables are STRICT, WITHOUT ROWID, those marked `wide` STRICT alone. Change it with each migration.

-- library
CREATE TABLE leased_work (
  space TEXT COLLATE "C" NOT NULL,
  queue TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  due_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  lease BIGINT,
  owner TEXT COLLATE "C",
  last_error TEXT COLLATE "C",
  created_at BIGINT NOT NULL,
  PRIMARY KEY (space, queue, id)
);
CREATE INDEX leased_work_due ON leased_work (queue, due_at);

CREATE TABLE outbox_event (
  sequence BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  space TEXT COLLATE "C" NOT NULL,
  destination TEXT COLLATE "C" NOT NULL,
  key TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  payload BYTEA NOT NULL,
  actor TEXT COLLATE "C" NOT NULL,
  trace TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX outbox_event_key ON outbox_event (space, destination, key, sequence);

CREATE TABLE inbox_mark (
  space TEXT COLLATE "C" NOT NULL,
  source TEXT COLLATE "C" NOT NULL,
  key TEXT COLLATE "C" NOT NULL,
  sequence BIGINT NOT NULL,
  accepted_at BIGINT NOT NULL,
  PRIMARY KEY (space, source, key)
);

-- wide
CREATE TABLE request_key (
  space TEXT COLLATE "C" NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  method TEXT COLLATE "C" NOT NULL,
  request_id TEXT COLLATE "C" NOT NULL,
  content_hash BYTEA NOT NULL,
  answer BYTEA NOT NULL,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (space, subject, method, request_id)
);
CREATE INDEX request_key_expiry ON request_key (expires_at);

CREATE TABLE library_secret (
  name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  secret BYTEA NOT NULL
);

-- records
CREATE TABLE person (
  space TEXT COLLATE "C" NOT NULL,
  person BIGINT NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  display_name TEXT COLLATE "C" NOT NULL,
  erased BIGINT NOT NULL CHECK (erased IN (0, 1)),
  PRIMARY KEY (space, person)
);
CREATE INDEX person_by_subject ON person (space, subject, display_name);

CREATE TABLE history (
  space TEXT COLLATE "C" NOT NULL,
  thing TEXT COLLATE "C" NOT NULL,
  sequence BIGINT NOT NULL,
  time BIGINT NOT NULL,
  person BIGINT NOT NULL,
  author_space TEXT COLLATE "C" NOT NULL,
  author_role TEXT COLLATE "C" NOT NULL,
  event TEXT COLLATE "C" NOT NULL,
  status_before TEXT COLLATE "C" NOT NULL,
  status_after TEXT COLLATE "C" NOT NULL,
  reason TEXT COLLATE "C" NOT NULL,
  internal_reason TEXT COLLATE "C" NOT NULL,
  audience TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (space, thing, sequence),
  FOREIGN KEY (space, person) REFERENCES person (space, person)
);

-- link_grants
CREATE TABLE link_grant (
  partner TEXT COLLATE "C" NOT NULL,
  business TEXT COLLATE "C" NOT NULL,
  epoch BIGINT NOT NULL,
  active BIGINT NOT NULL CHECK (active IN (0, 1)),
  client TEXT COLLATE "C" NOT NULL,
  display_name TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (partner, business)
);
CREATE INDEX link_grant_by_business ON link_grant (business, partner);

CREATE TABLE link_accountant (
  partner TEXT COLLATE "C" NOT NULL,
  business TEXT COLLATE "C" NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (partner, business, subject)
);

CREATE TABLE link_period (
  partner TEXT COLLATE "C" NOT NULL,
  business TEXT COLLATE "C" NOT NULL,
  start_time BIGINT NOT NULL,
  end_time BIGINT,
  PRIMARY KEY (partner, business, start_time)
);

-- incarnation
CREATE TABLE incarnation (
  number BIGINT NOT NULL PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL,
  origin TEXT COLLATE "C" NOT NULL,
  started_at BIGINT NOT NULL,
  reconciled_at BIGINT
);

-- document-status
-- wide
CREATE TABLE document (
  business TEXT COLLATE "C" NOT NULL,
  document TEXT COLLATE "C" NOT NULL,
  type TEXT COLLATE "C" NOT NULL,
  self_billed BIGINT NOT NULL CHECK (self_billed IN (0, 1)),
  status TEXT COLLATE "C" NOT NULL,
  origin TEXT COLLATE "C" NOT NULL,
  fields BYTEA NOT NULL,
  issue_date TEXT COLLATE "C" NOT NULL,
  rewritten BIGINT NOT NULL CHECK (rewritten IN (0, 1)),
  duplicate_key TEXT COLLATE "C",
  total BIGINT,
  payable BIGINT,
  currency TEXT COLLATE "C",
  original_hash TEXT COLLATE "C" NOT NULL,
  original_size BIGINT NOT NULL,
  original_media TEXT COLLATE "C" NOT NULL,
  file_name TEXT COLLATE "C" NOT NULL,
  e_invoice_hash TEXT COLLATE "C",
  e_invoice_size BIGINT,
  create_time BIGINT NOT NULL,
  update_time BIGINT NOT NULL,
  approve_time BIGINT,
  approved_version BIGINT,
  version BIGINT NOT NULL,
  PRIMARY KEY (business, document)
);
CREATE INDEX document_by_status ON document (business, status, document);
CREATE UNIQUE INDEX document_by_content ON document (business, original_hash);
CREATE INDEX document_by_key ON document (business, duplicate_key, document);
CREATE INDEX document_original ON document (original_hash);
CREATE INDEX document_e_invoice ON document (e_invoice_hash);

CREATE TABLE violation (
  business TEXT COLLATE "C" NOT NULL,
  document TEXT COLLATE "C" NOT NULL,
  place BIGINT NOT NULL,
  rule TEXT COLLATE "C" NOT NULL,
  message TEXT COLLATE "C" NOT NULL,
  location TEXT COLLATE "C" NOT NULL,
  fatal BIGINT NOT NULL CHECK (fatal IN (0, 1)),
  PRIMARY KEY (business, document, place),
  FOREIGN KEY (business, document) REFERENCES document (business, document) ON DELETE CASCADE
);

CREATE TABLE payment (
  business TEXT COLLATE "C" NOT NULL,
  document TEXT COLLATE "C" NOT NULL,
  payment TEXT COLLATE "C" NOT NULL,
  cents BIGINT NOT NULL,
  date TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (business, document, payment),
  FOREIGN KEY (business, document) REFERENCES document (business, document) ON DELETE CASCADE
);

CREATE TABLE accounting (
  partner TEXT COLLATE "C" NOT NULL,
  business TEXT COLLATE "C" NOT NULL,
  document TEXT COLLATE "C" NOT NULL,
  status TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (partner, business, document),
  FOREIGN KEY (business, document) REFERENCES document (business, document)
);
CREATE INDEX accounting_by_status ON accounting (partner, business, status, document);
CREATE INDEX accounting_by_document ON accounting (business, document, partner);

CREATE TABLE transmission (
  business TEXT COLLATE "C" NOT NULL,
  transmission TEXT COLLATE "C" NOT NULL,
  document TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (business, transmission)
);
