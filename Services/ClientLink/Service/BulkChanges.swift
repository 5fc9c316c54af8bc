import Contracts
import Database
import Identity
import RPC
import Records

/// Many small changes that one call asks for: some at a time in a transaction, an answer for each, and
/// one that is refused stops no other. With a `request_id` each is made once, like a call of its own.
struct BulkChanges: Sendable {
  /// The one writer serves others between two transactions of these: some 10 ms each.
  private static let batch = 50

  private let database: Database
  private let requestID: String
  private let call: ServerCall
  private let keys = RequestKeys()

  /// INVALID_ARGUMENT where the id is no UUID; empty for none.
  init(in database: Database, _ call: ServerCall, requestID: String) throws {
    if !requestID.isEmpty { _ = try RequestKey(call, requestID) }
    self.database = database
    self.requestID = requestID
    self.call = call
  }

  /// Makes the changes in order.
  ///
  /// - Parameters:
  ///   - change: Leaves nothing half done when it throws: what it throws is one item's answer, and
  ///     the transaction of the others goes on. A `DatabaseError` ends the call.
  ///   - refused: The answer for an item that was refused.
  func each<Item: Sendable, Answer: WireMessage>(
    _ items: [BulkItem<Item>],
    _ change: @escaping @Sendable (Item, isolated Transaction) async throws -> Answer,
    refused: @escaping @Sendable (BulkItem<Item>, RPCError) -> Answer
  ) async throws -> [Answer] {
    var answers: [Answer] = []
    for first in stride(from: 0, to: items.count, by: Self.batch) {
      let batch = Array(items[first..<min(first + Self.batch, items.count)])
      answers += try await database.write { tx in
        var answers: [Answer] = []
        for item in batch {
          answers.append(try await once(item, change, refused, in: tx))
        }
        return answers
      }
    }
    return answers
  }

  private func once<Item, Answer: WireMessage>(
    _ item: BulkItem<Item>,
    _ change: (Item, isolated Transaction) async throws -> Answer,
    _ refused: (BulkItem<Item>, RPCError) -> Answer, in tx: isolated Transaction
  ) async throws -> Answer {
    guard !requestID.isEmpty else { return try await answer(item, change, refused, in: tx) }
    let key = try RequestKey(call, requestID, item: "\(item.id)")
    do {
      return try Answer(
        storedBytes: try await keys.once(tx, key, content: item.content) {
          try await answer(item, change, refused, in: tx).wireBytes()
        })
    } catch let error as RequestKeyReused {
      return refused(item, try Self.refusal(error))
    }
  }

  private func answer<Item, Answer>(
    _ item: BulkItem<Item>,
    _ change: (Item, isolated Transaction) async throws -> Answer,
    _ refused: (BulkItem<Item>, RPCError) -> Answer, in tx: isolated Transaction
  ) async throws -> Answer {
    do {
      return try await change(item.item, tx)
    } catch {
      return refused(item, try Self.refusal(error))
    }
  }

  /// What is an item's own refusal; anything else is thrown on.
  private static func refusal(_ error: any Error) throws -> RPCError {
    guard !(error is DatabaseError), let status = ErrorTranslation.status(of: error) as? RPCError
    else { throw error }
    return status
  }
}

/// One of many changes.
struct BulkItem<Item: Sendable>: Sendable {
  /// Tells it from the others of its call: a line, a place.
  let id: Int64
  /// What is asked, as bytes: another content under the same id is refused.
  let content: [UInt8]
  let item: Item
}
