package import Database

extension MigrationSet {
  /// The tables of `HistoryStore`. Every service includes this set.
  package static let records = MigrationSet(name: "records", migrations: [history])
}

private let history = Migration(number: 1, name: "history") { words in
  """
  CREATE TABLE person (
    space \(words.text) NOT NULL,
    person \(words.int) NOT NULL,
    subject \(words.text) NOT NULL,
    display_name \(words.text) NOT NULL,
    erased \(words.int) NOT NULL CHECK (erased IN (0, 1)),
    PRIMARY KEY (space, person)
  ) \(words.table);
  CREATE INDEX person_by_subject ON person (space, subject, display_name);
  CREATE TABLE history (
    space \(words.text) NOT NULL,
    thing \(words.text) NOT NULL,
    sequence \(words.int) NOT NULL,
    time \(words.int) NOT NULL,
    person \(words.int) NOT NULL,
    author_space \(words.text) NOT NULL,
    author_role \(words.text) NOT NULL,
    event \(words.text) NOT NULL,
    status_before \(words.text) NOT NULL,
    status_after \(words.text) NOT NULL,
    reason \(words.text) NOT NULL,
    internal_reason \(words.text) NOT NULL,
    audience \(words.text) NOT NULL,
    PRIMARY KEY (space, thing, sequence),
    FOREIGN KEY (space, person) REFERENCES person (space, person)
  ) \(words.table);
  """
}
