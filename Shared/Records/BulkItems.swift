package import Contracts
package import Database
package import RPC

extension RequestKey {
  /// The key of one of many changes that a call with a `request_id` asks for.
  ///
  /// - Parameter item: Tells it from the others of its call: its place, its name.
  package init(_ call: ServerCall, _ requestID: String, item: String) throws(RPCError) {
    let whole = try RequestKey(call, requestID)
    self.init(
      space: whole.space, subject: whole.subject, method: whole.method, id: "\(whole.id)/\(item)")
  }
}

extension ItemStatus {
  package static let ok = ItemStatus(code: 0, message: "")

  /// What one of many changes was refused for, as its caller is told.
  package init(_ error: RPCError) {
    self.init(code: Int32(error.code.rawValue), message: error.message)
  }
}
