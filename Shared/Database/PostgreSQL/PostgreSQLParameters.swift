internal import CPostgreSQL

/// The values of a statement as they go over the wire: int8, text or bytea, in binary.
struct PostgreSQLParameters {
  /// Type numbers of PostgreSQL; 0 leaves a NULL's type to the server.
  private(set) var types: [Oid] = []
  private var bytes: [UInt8] = []
  /// Where each value stands in `bytes`; nil: NULL.
  private var ranges: [Range<Int>?] = []

  init(_ values: [SQLValue], sql: String) throws(DatabaseError) {
    for (index, value) in values.enumerated() {
      let start = bytes.count
      switch value {
      case .null: break
      case .int(let number):
        for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> (56 - 8 * shift))) }
      case .text(let text):
        bytes += text.utf8
        if bytes[start...].contains(0) {
          throw DatabaseError(.check, "a text with a NUL character for $\(index + 1) in: \(sql)")
        }
      case .bytes(let content): bytes += content
      }
      ranges.append(value == .null ? nil : start..<bytes.count)
      types.append(value.postgreSQLType)
    }
    // An empty array has no address, and an empty value must have one: NULL is told by its absence.
    bytes.append(0)
  }

  /// Calls libpq with the count, values, lengths and formats of the parameters.
  func withPointers<Answer>(
    _ body: (
      Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
    ) -> Answer
  ) -> Answer {
    unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      let pointers: [UnsafePointer<CChar>?] = unsafe ranges.map { range in
        unsafe range.flatMap { range in unsafe start.map { unsafe $0 + range.lowerBound } }
      }
      let lengths = ranges.map { Int32($0?.count ?? 0) }
      let formats = [Int32](repeating: 1, count: ranges.count)
      return unsafe body(Int32(ranges.count), pointers, lengths, formats)
    }
  }
}

extension SQLValue {
  fileprivate var postgreSQLType: Oid {
    switch self {
    case .null: 0
    case .int: PostgreSQLType.int8
    case .text: PostgreSQLType.text
    case .bytes: PostgreSQLType.bytea
    }
  }
}

/// Numbers of types as the server's catalogue has them since ever.
enum PostgreSQLType {
  static let bool: Oid = 16
  static let bytea: Oid = 17
  static let name: Oid = 19
  static let int8: Oid = 20
  static let int2: Oid = 21
  static let int4: Oid = 23
  static let text: Oid = 25
  static let oid: Oid = 26
  static let unknown: Oid = 705
  static let bpchar: Oid = 1042
  static let varchar: Oid = 1043
  static let numeric: Oid = 1700
  static let void: Oid = 2278
}
