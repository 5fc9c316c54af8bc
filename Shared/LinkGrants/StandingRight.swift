package import Database
import RPC

extension Database {
  /// Reads what a right allows, and answers it only if the same right still stands once the answer is
  /// made. A link may end while an answer is being made: its end is confirmed to client-link as soon as
  /// it is stored here, and from then on no partner may read, not even from an older snapshot.
  ///
  /// - Parameters:
  ///   - right: What the caller may read under, its links with their epochs; throws where there is none.
  ///   - body: Makes the answer, in the transaction in which the right was asked for first.
  /// - Throws: UNAVAILABLE when the right changes whenever an answer is made.
  package func read<Right: Equatable & Sendable, Answer: Sendable>(
    under right: @escaping @Sendable (isolated Transaction) async throws -> Right,
    _ body: @escaping @Sendable (Right, isolated Transaction) async throws -> Answer
  ) async throws -> Answer {
    for _ in 1...3 {
      let (asked, answer) = try await read { tx in
        let asked = try await right(tx)
        return (asked, try await body(asked, tx))
      }
      if try await read({ tx in try await right(tx) }) == asked { return answer }
    }
    throw RPCError(.unavailable, "the links of this firm are changing: try again")
  }
}
