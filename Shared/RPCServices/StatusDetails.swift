package import RPC

/// What a status says beyond its code and message, for programs: the messages of
/// google/rpc/error_details.proto that Daybook uses.
package struct StatusDetails: Sendable, Equatable {
  /// A field of the request and what is wrong with it.
  package struct FieldViolation: Sendable, Equatable {
    /// "client.contact_email", as the proto names it.
    package var field: String
    package var description: String

    package init(_ field: String, _ description: String) {
      self.field = field
      self.description = description
    }
  }

  /// Something that must be so before the call can be answered, and is not.
  package struct PreconditionViolation: Sendable, Equatable {
    /// "STATUS", "ETAG".
    package var type: String
    /// What it is about: a resource's name.
    package var subject: String
    package var description: String

    package init(type: String, subject: String, _ description: String) {
      self.type = type
      self.subject = subject
      self.description = description
    }
  }

  /// UPPER_SNAKE_CASE, at most 63 characters: why, in a word that programs compare. Empty: none.
  package var reason: String
  package var domain: String
  package var metadata: [String: String]
  package var fieldViolations: [FieldViolation]
  package var preconditionViolations: [PreconditionViolation]
  /// Trying again earlier is of no use.
  package var retryDelay: Duration?

  package init(
    reason: String = "", domain: String = "daybook", metadata: [String: String] = [:],
    fieldViolations: [FieldViolation] = [], preconditionViolations: [PreconditionViolation] = [],
    retryDelay: Duration? = nil
  ) {
    self.reason = reason
    self.domain = domain
    self.metadata = metadata
    self.fieldViolations = fieldViolations
    self.preconditionViolations = preconditionViolations
    self.retryDelay = retryDelay
  }
}

extension RPCError {
  /// A status with details that programs read: a google.rpc.Status with ErrorInfo and, where there
  /// are any, BadRequest, PreconditionFailure and RetryInfo.
  package static func detailed(
    _ code: Code, _ message: String, reason: String, domain: String = "daybook",
    metadata: [String: String] = [:], fieldViolations: [StatusDetails.FieldViolation] = [],
    preconditionViolations: [StatusDetails.PreconditionViolation] = [],
    retryDelay: Duration? = nil, cause: (any Error)? = nil
  ) -> RPCError {
    let details = StatusDetails(
      reason: reason, domain: domain, metadata: metadata, fieldViolations: fieldViolations,
      preconditionViolations: preconditionViolations, retryDelay: retryDelay)
    return RPCError(
      code, message, details: StatusCoding.bytes(code, message, details), cause: cause)
  }

  /// The details of a status that came back; nil where there are none or they cannot be read.
  package var statusDetails: StatusDetails? { StatusCoding.details(in: details) }
}
