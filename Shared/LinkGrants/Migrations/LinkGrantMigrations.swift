package import Database

extension MigrationSet {
  /// The tables of `LinkGrantStore`. Included by every service that answers partners.
  package static let linkGrants = MigrationSet(
    name: "link_grants",
    migrations: [
      Migration(
        number: 1, name: "grants",
        sqlite: """
          CREATE TABLE link_grant (
            partner TEXT NOT NULL,
            business TEXT NOT NULL,
            epoch INTEGER NOT NULL,
            active INTEGER NOT NULL CHECK (active IN (0, 1)),
            client TEXT NOT NULL,
            display_name TEXT NOT NULL,
            PRIMARY KEY (partner, business)
          ) STRICT, WITHOUT ROWID;
          CREATE INDEX link_grant_by_business ON link_grant (business, partner);
          CREATE TABLE link_accountant (
            partner TEXT NOT NULL,
            business TEXT NOT NULL,
            subject TEXT NOT NULL,
            PRIMARY KEY (partner, business, subject)
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE link_period (
            partner TEXT NOT NULL,
            business TEXT NOT NULL,
            start_time INTEGER NOT NULL,
            end_time INTEGER,
            PRIMARY KEY (partner, business, start_time)
          ) STRICT, WITHOUT ROWID;
          """,
        postgresql: """
          CREATE TABLE link_grant (
            partner TEXT COLLATE "C" NOT NULL,
            business TEXT COLLATE "C" NOT NULL,
            epoch BIGINT NOT NULL,
            active BIGINT NOT NULL CHECK (active IN (0, 1)),
            client TEXT COLLATE "C" NOT NULL,
            display_name TEXT NOT NULL,
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
          """)
    ])
}
