// The status of a call as header fields.

extension ReadyHeaders {
  /// What a reply starts with, when its handler adds nothing.
  static let response = ReadyHeaders([
    (":status", "200"), ("content-type", "application/grpc"),
  ])

  /// What a successful call ends with, when its handler adds nothing.
  static let okTrailers = ReadyHeaders([("grpc-status", "0")])
}

extension HeaderList {
  mutating func addResponse() {
    add(":status", "200")
    add("content-type", "application/grpc")
  }

  mutating func addStatus(_ error: RPCError?) {
    guard let error else { return add("grpc-status", "0") }
    add("grpc-status", String(error.code.rawValue).utf8)
    if !error.message.isEmpty { add("grpc-message", PercentEncoding.encode(error.message)) }
    if !error.details.isEmpty { add("grpc-status-details-bin", Base64.encode(error.details)) }
    error.metadata.write(to: &self)
  }
}

extension RPCError {
  /// The one place where what a handler threw becomes a status. What is not an `RPCError` says
  /// nothing to outsiders; the observer gets it as the cause.
  init(thrown error: any Error, deadline: Deadline?) {
    switch error {
    case let error as RPCError:
      self = error.code == .ok ? RPCError(.unknown, "The call failed.", cause: error) : error
    case is CancellationError where deadline?.isPast == true:
      self = RPCError(.deadlineExceeded, "The deadline has passed.")
    case is CancellationError:
      self = RPCError(.cancelled, "The call was cancelled.")
    default:
      self = RPCError(.unknown, "The call failed.", cause: error)
    }
  }
}
