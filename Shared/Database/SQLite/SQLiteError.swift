internal import CSQLite

extension DatabaseError {
  /// Reads the error of the last call on a connection.
  init(sqlite database: OpaquePointer?, doing what: @autoclosure () -> String) {
    guard let database = unsafe database else {
      self.init(.other, "\(what()): no memory for a connection")
      return
    }
    let code = unsafe sqlite3_extended_errcode(database)
    let text = unsafe String(cString: sqlite3_errmsg(database))
    self.init(Self.kind(ofSQLite: code), "\(text) (SQLite \(code)) in: \(what())")
  }

  static func kind(ofSQLite code: Int32) -> Kind {
    switch code {
    case sqliteConstraint(6), sqliteConstraint(8), sqliteConstraint(10): return .unique
    case sqliteConstraint(3): return .foreignKey
    default: break
    }
    switch code & 0xFF {
    case SQLITE_CONSTRAINT: return .check
    case SQLITE_BUSY, SQLITE_LOCKED: return .serialization
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: return .connection
    case SQLITE_FULL: return .diskFull
    case SQLITE_READONLY: return .readOnly
    case SQLITE_CORRUPT, SQLITE_NOTADB: return .corrupt
    case SQLITE_INTERRUPT: return .timeLimit
    case SQLITE_ERROR, SQLITE_RANGE, SQLITE_MISUSE, SQLITE_MISMATCH, SQLITE_TOOBIG: return .misuse
    default: return .other
    }
  }

  /// SQLITE_CONSTRAINT_FOREIGNKEY (3), _PRIMARYKEY (6), _UNIQUE (8), _ROWID (10): computed macros,
  /// which are not imported.
  private static func sqliteConstraint(_ number: Int32) -> Int32 { SQLITE_CONSTRAINT | number << 8 }
}
