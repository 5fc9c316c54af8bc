/// Copies of an SQLite file, made while it is in use.
extension Database {
  /// The file of an SQLite database; nil for one that is none.
  package static func file(of url: String) throws(DatabaseError) -> String? {
    guard case .sqlite(.file(let path)) = try DatabaseURL(url) else { return nil }
    return path
  }

  /// Writes one committed state of the database to a new file, on a connection of its own: the process
  /// that uses the database goes on, but its log grows until the copy is made. Blocks; the file is not
  /// synced yet.
  package static func copy(_ file: String, to path: String) throws(DatabaseError) {
    let connection = try SQLiteConnection(
      .file(file), role: .checkpointer, options: DatabaseOptions())
    defer { connection.close() }
    try connection.script("VACUUM INTO '\(path.replacing("'", with: "''"))'")
  }

  /// Reads the whole file and follows every reference between rows: on a connection of its own, beside
  /// whoever uses the database. Blocks.
  ///
  /// - Returns: What does not fit, a hundred lines of each kind at most; empty where the file is whole.
  /// - Throws: `DatabaseError`: `corrupt` where the file is damaged so that it cannot be read on.
  package static func problems(in file: String) throws(DatabaseError) -> [String] {
    let connection = try SQLiteConnection(.file(file), role: .reader, options: DatabaseOptions())
    defer { connection.close() }
    let pages = try connection.runAlone(
      "SELECT integrity_check AS answer FROM pragma_integrity_check(100)", [])
    let references = try connection.runAlone(
      """
      SELECT "table" || ': row ' || ifnull(rowid, '?') || ' names no row of ' || parent AS answer
      FROM pragma_foreign_key_check LIMIT 100
      """, [])
    var answers: [String] = []
    for row in pages.rows + references.rows { answers.append(try row.text("answer")) }
    return answers.filter { $0 != "ok" }
  }
}
