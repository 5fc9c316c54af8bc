import Contracts
import RPC

extension TransitionRefusal {
  /// The refusal among the details of a status; nil where there is none.
  init?(detailOf error: RPCError) {
    guard let status = GoogleRpcStatus(bytes: error.details) else { return nil }
    let name = TransitionRefusal.protoName
    for detail in status.details where detail.typeUrl.hasSuffix("/" + name) {
      guard let refusal = TransitionRefusal(bytes: detail.value) else { continue }
      self = refusal
      return
    }
    return nil
  }
}

extension WireMessage {
  fileprivate init?(bytes: [UInt8]) {
    guard !bytes.isEmpty,
      let message = unsafe try? bytes.withUnsafeBytes({ unsafe try Self(wireBytes: $0) })
    else { return nil }
    self = message
  }
}
