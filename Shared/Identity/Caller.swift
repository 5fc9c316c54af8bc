package import RPC

/// Who makes a call, proven by a signed token or by a verified client certificate. Made by
/// `Authenticator` alone; one object serves every call with the same token.
package final class Caller: Sendable {
  /// A person or a program, never both: a token beside a carrier's certificate makes a user.
  package enum Identity: Sendable, Hashable {
    /// Proven by a signed token; has a space.
    case user(User)
    /// Proven by its client certificate; has no space.
    case service(ServiceName)
  }

  package let identity: Identity
  let roleSet: RoleSet

  /// - Parameter identity: What was proven. Tests make callers this way; a service never does.
  package init(_ identity: Identity) {
    self.identity = identity
    switch identity {
    case .user(let user): roleSet = RoleSet(user.roles)
    case .service(let name): roleSet = RoleSet([.service(name)])
    }
  }

  /// The caller's roles, the one that may do more first.
  package var roles: [CallerRole] { roleSet.roles }

  package func has(_ role: CallerRole) -> Bool { roleSet.contains(RoleSet([role])) }

  /// The user, for methods whose row lets users in only; PERMISSION_DENIED for a service.
  package var user: User {
    get throws(RPCError) {
      guard case .user(let user) = identity else {
        throw RPCError(.permissionDenied, "only a user may make this call")
      }
      return user
    }
  }

  /// The service, for methods whose row lets services in only; PERMISSION_DENIED for a user.
  package var service: ServiceName {
    get throws(RPCError) {
      guard case .service(let name) = identity else {
        throw RPCError(.permissionDenied, "only a service may make this call")
      }
      return name
    }
  }

  /// Holds that a resource is in the caller's own space. Outside it the answer is that of a resource
  /// that is nowhere, word for word, so that nobody learns what exists in a space not theirs.
  /// A service has no space and is refused alike: its methods say themselves what it may reach.
  ///
  /// - Parameter name: The resource's name as the request gave it.
  package func require(_ space: SpaceID, for name: String) throws(RPCError) {
    guard case .user(let user) = identity, user.space == space else { throw .notFound(name) }
  }
}

/// A person as their token describes them, and the space they act in.
package struct User: Sendable, Hashable {
  package let subject: Subject
  package let space: SpaceID
  package let spaceKind: SpaceKind
  /// At least one, each a role of `spaceKind`.
  package let roles: [CallerRole]
  /// The enterprise or VAT number that was verified for a Business Space: capitals and digits. Absent
  /// in the other spaces.
  package let enterpriseNumber: String?
  /// How the person wants to be shown; nothing may be decided by it.
  package let displayName: String?
  /// How the space wants to be shown: the firm's or the business's name.
  package let spaceName: String?
  /// When the space was made, microseconds since 1970, to the second; nil where the token does not
  /// say it.
  package let spaceCreateTime: Int64?

  package init(
    subject: Subject, space: SpaceID, spaceKind: SpaceKind, roles: [CallerRole],
    enterpriseNumber: String? = nil, displayName: String? = nil, spaceName: String? = nil,
    spaceCreateTime: Int64? = nil
  ) {
    self.subject = subject
    self.space = space
    self.spaceKind = spaceKind
    self.roles = roles
    self.enterpriseNumber = enterpriseNumber
    self.displayName = displayName
    self.spaceName = spaceName
    self.spaceCreateTime = spaceCreateTime
  }
}

extension RPCError {
  /// The one answer for what is absent and for what is not the caller's: NOT_FOUND with the name that
  /// the caller sent and nothing else.
  package static func notFound(_ name: String) -> RPCError {
    RPCError(.notFound, "\(name) was not found")
  }
}

extension ServerCall {
  /// Who makes this call; UNAUTHENTICATED where nobody was proven (a public method).
  package var caller: Caller {
    get throws(RPCError) {
      guard let caller = principal as? Caller else { throw TokenRefusal.missing.rpcError }
      return caller
    }
  }
}
