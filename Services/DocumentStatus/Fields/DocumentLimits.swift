import RPC

/// How much a document may hold, so that one document is no load on those who read it.
enum DocumentLimits {
  /// Lines (BG-25) of a document.
  static let lines = 10_000
  /// Violations that are kept of a document; one more counts the rest.
  static let violations = 200

  /// INVALID_ARGUMENT where there are more lines than a document may hold.
  ///
  /// - Parameter field: What holds them, as the request names it.
  static func checkLines(_ count: Int, of field: String) throws(RPCError) {
    guard count <= lines else {
      throw RPCError(
        .invalidArgument, "\(field) must be at most \(lines), and there are \(count)")
    }
  }
}
