import Contracts

extension Failure {
  /// A bulk command that did not go well for every item ends with a code of its own: what went well
  /// is done, and the table says the rest.
  static func checkAll(_ results: [ItemStatus?], _ done: String) throws(Failure) {
    let failed = results.count { $0.map { !$0.isOK } ?? false }
    guard failed == 0 else {
      throw Failure(.partly, "\(failed) of \(results.count) were not \(done)")
    }
  }
}
