import Hosting
import Identity
import RPC
import Records
import StatusRules

/// Who causes a change, in the words of the rules and of history, and the trace it belongs to. Read
/// before the transaction: its body runs elsewhere and knows no call.
struct Cause: Sendable {
  let actor: StatusRules.Actor
  let author: Author
  let trace: String

  /// The user of a call, in the role that may do most.
  init(_ call: ServerCall) throws(RPCError) {
    let caller = try call.caller
    let user = try caller.user
    let role = caller.roles.first
    actor = role?.actor ?? .invitee
    author = Author(
      subject: user.subject.description, space: user.resourceName, role: role?.tokenName ?? "",
      displayName: user.displayName ?? "")
    trace = RequestContext.current?.trace.traceparent ?? ""
  }

  private init(service: ServiceName) {
    actor = .service
    author = Author(subject: service.rawValue, space: "", role: "service", displayName: "")
    trace = ""
  }

  /// This service on nobody's behalf: timers, and what a mail server answered.
  static let clientLink = Cause(service: .clientLink)
}
