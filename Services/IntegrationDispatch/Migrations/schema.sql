-- The whole schema of integration-dispatch, in PostgreSQL's words: what all migrations make together. A test holds the
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

-- integration-dispatch
CREATE TABLE integration (
  space TEXT COLLATE "C" NOT NULL,
  business TEXT COLLATE "C" NOT NULL,
  integration TEXT COLLATE "C" NOT NULL,
  connector TEXT COLLATE "C" NOT NULL,
  display_name TEXT COLLATE "C" NOT NULL,
  activity TEXT COLLATE "C" NOT NULL,
  configuration TEXT COLLATE "C" NOT NULL,
  create_time BIGINT NOT NULL,
  update_time BIGINT NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (space, business, integration)
);

CREATE TABLE integration_setting (
  space TEXT COLLATE "C" NOT NULL,
  business TEXT COLLATE "C" NOT NULL,
  integration TEXT COLLATE "C" NOT NULL,
  field TEXT COLLATE "C" NOT NULL,
  value TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (space, business, integration, field)
);

CREATE TABLE integration_secret (
  space TEXT COLLATE "C" NOT NULL,
  business TEXT COLLATE "C" NOT NULL,
  integration TEXT COLLATE "C" NOT NULL,
  field TEXT COLLATE "C" NOT NULL,
  key_id TEXT COLLATE "C" NOT NULL,
  sealed BYTEA NOT NULL,
  PRIMARY KEY (space, business, integration, field)
);

CREATE TABLE integration_gap (
  space TEXT COLLATE "C" NOT NULL,
  business TEXT COLLATE "C" NOT NULL,
  integration TEXT COLLATE "C" NOT NULL,
  place BIGINT NOT NULL,
  field TEXT COLLATE "C" NOT NULL,
  message TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (space, business, integration, place)
);

CREATE TABLE activity_interval (
  space TEXT COLLATE "C" NOT NULL,
  business TEXT COLLATE "C" NOT NULL,
  integration TEXT COLLATE "C" NOT NULL,
  start_time BIGINT NOT NULL,
  end_time BIGINT,
  PRIMARY KEY (space, business, integration, start_time)
);

CREATE TABLE approved_document (
  space TEXT COLLATE "C" NOT NULL,
  document TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  number TEXT COLLATE "C" NOT NULL,
  issue_date TEXT COLLATE "C" NOT NULL,
  seller TEXT COLLATE "C" NOT NULL,
  buyer TEXT COLLATE "C" NOT NULL,
  total TEXT COLLATE "C" NOT NULL,
  currency_code TEXT COLLATE "C" NOT NULL,
  approve_time BIGINT NOT NULL,
  PRIMARY KEY (space, document)
);

CREATE TABLE approved_file (
  space TEXT COLLATE "C" NOT NULL,
  document TEXT COLLATE "C" NOT NULL,
  place BIGINT NOT NULL,
  part TEXT COLLATE "C" NOT NULL,
  sha256 TEXT COLLATE "C" NOT NULL,
  size_bytes BIGINT NOT NULL,
  media_type TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (space, document, place)
);

CREATE TABLE decision (
  space TEXT COLLATE "C" NOT NULL,
  business TEXT COLLATE "C" NOT NULL,
  document TEXT COLLATE "C" NOT NULL,
  integration TEXT COLLATE "C" NOT NULL,
  obstacle TEXT COLLATE "C" NOT NULL,
  field TEXT COLLATE "C" NOT NULL,
  time BIGINT NOT NULL,
  PRIMARY KEY (space, business, document, integration)
);

CREATE TABLE delivery (
  space TEXT COLLATE "C" NOT NULL,
  business TEXT COLLATE "C" NOT NULL,
  delivery TEXT COLLATE "C" NOT NULL,
  document TEXT COLLATE "C" NOT NULL,
  integration TEXT COLLATE "C" NOT NULL,
  status TEXT COLLATE "C" NOT NULL,
  resend BIGINT NOT NULL CHECK (resend IN (0, 1)),
  cancel_reason TEXT COLLATE "C",
  stops BIGINT NOT NULL CHECK (stops IN (0, 1)),
  looks_first BIGINT NOT NULL CHECK (looks_first IN (0, 1)),
  last_answer TEXT COLLATE "C" NOT NULL,
  destination TEXT COLLATE "C" NOT NULL,
  due_time BIGINT,
  delivered_time BIGINT,
  create_time BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  PRIMARY KEY (space, business, delivery)
);
CREATE INDEX delivery_by_time ON delivery (space, business, create_time, delivery);
CREATE INDEX delivery_by_document
  ON delivery (space, business, document, integration, create_time, delivery);
CREATE INDEX delivery_by_document_time
  ON delivery (space, business, document, create_time, delivery);
CREATE INDEX delivery_by_integration
  ON delivery (space, business, integration, create_time, delivery);
CREATE INDEX delivery_by_status ON delivery (status, space, business, integration, due_time);

CREATE TABLE delivery_attempt (
  space TEXT COLLATE "C" NOT NULL,
  business TEXT COLLATE "C" NOT NULL,
  delivery TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL,
  start_time BIGINT NOT NULL,
  end_time BIGINT,
  delivered BIGINT NOT NULL CHECK (delivered IN (0, 1)),
  answer TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (space, business, delivery, number)
);
