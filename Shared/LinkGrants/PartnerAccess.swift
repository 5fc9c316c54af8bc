package import Database
package import Identity
import RPC

/// Whether a user of a partner may act for a client, asked in the transaction that reads or changes
/// the client's data, so that an answer and its permission are one snapshot.
package struct PartnerAccess: Sendable {
  package let lease: Lease
  private let store = LinkGrantStore()

  package init(lease: Lease) { self.lease = lease }

  /// The grant under which `user` acts for `business`. NOT_FOUND, in the words of a thing that is
  /// nowhere, when there is no active link or the user is an accountant who is not assigned;
  /// UNAVAILABLE without a lease.
  ///
  /// - Parameter name: The resource as the request named it.
  package func require(
    _ user: User, business: String, for name: String, in tx: isolated Transaction
  ) async throws -> LinkGrant {
    try lease.require()
    guard
      let grant = try await store.grant(
        partner: user.space.description, business: business, in: tx),
      grant.active, user.sees(grant)
    else { throw RPCError.notFound(name) }
    return grant
  }

  /// The clients that `user` may act for now.
  package func clients(
    of user: User, in tx: isolated Transaction
  ) async throws -> [LinkGrant] {
    try lease.require()
    return try await store.activeGrants(ofPartner: user.space.description, in: tx)
      .filter(user.sees)
  }
}

extension User {
  /// An administrator sees all clients of the firm, an accountant those assigned to them, a client
  /// manager none's documents.
  fileprivate func sees(_ grant: LinkGrant) -> Bool {
    roles.contains(.partner(.administrator))
      || roles.contains(.partner(.accountant)) && grant.accountants.contains(subject.description)
  }
}
