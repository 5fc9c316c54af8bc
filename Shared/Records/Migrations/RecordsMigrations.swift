package import Database

extension MigrationSet {
  /// The tables of `HistoryStore`. Every service includes this set.
  package static let records = MigrationSet(
    name: "records",
    migrations: [
      Migration(
        number: 1, name: "history",
        sqlite: """
          CREATE TABLE person (
            space TEXT NOT NULL,
            person INTEGER NOT NULL,
            subject TEXT NOT NULL,
            display_name TEXT NOT NULL,
            erased INTEGER NOT NULL CHECK (erased IN (0, 1)),
            PRIMARY KEY (space, person)
          ) STRICT, WITHOUT ROWID;
          CREATE INDEX person_by_subject ON person (space, subject, display_name);
          CREATE TABLE history (
            space TEXT NOT NULL,
            thing TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            time INTEGER NOT NULL,
            person INTEGER NOT NULL,
            author_space TEXT NOT NULL,
            author_role TEXT NOT NULL,
            event TEXT NOT NULL,
            status_before TEXT NOT NULL,
            status_after TEXT NOT NULL,
            reason TEXT NOT NULL,
            internal_reason TEXT NOT NULL,
            audience TEXT NOT NULL,
            PRIMARY KEY (space, thing, sequence),
            FOREIGN KEY (space, person) REFERENCES person (space, person)
          ) STRICT, WITHOUT ROWID;
          """,
        postgresql: """
          CREATE TABLE person (
            space TEXT COLLATE "C" NOT NULL,
            person BIGINT NOT NULL,
            subject TEXT COLLATE "C" NOT NULL,
            display_name TEXT NOT NULL,
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
            author_space TEXT NOT NULL,
            author_role TEXT NOT NULL,
            event TEXT NOT NULL,
            status_before TEXT NOT NULL,
            status_after TEXT NOT NULL,
            reason TEXT NOT NULL,
            internal_reason TEXT NOT NULL,
            audience TEXT NOT NULL,
            PRIMARY KEY (space, thing, sequence),
            FOREIGN KEY (space, person) REFERENCES person (space, person)
          );
          """)
    ])
}
