package import Database

extension MigrationSet {
  /// The tables of `LinkGrantStore`. Included by every service that answers partners.
  package static let linkGrants = MigrationSet(name: "link_grants", migrations: [grants])
}

private let grants = Migration(number: 1, name: "grants") { words in
  """
  CREATE TABLE link_grant (
    partner \(words.text) NOT NULL,
    business \(words.text) NOT NULL,
    epoch \(words.int) NOT NULL,
    active \(words.int) NOT NULL CHECK (active IN (0, 1)),
    client \(words.text) NOT NULL,
    display_name \(words.text) NOT NULL,
    PRIMARY KEY (partner, business)
  ) \(words.table);
  CREATE INDEX link_grant_by_business ON link_grant (business, partner);
  CREATE TABLE link_accountant (
    partner \(words.text) NOT NULL,
    business \(words.text) NOT NULL,
    subject \(words.text) NOT NULL,
    PRIMARY KEY (partner, business, subject)
  ) \(words.table);
  CREATE TABLE link_period (
    partner \(words.text) NOT NULL,
    business \(words.text) NOT NULL,
    start_time \(words.int) NOT NULL,
    end_time \(words.int),
    PRIMARY KEY (partner, business, start_time)
  ) \(words.table);
  """
}
