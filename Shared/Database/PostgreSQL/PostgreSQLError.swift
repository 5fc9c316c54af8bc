internal import CPostgreSQL

/// What the server refused, or how the connection to it ended.
struct PostgreSQLFailure: Error {
  let error: DatabaseError
  /// Another transaction was in the way: the body may be run again.
  var isConflict = false
  /// A key is there already, or gone, and the body may not have known: another transaction may have
  /// written it since this one's snapshot, which the server does not always tell from a mistake. The
  /// body is run once more and then sees it.
  var isClash = false
  /// The connection is gone, and with it everything that was not committed.
  var isLost = false
  /// The server knows this connection's prepared statements no longer, or not for these tables.
  var isStale = false

  static func lost(_ message: String) -> PostgreSQLFailure {
    PostgreSQLFailure(error: DatabaseError(.connection, message), isLost: true)
  }
}

extension PostgreSQLFailure {
  /// - Parameter state: the five characters of an SQLSTATE.
  init(state: String, message: String, doing what: String) {
    // The texts of class 22 quote the value, which may be personal data.
    let text = state.hasPrefix("22") ? "a value does not fit its type" : message
    error = DatabaseError(
      DatabaseError.kind(ofSQLState: state), "\(text) (SQLSTATE \(state)) in: \(what)")
    isConflict = state == "40001" || state == "40P01"
    isClash = state == "23505" || state == "23503"
    // The server's last words: it ends this connection, and shuts down or has crashed elsewhere.
    isLost = ["57P01", "57P02", "57P03", "57P05"].contains(state)
    isStale = state == "26000" || message.hasPrefix("cached plan must not change")
  }

  /// Reads a result that is an error.
  init(result: OpaquePointer, doing what: String) {
    let state = unsafe cpostgresql_sqlstate(result).map { unsafe String(cString: $0) }
    let message = unsafe cpostgresql_message(result).map { unsafe String(cString: $0) }
    guard let state else {
      self = .lost(unsafe String(cString: PQresultErrorMessage(result)).trimmed)
      return
    }
    self.init(state: state, message: message ?? "refused", doing: what)
  }
}

extension DatabaseError {
  static func kind(ofSQLState state: String) -> Kind {
    switch state {
    case "23505": return .unique
    case "23503": return .foreignKey
    case "42804": return .check
    case "40001", "40P01", "55P03": return .serialization
    case "25006": return .readOnly
    case "53100": return .diskFull
    case "53300", "3D000", "42501", "42000": return .connection
    case "57014", "25P03": return .timeLimit
    case "08P01": return .misuse
    case "XX001", "XX002": return .corrupt
    default: break
    }
    switch state.prefix(2) {
    case "08", "28", "57": return .connection
    case "22", "23": return .check
    case "0A", "26", "42": return .misuse
    default: return .other
    }
  }
}

extension String {
  /// libpq's texts end in a line break.
  var trimmed: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
