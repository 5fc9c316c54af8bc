internal import CSQLite
internal import Glibc

/// A prepared statement. It belongs to one connection and is finalized by it.
@safe struct SQLiteStatement {
  let pointer: OpaquePointer
  let columns: Columns
  let parameters: Int
  /// SQLite's own judgement: the statement writes nothing to the file.
  let readsOnly: Bool

  init(_ sql: String, on database: OpaquePointer) throws(DatabaseError) {
    var pointer: OpaquePointer?
    var rest = 0
    let code = unsafe sql.withCString { text in
      var tail: UnsafePointer<CChar>?
      let code = unsafe sqlite3_prepare_v3(
        database, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, &tail)
      if let tail = unsafe tail { rest = unsafe strspn(tail, " \n\t;") - Int(strlen(tail)) }
      return code
    }
    guard code == SQLITE_OK, let pointer = unsafe pointer else {
      throw unsafe DatabaseError(sqlite: database, doing: sql)
    }
    guard rest == 0 else {
      unsafe sqlite3_finalize(pointer)
      throw DatabaseError(.misuse, "more than one statement in: \(sql)")
    }
    unsafe self.pointer = unsafe pointer
    parameters = Int(unsafe sqlite3_bind_parameter_count(pointer))
    readsOnly = unsafe sqlite3_stmt_readonly(pointer) != 0
    columns = Columns(
      names: unsafe (0..<sqlite3_column_count(pointer)).map { column in
        unsafe sqlite3_column_name(pointer, column).map { unsafe String(cString: $0) } ?? ""
      })
    do { try checkParameterOrder(sql) } catch {
      unsafe sqlite3_finalize(pointer)
      throw error
    }
  }

  /// SQLite numbers `$2` by where it first appears, not by its digits; PostgreSQL by its digits. A
  /// query means the same on both only where the two agree.
  private func checkParameterOrder(_ sql: String) throws(DatabaseError) {
    for number in 0..<parameters {
      let name = unsafe sqlite3_bind_parameter_name(pointer, Int32(number + 1))
        .map { unsafe String(cString: $0) }
      guard name == "$\(number + 1)" else {
        throw DatabaseError(
          .misuse, "parameters are $1, $2, … and first appear in that order; in: \(sql)")
      }
    }
  }

  /// The values are bound until `clear`, and `bytes` are theirs so long.
  func bind(_ values: [SQLValue], in bytes: inout BoundBytes, sql: String) throws(DatabaseError) {
    guard values.count == parameters else {
      throw DatabaseError(.misuse, "\(values.count) values for \(parameters) parameters in: \(sql)")
    }
    bytes.clear()
    for (index, value) in values.enumerated() {
      if case .text(let text) = value, text.holdsNUL {
        throw DatabaseError(.check, "a text with a NUL character for $\(index + 1) in: \(sql)")
      }
      guard bind(value, at: Int32(index + 1), in: &bytes) == SQLITE_OK else {
        throw unsafe DatabaseError(sqlite: sqlite3_db_handle(pointer), doing: sql)
      }
    }
  }

  private func bind(_ value: SQLValue, at index: Int32, in bytes: inout BoundBytes) -> Int32 {
    switch value {
    case .null:
      return unsafe sqlite3_bind_null(pointer, index)
    case .int(let number):
      return unsafe sqlite3_bind_int64(pointer, index, number)
    case .text(var text):
      return text.withUTF8 { text in
        let (place, whose) = unsafe bytes.place(UnsafeRawBufferPointer(text))
        return unsafe sqlite3_bind_text64(
          pointer, index, place.assumingMemoryBound(to: CChar.self), UInt64(text.count), whose,
          UInt8(SQLITE_UTF8))
      }
    case .bytes(let blob):
      return unsafe blob.withUnsafeBytes { blob in
        let (place, whose) = unsafe bytes.place(blob)
        return unsafe sqlite3_bind_blob64(pointer, index, place, UInt64(blob.count), whose)
      }
    }
  }

  /// Ends a run of the statement. Nothing is bound any more.
  func clear() {
    unsafe sqlite3_reset(pointer)
    unsafe sqlite3_clear_bindings(pointer)
  }

  /// The row that the statement stands on.
  func row() throws(DatabaseError) -> Row {
    var values: [SQLValue] = []
    values.reserveCapacity(columns.names.count)
    for column in 0..<Int32(columns.names.count) {
      values.append(try value(at: column))
    }
    return Row(columns: columns, values: values)
  }

  private func value(at column: Int32) throws(DatabaseError) -> SQLValue {
    switch unsafe sqlite3_column_type(pointer, column) {
    case SQLITE_INTEGER:
      return .int(unsafe sqlite3_column_int64(pointer, column))
    case SQLITE_TEXT:
      guard let text = unsafe sqlite3_column_text(pointer, column) else { return .null }
      let count = Int(unsafe sqlite3_column_bytes(pointer, column))
      return .text(
        unsafe String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self))
    case SQLITE_BLOB:
      guard let start = unsafe sqlite3_column_blob(pointer, column) else { return .bytes([]) }
      let count = Int(unsafe sqlite3_column_bytes(pointer, column))
      return .bytes(unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count)))
    case SQLITE_FLOAT:
      throw DatabaseError(.misuse, "column \(columns.names[Int(column)]) holds a fraction")
    default:
      return .null
    }
  }
}
