import Database
import RPC
import RPCServices
import Records
import StatusRules

/// Refusals of the document machine whose answer is another than the usual FAILED_PRECONDITION.
extension DocumentMachine {
  /// Decides as the machine does.
  ///
  /// - Parameters:
  ///   - document: As it stands; nil when it is not there yet.
  ///   - twin: The document that makes this one a duplicate.
  /// - Throws: ABORTED for an old etag, ALREADY_EXISTS for a duplicate, INVALID_ARGUMENT for payments
  ///   beyond the total, FAILED_PRECONDITION with every rule that is broken, and `TransitionRefused`
  ///   for everything else.
  static func decide(
    _ event: DocumentEvent, on document: DocumentRecord?, by actor: Actor,
    given facts: DocumentFacts,
    violations: [Violation] = [], twin: DocumentName? = nil
  ) throws -> Outcome<DocumentMachine> {
    do {
      return try decide(event, in: document?.status, by: actor, given: facts)
    } catch {
      guard case .guardFailed(let name, let advice) = error.reason else { throw error }
      switch DocumentGuard(rawValue: name) {
      case .etag: throw ETagMismatch(current: document?.etag ?? "")
      case .notDuplicate: throw RPCError.duplicate(of: twin)
      case .paymentsWithinTotal: throw RPCError(.invalidArgument, advice, cause: error)
      case .compliantEInvoice, .completeFields: throw RPCError(error, breaking: violations)
      case .activeLink, .assigned, nil: throw error
      }
    }
  }
}

extension RPCError {
  /// The twin is in the caller's own space, so it may be named.
  static func duplicate(of twin: DocumentName?) -> RPCError {
    let name = twin?.description ?? "another document"
    return .detailed(
      .alreadyExists,
      "\(name) has the same content, or the same sender, number, type and year: look at it, and"
        + " discard whichever is not needed",
      reason: "DUPLICATE", metadata: ["document": name])
  }

  /// Names every broken rule; the message has room for the first five.
  fileprivate init(_ refused: TransitionRefused, breaking violations: [Violation]) {
    let fatal = violations.filter(\.isFatal)
    let shown = fatal.prefix(5).map { violation in
      violation.location.isEmpty
        ? "\(violation.rule) \(violation.message)"
        : "\(violation.rule) at \(violation.location): \(violation.message)"
    }
    let more = fatal.count > shown.count ? " … and \(fatal.count - shown.count) more" : ""
    self.init(
      refused, advice: "\(shown.joined(separator: " · "))\(more)",
      violations: fatal.map { .init(type: $0.rule, subject: $0.location, $0.message) })
  }
}
