/// The one error type of the runtime: what a call ends with when it does not succeed.
///
/// A handler throws it to choose the status its caller sees; a client call throws it with the
/// status that came back. `message` and `details` go over the wire, `cause` never does.
@usableFromInline
package struct RPCError: Error, Sendable {
  /// The status as gRPC numbers it.
  package var code: Code
  /// For outsiders: says what to do about it and names nothing internal.
  package var message: String
  /// A serialized google.rpc.Status, sent as `grpc-status-details-bin`; empty means none.
  package var details: [UInt8]
  /// What really happened, for the log of this process only.
  package var cause: (any Error)?
  /// Trailing metadata, sent and received beside the status.
  package var metadata: Metadata

  package init(
    _ code: Code, _ message: String, details: [UInt8] = [], cause: (any Error)? = nil,
    metadata: Metadata = Metadata()
  ) {
    self.code = code
    self.message = message
    self.details = details
    self.cause = cause
    self.metadata = metadata
  }
}

extension RPCError {
  /// The canonical codes of gRPC, in its numbering.
  package enum Code: Int, Sendable, CaseIterable {
    case ok = 0
    case cancelled, unknown, invalidArgument, deadlineExceeded, notFound, alreadyExists
    case permissionDenied, resourceExhausted, failedPrecondition, aborted, outOfRange
    case unimplemented, internalError, unavailable, dataLoss, unauthenticated

    /// The name as logs, metrics and service configs write it, "FAILED_PRECONDITION".
    package var name: String {
      switch self {
      case .ok: "OK"
      case .cancelled: "CANCELLED"
      case .unknown: "UNKNOWN"
      case .invalidArgument: "INVALID_ARGUMENT"
      case .deadlineExceeded: "DEADLINE_EXCEEDED"
      case .notFound: "NOT_FOUND"
      case .alreadyExists: "ALREADY_EXISTS"
      case .permissionDenied: "PERMISSION_DENIED"
      case .resourceExhausted: "RESOURCE_EXHAUSTED"
      case .failedPrecondition: "FAILED_PRECONDITION"
      case .aborted: "ABORTED"
      case .outOfRange: "OUT_OF_RANGE"
      case .unimplemented: "UNIMPLEMENTED"
      case .internalError: "INTERNAL"
      case .unavailable: "UNAVAILABLE"
      case .dataLoss: "DATA_LOSS"
      case .unauthenticated: "UNAUTHENTICATED"
      }
    }
  }
}

extension RPCError: CustomStringConvertible {
  @usableFromInline
  package var description: String {
    let shown = message.isEmpty ? code.name : "\(code.name): \(message)"
    return cause.map { "\(shown) (\($0))" } ?? shown
  }
}
