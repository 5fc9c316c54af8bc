/// The words in which the schemas of the engines differ: a migration is written once, with these.
///
///     Migration(number: 1, name: "clients") { words in
///       """
///       CREATE TABLE client (space \(words.text) NOT NULL, … PRIMARY KEY (space, client)) \(words.table);
///       """
///     }
package struct SchemaWords: Sendable {
  /// A text; in the order of its bytes, also where it becomes a key.
  package let text: String
  /// A whole number of 64 bits.
  package let int: String
  package let bytes: String
  /// A number that the engine counts up and never uses twice; the table's primary key.
  package let sequence: String
  /// After the columns of a table with a primary key.
  package let table: String
  /// After the columns of a table with a primary key whose rows may be wider than some 200 bytes. SQLite
  /// keeps a row of a table WITHOUT ROWID in the tree of its key, where few wide ones fit a page and the
  /// rest is spilled: 5.2 KB a row instead of 1.8 for a document with 900 bytes of fields. Narrow rows are
  /// smaller there than in a table and an index beside it.
  package let wideTable: String
  /// After the columns of a table with a `sequence`.
  package let sequenceTable: String

  static let sqlite = SchemaWords(
    text: "TEXT", int: "INTEGER", bytes: "BLOB", sequence: "INTEGER PRIMARY KEY AUTOINCREMENT",
    table: "STRICT, WITHOUT ROWID", wideTable: "STRICT", sequenceTable: "STRICT")

  static let postgresql = SchemaWords(
    text: "TEXT COLLATE \"C\"", int: "BIGINT", bytes: "BYTEA",
    sequence: "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", table: "", wideTable: "",
    sequenceTable: "")
}

extension Migration {
  /// A migration whose statements are the same on both engines but for the words.
  package init(number: Int, name: String, _ statements: (SchemaWords) -> String) {
    self.init(
      number: number, name: name, sqlite: statements(.sqlite), postgresql: statements(.postgresql))
  }
}
