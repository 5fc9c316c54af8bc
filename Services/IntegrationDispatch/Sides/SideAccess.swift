import Database
import Identity
import LinkGrants
import RPC
import StatusRules

/// Who may act for a side, asked in the transaction that reads or changes its things.
struct SideAccess: Sendable {
  let partners: PartnerAccess

  /// A business's user acts for the business's own side; a firm's for its clients, under the lease,
  /// the link and the assignment. NOT_FOUND in the words of a thing that is nowhere otherwise.
  ///
  /// - Parameter name: The resource as the request named it.
  /// - Returns: The link under which a firm acts; nil for a business, which needs none.
  @discardableResult
  func require(
    _ user: User, _ side: Side, for name: String, in tx: isolated Transaction
  ) async throws -> LinkGrant? {
    guard side.partner != nil else { return nil }
    return try await partners.require(user, business: side.business, for: name, in: tx)
  }
}

extension User {
  /// The user in the words of the rules, in the role that may do most with integrations: a client
  /// manager who is an accountant too acts as the accountant.
  var sideActor: Actor {
    if roles.contains(.business(.administrator)) { return .business(.administrator) }
    if roles.contains(.business(.member)) { return .business(.member) }
    if roles.contains(.partner(.administrator)) { return .partner(.administrator) }
    if roles.contains(.partner(.accountant)) { return .partner(.accountant) }
    return .partner(.clientManager)
  }
}
