import Hosting
import Identity
import RPC
import Records
import StatusRules

/// Who causes a document event: the author for the history, the actor for the rules, and the trace
/// that what follows elsewhere goes on with.
struct Acting: Sendable {
  let author: Author
  let actor: Actor
  let trace: String

  init(_ call: ServerCall) throws(RPCError) {
    let caller = try call.caller
    author = Author(caller)
    // The role that may do most comes first.
    actor = caller.roles.first?.actor ?? .invitee
    trace = RequestContext.current?.trace.traceparent ?? ""
  }
}

extension CallerRole {
  fileprivate var actor: Actor {
    switch self {
    case .partner(.administrator): .partner(.administrator)
    case .partner(.clientManager): .partner(.clientManager)
    case .partner(.accountant): .partner(.accountant)
    case .business(.administrator): .business(.administrator)
    case .business(.member): .business(.member)
    case .backOffice: .backOffice
    case .service(.network): .network
    case .service(.bankFeed): .bankFeed
    case .service: .service
    }
  }
}
