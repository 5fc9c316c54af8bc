import Database
import Records

/// Everything this service keeps.
let migrations: [MigrationSet] = [
  .library, .records, .incarnation,
  MigrationSet(name: "client-link", migrations: [clients, leaseCounts, receivers]),
]

private let clients = Migration(number: 1, name: "clients, invitations, links") { words in
  """
  CREATE TABLE partner (
    partner \(words.text) NOT NULL PRIMARY KEY,
    kind \(words.text) NOT NULL,
    display_name \(words.text) NOT NULL
  ) \(words.table);

  CREATE TABLE client (
    partner \(words.text) NOT NULL,
    client \(words.text) NOT NULL,
    display_name \(words.text) NOT NULL,
    enterprise_number \(words.text) NOT NULL,
    contact_email \(words.text) NOT NULL,
    language_code \(words.text) NOT NULL,
    status \(words.text) NOT NULL,
    status_before_invitation \(words.text),
    invited_since \(words.int),
    check_passed \(words.int) NOT NULL CHECK (check_passed IN (0, 1)),
    consent_business \(words.text),
    business \(words.text),
    subscription_plan \(words.text) NOT NULL,
    create_time \(words.int) NOT NULL,
    update_time \(words.int) NOT NULL,
    version \(words.int) NOT NULL,
    PRIMARY KEY (partner, client)
  ) \(words.table);
  CREATE UNIQUE INDEX client_by_number ON client (partner, enterprise_number);
  CREATE INDEX client_by_name ON client (partner, display_name, client);

  CREATE TABLE client_accountant (
    partner \(words.text) NOT NULL,
    client \(words.text) NOT NULL,
    subject \(words.text) NOT NULL,
    prepared \(words.int) NOT NULL CHECK (prepared IN (0, 1)),
    PRIMARY KEY (partner, client, prepared, subject),
    FOREIGN KEY (partner, client) REFERENCES client (partner, client) ON DELETE CASCADE
  ) \(words.table);

  CREATE TABLE client_integration (
    partner \(words.text) NOT NULL,
    client \(words.text) NOT NULL,
    place \(words.int) NOT NULL,
    connector \(words.text) NOT NULL,
    display_name \(words.text) NOT NULL,
    PRIMARY KEY (partner, client, place),
    FOREIGN KEY (partner, client) REFERENCES client (partner, client) ON DELETE CASCADE
  ) \(words.table);

  CREATE TABLE subscription (
    partner \(words.text) NOT NULL,
    client \(words.text) NOT NULL,
    start_time \(words.int) NOT NULL,
    end_time \(words.int),
    plan \(words.text) NOT NULL,
    PRIMARY KEY (partner, client, start_time)
  ) \(words.table);

  CREATE TABLE rejection (
    partner \(words.text) NOT NULL,
    enterprise_number \(words.text) NOT NULL,
    client \(words.text) NOT NULL,
    display_name \(words.text) NOT NULL,
    language_code \(words.text) NOT NULL,
    time \(words.int) NOT NULL,
    PRIMARY KEY (partner, enterprise_number)
  ) \(words.table);
  CREATE UNIQUE INDEX rejection_by_client ON rejection (partner, client);

  CREATE TABLE invitation (
    partner \(words.text) NOT NULL,
    invitation \(words.text) NOT NULL,
    client \(words.text) NOT NULL,
    token_hash \(words.bytes) NOT NULL,
    status \(words.text) NOT NULL,
    message \(words.text) NOT NULL,
    create_time \(words.int) NOT NULL,
    expire_time \(words.int) NOT NULL,
    remind_time \(words.int),
    chosen_business \(words.text),
    number_matches \(words.int) NOT NULL CHECK (number_matches IN (0, 1)),
    PRIMARY KEY (partner, client, invitation)
  ) \(words.wideTable);
  CREATE UNIQUE INDEX invitation_by_id ON invitation (partner, invitation);
  CREATE UNIQUE INDEX invitation_by_token ON invitation (partner, token_hash);
  CREATE INDEX invitation_by_expiry ON invitation (status, expire_time);
  CREATE INDEX invitation_by_reminder ON invitation (status, remind_time);

  CREATE TABLE business_space (
    business \(words.text) NOT NULL PRIMARY KEY,
    enterprise_number \(words.text) NOT NULL,
    first_seen \(words.int) NOT NULL
  ) \(words.table);
  CREATE INDEX business_space_by_number ON business_space (enterprise_number, first_seen);

  CREATE TABLE link (
    partner \(words.text) NOT NULL,
    business \(words.text) NOT NULL,
    client \(words.text) NOT NULL,
    epoch \(words.int) NOT NULL,
    active \(words.int) NOT NULL CHECK (active IN (0, 1)),
    start_time \(words.int) NOT NULL,
    end_time \(words.int),
    PRIMARY KEY (partner, business)
  ) \(words.table);
  CREATE INDEX link_by_business ON link (business, active, partner);

  CREATE TABLE link_period (
    partner \(words.text) NOT NULL,
    business \(words.text) NOT NULL,
    start_time \(words.int) NOT NULL,
    end_time \(words.int),
    client \(words.text) NOT NULL,
    PRIMARY KEY (partner, business, start_time)
  ) \(words.table);

  CREATE TABLE link_end (
    partner \(words.text) NOT NULL,
    business \(words.text) NOT NULL,
    receiver \(words.text) NOT NULL,
    client \(words.text) NOT NULL,
    epoch \(words.int) NOT NULL,
    PRIMARY KEY (partner, business, receiver)
  ) \(words.table);
  CREATE INDEX link_end_by_client ON link_end (partner, client);
  CREATE INDEX link_end_by_receiver ON link_end (receiver, partner, business);
  """
}

/// Several replicas hand leases out.
private let leaseCounts = Migration(number: 2, name: "leases of several replicas") { words in
  """
  CREATE TABLE lease_count (
    receiver \(words.text) NOT NULL,
    term \(words.int) NOT NULL,
    leases \(words.int) NOT NULL,
    PRIMARY KEY (receiver, term)
  ) \(words.table);
  """
}

/// Which data of each receiver were last compared with the links; empty: none yet.
private let receivers = Migration(number: 3, name: "incarnations of the receivers") { words in
  """
  CREATE TABLE receiver (
    receiver \(words.text) NOT NULL PRIMARY KEY,
    incarnation \(words.text) NOT NULL
  ) \(words.table);
  """
}
