import Contracts
import Database
package import RPC
package import RPCServices
package import StatusRules

/// The one place where what a service throws becomes a gRPC status. It stands around every call, so
/// that methods throw what went wrong in their own terms.
package struct ErrorTranslation: ServerInterceptor {
  package init() {}

  package func intercept(
    _ call: ServerCall, _ next: (ServerCall) async throws -> Void
  ) async throws {
    do {
      try await next(call)
    } catch {
      throw Self.status(of: error)
    }
  }

  /// Anything unknown goes on as it is: the runtime answers it as UNKNOWN with neutral words.
  package static func status(of error: any Error) -> any Error {
    switch error {
    case let error as TransitionRefused: RPCError(error)
    case let error as ETagMismatch:
      RPCError(
        .aborted, "etag is not the present one: read again, look, and try again", cause: error)
    case let error as RequestKeyReused:
      RPCError(
        .invalidArgument, "request_id was used for another request: take a new one", cause: error)
    case PageError.negativePageSize: RPCError(.invalidArgument, "page_size must not be negative")
    case PageError.invalidPageToken:
      RPCError(
        .invalidArgument,
        "page_token is not one that this list gave out: start again without a token")
    case let error as DatabaseError: RPCError(error)
    default: error
    }
  }
}

extension RPCError {
  /// FAILED_PRECONDITION (PERMISSION_DENIED when the role is the reason) with what is allowed now.
  ///
  /// - Parameters:
  ///   - advice: What follows the refusal's own words, for a person.
  ///   - violations: What must be mended first. As many are told as a status has room for.
  package init(
    _ refused: TransitionRefused, advice: String = "",
    violations: [StatusDetails.PreconditionViolation] = []
  ) {
    let code: Code = refused.reason == .actorMayNot ? .permissionDenied : .failedPrecondition
    let message = advice.isEmpty ? refused.description : "\(refused.description) \(advice)"
    let detail = TransitionRefusal(
      machine: refused.machine, status: refused.status ?? "", event: refused.event,
      allowedEvents: refused.allowedEvents, reason: refused.description)
    let packed = GoogleProtobufAny(
      typeUrl: "type.googleapis.com/" + TransitionRefusal.protoName,
      value: (try? detail.wireBytes()) ?? [])
    let others = RPCError.detailed(code, message, reason: "", preconditionViolations: violations)
    var status =
      (try? GoogleRpcStatus(storedBytes: others.details))
      ?? GoogleRpcStatus(code: Int32(code.rawValue), message: message)
    status.details.insert(packed, at: 0)
    self.init(code, message, details: (try? status.wireBytes()) ?? [], cause: refused)
  }

  /// The database's own words may name columns: they go to the log only.
  fileprivate init(_ error: DatabaseError) {
    switch error.kind {
    case .serialization:
      self.init(.aborted, "another change was in the way: try again", cause: error)
    case .overloaded:
      self.init(.resourceExhausted, "too many changes wait: try again later", cause: error)
    case .diskFull, .readOnly:
      self.init(.unavailable, "the store takes no changes at the moment", cause: error)
    case .connection, .timeLimit:
      self.init(.unavailable, "the store cannot be reached at the moment", cause: error)
    case .corrupt: self.init(.dataLoss, "stored data is damaged", cause: error)
    case .unique, .foreignKey, .check, .misuse, .migration, .other:
      self.init(.internalError, "something went wrong on our side", cause: error)
    }
  }
}
