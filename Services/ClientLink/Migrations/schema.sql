-- The whole schema of client-link, in PostgreSQL's words: what all migrations make together. A test holds the
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

-- incarnation
CREATE TABLE incarnation (
  number BIGINT NOT NULL PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL,
  origin TEXT COLLATE "C" NOT NULL,
  started_at BIGINT NOT NULL,
  reconciled_at BIGINT
);

-- client-link
CREATE TABLE partner (
  partner TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  kind TEXT COLLATE "C" NOT NULL,
  display_name TEXT COLLATE "C" NOT NULL
);

CREATE TABLE client (
  partner TEXT COLLATE "C" NOT NULL,
  client TEXT COLLATE "C" NOT NULL,
  display_name TEXT COLLATE "C" NOT NULL,
  enterprise_number TEXT COLLATE "C" NOT NULL,
  contact_email TEXT COLLATE "C" NOT NULL,
  language_code TEXT COLLATE "C" NOT NULL,
  status TEXT COLLATE "C" NOT NULL,
  status_before_invitation TEXT COLLATE "C",
  invited_since BIGINT,
  check_passed BIGINT NOT NULL CHECK (check_passed IN (0, 1)),
  consent_business TEXT COLLATE "C",
  business TEXT COLLATE "C",
  subscription_plan TEXT COLLATE "C" NOT NULL,
  create_time BIGINT NOT NULL,
  update_time BIGINT NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (partner, client)
);
CREATE UNIQUE INDEX client_by_number ON client (partner, enterprise_number);
CREATE INDEX client_by_name ON client (partner, display_name, client);

CREATE TABLE client_accountant (
  partner TEXT COLLATE "C" NOT NULL,
  client TEXT COLLATE "C" NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  prepared BIGINT NOT NULL CHECK (prepared IN (0, 1)),
  PRIMARY KEY (partner, client, prepared, subject),
  FOREIGN KEY (partner, client) REFERENCES client (partner, client) ON DELETE CASCADE
);

CREATE TABLE client_integration (
  partner TEXT COLLATE "C" NOT NULL,
  client TEXT COLLATE "C" NOT NULL,
  place BIGINT NOT NULL,
  connector TEXT COLLATE "C" NOT NULL,
  display_name TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (partner, client, place),
  FOREIGN KEY (partner, client) REFERENCES client (partner, client) ON DELETE CASCADE
);

CREATE TABLE subscription (
  partner TEXT COLLATE "C" NOT NULL,
  client TEXT COLLATE "C" NOT NULL,
  start_time BIGINT NOT NULL,
  end_time BIGINT,
  plan TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (partner, client, start_time)
);

CREATE TABLE rejection (
  partner TEXT COLLATE "C" NOT NULL,
  enterprise_number TEXT COLLATE "C" NOT NULL,
  client TEXT COLLATE "C" NOT NULL,
  display_name TEXT COLLATE "C" NOT NULL,
  language_code TEXT COLLATE "C" NOT NULL,
  time BIGINT NOT NULL,
  PRIMARY KEY (partner, enterprise_number)
);
CREATE UNIQUE INDEX rejection_by_client ON rejection (partner, client);

-- wide
CREATE TABLE invitation (
  partner TEXT COLLATE "C" NOT NULL,
  invitation TEXT COLLATE "C" NOT NULL,
  client TEXT COLLATE "C" NOT NULL,
  token_hash BYTEA NOT NULL,
  status TEXT COLLATE "C" NOT NULL,
  message TEXT COLLATE "C" NOT NULL,
  create_time BIGINT NOT NULL,
  expire_time BIGINT NOT NULL,
  remind_time BIGINT,
  chosen_business TEXT COLLATE "C",
  number_matches BIGINT NOT NULL CHECK (number_matches IN (0, 1)),
  PRIMARY KEY (partner, client, invitation)
);
CREATE UNIQUE INDEX invitation_by_id ON invitation (partner, invitation);
CREATE UNIQUE INDEX invitation_by_token ON invitation (partner, token_hash);
CREATE INDEX invitation_by_expiry ON invitation (status, expire_time);
CREATE INDEX invitation_by_reminder ON invitation (status, remind_time);

CREATE TABLE business_space (
  business TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  enterprise_number TEXT COLLATE "C" NOT NULL,
  first_seen BIGINT NOT NULL
);
CREATE INDEX business_space_by_number ON business_space (enterprise_number, first_seen);

CREATE TABLE link (
  partner TEXT COLLATE "C" NOT NULL,
  business TEXT COLLATE "C" NOT NULL,
  client TEXT COLLATE "C" NOT NULL,
  epoch BIGINT NOT NULL,
  active BIGINT NOT NULL CHECK (active IN (0, 1)),
  start_time BIGINT NOT NULL,
  end_time BIGINT,
  PRIMARY KEY (partner, business)
);
CREATE INDEX link_by_business ON link (business, active, partner);

CREATE TABLE link_period (
  partner TEXT COLLATE "C" NOT NULL,
  business TEXT COLLATE "C" NOT NULL,
  start_time BIGINT NOT NULL,
  end_time BIGINT,
  client TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (partner, business, start_time)
);

CREATE TABLE link_end (
  partner TEXT COLLATE "C" NOT NULL,
  business TEXT COLLATE "C" NOT NULL,
  receiver TEXT COLLATE "C" NOT NULL,
  client TEXT COLLATE "C" NOT NULL,
  epoch BIGINT NOT NULL,
  PRIMARY KEY (partner, business, receiver)
);
CREATE INDEX link_end_by_client ON link_end (partner, client);
CREATE INDEX link_end_by_receiver ON link_end (receiver, partner, business);

CREATE TABLE lease_count (
  receiver TEXT COLLATE "C" NOT NULL,
  term BIGINT NOT NULL,
  leases BIGINT NOT NULL,
  PRIMARY KEY (receiver, term)
);

CREATE TABLE receiver (
  receiver TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  incarnation TEXT COLLATE "C" NOT NULL
);
