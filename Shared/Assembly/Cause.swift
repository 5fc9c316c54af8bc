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
  private let source: RequestContext.Source?

  /// Made when an event asks for it: many changes cause none, and for a create of client-link it was 7,500
  /// of the event loop's 130,000 instructions.
  package var trace: String { source?.context.trace.traceparent ?? "" }

  /// The caller, in the role that may do most.
  package init(_ call: ServerCall) throws(RPCError) {
    let caller = try call.caller
    actor = caller.roles.first?.actor ?? .invitee
    author = Author(caller)
    source = RequestContext.source
  }

  /// A service on nobody's behalf: timers, and what a mail server answered.
  package init(service: ServiceName) {
    actor = .service
    author = Author(service: service)
    source = nil
  }
}
