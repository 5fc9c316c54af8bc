internal import CPostgreSQL

/// Reads the rows of a result, which are in binary.
enum PostgreSQLRows {
  /// - Parameter columns: those of an earlier result of the same statement, to be shared.
  static func read(
    _ result: OpaquePointer, columns known: inout Columns?
  ) throws(DatabaseError) -> StatementResult {
    var answer = StatementResult()
    // SELECT too reports a count, that of its rows.
    let verb = unsafe String(cString: PQcmdStatus(result)).prefix { $0 != " " }
    if verb != "SELECT" { answer.changes = unsafe Int(String(cString: PQcmdTuples(result))) ?? 0 }
    let width = unsafe PQnfields(result)
    let columns: Columns
    if let shared = known, shared.names.count == Int(width) {
      columns = shared
    } else {
      columns = Columns(
        names: (0..<width).map { unsafe String(cString: PQfname(result, $0)) })
      known = columns
    }
    let types = (0..<width).map { unsafe PQftype(result, $0) }
    let height = unsafe PQntuples(result)
    answer.rows.reserveCapacity(Int(height))
    for row in 0..<height {
      var values: [SQLValue] = []
      values.reserveCapacity(Int(width))
      for column in 0..<width {
        let name = columns.names[Int(column)]
        values.append(
          try unsafe value(result, row, column, type: types[Int(column)], name: name))
      }
      answer.rows.append(Row(columns: columns, values: values))
    }
    return answer
  }

  private static func value(
    _ result: OpaquePointer, _ row: Int32, _ column: Int32, type: Oid, name: String
  ) throws(DatabaseError) -> SQLValue {
    if unsafe PQgetisnull(result, row, column) == 1 { return .null }
    let content = unsafe UnsafeRawBufferPointer(
      start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
    switch type {
    case PostgreSQLType.int8, PostgreSQLType.int4, PostgreSQLType.int2:
      return .int(unsafe signed(content))
    case PostgreSQLType.bool, PostgreSQLType.oid:
      return .int(unsafe content.reduce(0) { $0 << 8 | Int64($1) })
    case PostgreSQLType.text, PostgreSQLType.varchar, PostgreSQLType.bpchar, PostgreSQLType.name,
      PostgreSQLType.unknown:
      return .text(unsafe String(decoding: content, as: UTF8.self))
    case PostgreSQLType.bytea:
      return .bytes(unsafe [UInt8](content))
    case PostgreSQLType.void:
      return .null
    case PostgreSQLType.numeric:
      guard let number = unsafe whole(content) else {
        throw DatabaseError(
          .misuse, "column \(name) holds a fraction, or more than 64 bits")
      }
      return .int(number)
    default:
      throw DatabaseError(
        .misuse, "column \(name) has a type that is no whole number, text or bytes (\(type))")
    }
  }

  private static func signed(_ bytes: UnsafeRawBufferPointer) -> Int64 {
    let first: Int64 = unsafe (bytes.first ?? 0) & 0x80 == 0 ? 0 : -1
    return unsafe bytes.reduce(first) { $0 << 8 | Int64($1) }
  }

  /// A numeric that is a whole number, as SUM over BIGINT gives it: four numbers of 16 bits (count of
  /// digits, weight of the first, sign, scale), then digits to the base of 10,000.
  private static func whole(_ bytes: UnsafeRawBufferPointer) -> Int64? {
    let words = stride(from: 0, to: bytes.count - 1, by: 2).map {
      unsafe Int64(bytes[$0]) << 8 | Int64(bytes[$0 + 1])
    }
    guard words.count >= 4, words.count == Int(words[0]) + 4 else { return nil }
    let sign: Int64
    switch words[2] {
    case 0: sign = 1
    case 0x4000: sign = -1
    default: return nil
    }
    let weight = Int(Int16(truncatingIfNeeded: words[1]))
    let digits = Array(words[4...])
    guard digits.count <= weight + 1 || digits.isEmpty, weight < 5 else { return nil }
    var number: Int64 = 0
    for place in 0..<max(0, weight + 1) {
      let digit = place < digits.count ? digits[place] : 0
      let (grown, tooLarge) = number.multipliedReportingOverflow(by: 10_000)
      let (sum, overflow) = grown.addingReportingOverflow(sign * digit)
      if tooLarge || overflow { return nil }
      number = sum
    }
    return number
  }
}
