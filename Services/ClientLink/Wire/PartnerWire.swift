import Identity
import RPC
import StatusRules

extension PartnerRecord {
  /// The firm that a user acts for; NOT_FOUND for a user of another kind of space.
  init(_ user: User, for name: String) throws(RPCError) {
    guard case .partner(let kind) = user.spaceKind else { throw .notFound(name) }
    self.init(
      partner: user.space.description, kind: kind.rule, displayName: user.spaceName ?? "")
  }
}
