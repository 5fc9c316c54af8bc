import Synchronization

/// The columns of a result, shared by its rows.
final class Columns: Sendable {
  let names: [String]
  /// Where the next name is likely to be: rows are read in the order of their columns. Wherever it
  /// points, the right column is found.
  private let next = Atomic<Int>(0)

  init(names: [String]) { self.names = names }

  func index(of name: String) throws(DatabaseError) -> Int {
    let likely = next.load(ordering: .relaxed)
    if likely < names.count, names[likely] == name {
      next.store(likely + 1, ordering: .relaxed)
      return likely
    }
    // Results have few columns: a walk over them is faster than a dictionary, and needs no storage.
    guard let index = names.firstIndex(of: name) else {
      throw DatabaseError(.misuse, "no column \(name) among \(names.joined(separator: ", "))")
    }
    next.store(index + 1, ordering: .relaxed)
    return index
  }
}

/// One row of a result. Its values are read by column name and type; a column that is not there, or
/// that holds another type, is a `DatabaseError` of kind `misuse`.
package struct Row: Sendable {
  let columns: Columns
  let values: [SQLValue]

  package func value(_ column: String) throws(DatabaseError) -> SQLValue {
    values[try columns.index(of: column)]
  }

  package func int(_ column: String) throws(DatabaseError) -> Int64 {
    guard let value = try optionalInt(column) else { throw unexpected(column, .null, "int") }
    return value
  }

  package func optionalInt(_ column: String) throws(DatabaseError) -> Int64? {
    switch try value(column) {
    case .int(let value): return value
    case .null: return nil
    case let other: throw unexpected(column, other, "int")
    }
  }

  package func text(_ column: String) throws(DatabaseError) -> String {
    guard let value = try optionalText(column) else { throw unexpected(column, .null, "text") }
    return value
  }

  package func optionalText(_ column: String) throws(DatabaseError) -> String? {
    switch try value(column) {
    case .text(let value): return value
    case .null: return nil
    case let other: throw unexpected(column, other, "text")
    }
  }

  package func bytes(_ column: String) throws(DatabaseError) -> [UInt8] {
    guard let value = try optionalBytes(column) else { throw unexpected(column, .null, "bytes") }
    return value
  }

  package func optionalBytes(_ column: String) throws(DatabaseError) -> [UInt8]? {
    switch try value(column) {
    case .bytes(let value): return value
    case .null: return nil
    case let other: throw unexpected(column, other, "bytes")
    }
  }

  /// A Boolean, stored as 0 or 1; any other number is refused.
  package func bool(_ column: String) throws(DatabaseError) -> Bool {
    switch try int(column) {
    case 0: return false
    case 1: return true
    case let other: throw DatabaseError(.misuse, "column \(column) holds \(other), not 0 or 1")
    }
  }

  private func unexpected(_ column: String, _ found: SQLValue, _ wanted: String) -> DatabaseError {
    DatabaseError(.misuse, "column \(column) holds \(found.kind), not \(wanted)")
  }
}
