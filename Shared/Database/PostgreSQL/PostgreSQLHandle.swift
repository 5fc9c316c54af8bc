internal import CPostgreSQL

/// The unsafe part of a connection: libpq's pointer, closed with this value's end.
@safe final class PostgreSQLHandle {
  enum Progress {
    case waiting
    case connected
    case failed
  }

  private let pointer: OpaquePointer?
  private var polling = PGRES_POLLING_WRITING
  private(set) var hasUnsent = false

  /// Starts to connect. Addresses are among the parameters, so nothing here waits.
  init(_ parameters: [String: String]) {
    unsafe pointer = unsafe withPostgreSQLParameters(parameters) { keywords, values in
      unsafe PQconnectStartParams(keywords, values, 0)
    }
    unsafe cpostgresql_ignore_notices(pointer)
  }

  deinit { unsafe PQfinish(pointer) }

  var isBad: Bool { unsafe PQstatus(pointer) == CONNECTION_BAD }

  /// What libpq says about the last failure.
  var message: String { unsafe String(cString: PQerrorMessage(pointer)).trimmed }

  var socket: Int32 { unsafe PQsocket(pointer) }

  var wantsWrite: Bool { polling == PGRES_POLLING_WRITING }

  func goOnConnecting() -> Progress {
    polling = unsafe PQconnectPoll(pointer)
    switch polling {
    case PGRES_POLLING_OK:
      let isReady = unsafe PQsetnonblocking(pointer, 1) == 0 && PQenterPipelineMode(pointer) == 1
      return isReady ? .connected : .failed
    case PGRES_POLLING_FAILED: return .failed
    default: return .waiting
    }
  }

  func prepare(_ statement: PostgreSQLStatement) -> Bool {
    let types = statement.key.types
    return unsafe PQsendPrepare(
      pointer, statement.name, statement.key.sql, Int32(types.count), types) == 1
  }

  func execute(_ statement: PostgreSQLStatement, _ parameters: PostgreSQLParameters) -> Bool {
    unsafe parameters.withPointers { count, values, lengths, formats in
      unsafe PQsendQueryPrepared(pointer, statement.name, count, values, lengths, formats, 1) == 1
    }
  }

  /// Ends an operation, and sends what the socket takes at once.
  func sync() -> Bool {
    hasUnsent = true
    return unsafe PQpipelineSync(pointer) == 1
  }

  func flush() -> Bool {
    let state = unsafe PQflush(pointer)
    hasUnsent = state == 1
    return state >= 0
  }

  /// Reads what has arrived. False: the connection has ended.
  func read() -> Bool { unsafe PQconsumeInput(pointer) == 1 }

  /// The next result that is here; nil where libpq would wait for more.
  func nextResult() -> PostgreSQLResult? {
    // libpq ends the results of a statement by one NULL; a second says that there is nothing.
    for _ in 0..<2 {
      guard unsafe PQisBusy(pointer) == 0 else { return nil }
      if let result = unsafe PQgetResult(pointer) { return unsafe PostgreSQLResult(result) }
    }
    return nil
  }
}

/// A result, freed with this value's end.
@safe final class PostgreSQLResult {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = unsafe pointer }

  deinit { unsafe PQclear(pointer) }
}
