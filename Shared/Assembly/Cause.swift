import Hosting
package import Identity
package import RPC
package import Records
package import StatusRules

/// Who causes a change, in the words of the rules and of history, and the trace that what follows
/// elsewhere goes on with. Read before the transaction: its body runs elsewhere and knows no call.
package struct Cause: Sendable {
  package let actor: StatusRules.Actor
  package let author: Author
  package let trace: String

  /// The caller, in the role that may do most.
  package init(_ call: ServerCall) throws(RPCError) {
    let caller = try call.caller
    actor = caller.roles.first?.actor ?? .invitee
    author = Author(caller)
    trace = RequestContext.current?.trace.traceparent ?? ""
  }

  /// A service on nobody's behalf: timers, and what a mail server answered.
  package init(service: ServiceName) {
    actor = .service
    author = Author(service: service)
    trace = ""
  }
}
