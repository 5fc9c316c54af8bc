import RPC

/// What the tool's exit codes tell a script.
enum ExitKind: Int32, CaseIterable {
  case done = 0
  case other = 1
  case notFound = 3
  case notPermitted = 4
  case refused = 5
  case unavailable = 6
  case partly = 7
  case usage = 64
  /// As a shell reports a program that SIGPIPE ended: the reader of the output went away.
  case outputClosed = 141

  var meaning: String {
    switch self {
    case .done: "done"
    case .other: "anything else"
    case .notFound: "not found"
    case .notPermitted: "not signed in, or not permitted"
    case .refused: "refused as things stand: a status, an etag, something that is there already"
    case .unavailable: "a service cannot be reached or does not answer in time"
    case .partly: "a bulk command went well for some items only, or for none"
    case .usage: "the command was not understood"
    case .outputClosed: "the reader of the output went away"
    }
  }

  static var help: String {
    "Exit codes:\n" + allCases.map { "  \($0.rawValue)  \($0.meaning)" }.joined(separator: "\n")
  }
}

extension ExitKind {
  init(_ code: RPCError.Code) {
    switch code {
    case .ok: self = .done
    case .notFound: self = .notFound
    case .unauthenticated, .permissionDenied: self = .notPermitted
    case .failedPrecondition, .aborted, .alreadyExists: self = .refused
    case .unavailable, .deadlineExceeded: self = .unavailable
    default: self = .other
    }
  }
}
