package import Database
import Identity
package import RPC

/// Makes each changing call happen once: the change and its answer are kept in one transaction under
/// the caller's `request_id`, and the same request gets the same answer for 24 hours.
package struct Changes: Sendable {
  private let database: Database
  private let keys = RequestKeys()

  package init(in database: Database) { self.database = database }

  /// Runs `change` in a transaction, or returns the answer it gave before.
  ///
  /// - Parameters:
  ///   - requestID: A UUID; empty for a call that is idempotent by state and wants no key.
  ///   - request: What is asked. The same id with another request is INVALID_ARGUMENT.
  ///   - permitted: Throws where the caller may not have the answer now. Asked in the transaction, and
  ///     also before an answer is given again: a right that has ended since ends that too.
  package func once<Request: WireMessage, Answer: WireMessage>(
    _ call: ServerCall, _ requestID: String, _ request: Request,
    permitted: @escaping @Sendable (isolated Transaction) async throws -> Void = { _ in },
    _ change: @escaping @Sendable (isolated Transaction) async throws -> Answer
  ) async throws -> Answer {
    guard !requestID.isEmpty else {
      return try await database.write { tx in
        try await permitted(tx)
        return try await change(tx)
      }
    }
    let key = try RequestKey(call, requestID)
    let content = try request.wireBytes()
    let (made, kept) = try await database.write { [keys] tx in
      try await permitted(tx)
      var made: Answer?
      let kept = try await keys.once(tx, key, content: content) {
        let answer = try await change(tx)
        made = answer
        return try answer.wireBytes()
      }
      return (made, kept)
    }
    return try made ?? Answer(storedBytes: kept)
  }

  /// The answer that the request was given before; nil for a new one. For changes that are too long
  /// for one transaction: they ask here first, make their pieces, each idempotent by state, and keep
  /// the answer by `once`.
  package func answer<Request: WireMessage, Answer: WireMessage>(
    given _: Answer.Type, _ call: ServerCall, _ requestID: String, _ request: Request,
    permitted: @escaping @Sendable (isolated Transaction) async throws -> Void
  ) async throws -> Answer? {
    guard !requestID.isEmpty else { return nil }
    let key = try RequestKey(call, requestID)
    let content = try request.wireBytes()
    let kept = try await database.read { [keys] tx in
      try await permitted(tx)
      return try await keys.answer(tx, to: key, content: content)
    }
    return try kept.map { try Answer(storedBytes: $0) }
  }
}

extension RequestKey {
  /// The key of a call; INVALID_ARGUMENT where `requestID` is no UUID (AIP-155).
  package init(_ call: ServerCall, _ requestID: String) throws(RPCError) {
    guard RequestKey.isUUID(requestID) else {
      throw RPCError(
        .invalidArgument, "request_id must be a UUID: 8-4-4-4-12 hexadecimal digits, or empty")
    }
    let author = Author(try call.caller)
    self.init(
      space: author.space, subject: author.subject, method: call.method.path, id: requestID)
  }

  private static func isUUID(_ text: String) -> Bool {
    guard text.utf8.count == 36 else { return false }
    var place = 0
    for byte in text.utf8 {
      switch (place, byte) {
      case (8, UInt8(ascii: "-")), (13, UInt8(ascii: "-")), (18, UInt8(ascii: "-")),
        (23, UInt8(ascii: "-")):
        break
      case (8, _), (13, _), (18, _), (23, _): return false
      case (_, UInt8(ascii: "0")...UInt8(ascii: "9")), (_, UInt8(ascii: "a")...UInt8(ascii: "f")),
        (_, UInt8(ascii: "A")...UInt8(ascii: "F")):
        break
      default: return false
      }
      place += 1
    }
    return true
  }
}
