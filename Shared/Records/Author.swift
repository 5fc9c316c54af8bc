package import Contracts
package import Identity

/// Who made a change, as history keeps it and events carry it. Taken from a proven caller; an event
/// between services carries the first author as data, never as its caller.
package struct Author: Sendable, Hashable {
  package let subject: String
  /// The space acted in, as a resource name: `partners/…`, `businesses/…`, `backOffice`; empty for a
  /// service.
  package let space: String
  /// The role that allowed it, in the words of tokens; `service` for a service.
  package let role: String
  /// The person's name; empty when the token has none, and for services.
  package let displayName: String

  package init(subject: String, space: String, role: String, displayName: String) {
    self.subject = subject
    self.space = space
    self.role = role
    self.displayName = displayName
  }

  package init(_ caller: Caller) {
    switch caller.identity {
    case .user(let user): self.init(user)
    case .service(let name): self.init(service: name)
    }
  }

  package init(service name: ServiceName) {
    self.init(subject: name.rawValue, space: "", role: "service", displayName: "")
  }

  /// The user in the role that may do most, whatever the order in their token.
  package init(_ user: User) {
    let role = CallerRole.allCases.first(where: user.roles.contains)
    self.init(
      subject: user.subject.description, space: user.resourceName,
      role: role?.tokenName ?? "", displayName: user.displayName ?? "")
  }

  package init(_ actor: Actor) {
    self.init(
      subject: actor.subject, space: actor.space, role: actor.role, displayName: actor.displayName)
  }

  package var message: Actor {
    Actor(subject: subject, space: space, role: role, displayName: displayName)
  }
}

extension User {
  /// The space the user acts in, as the resource name that requests and history use.
  package var resourceName: String {
    switch spaceKind {
    case .business: "businesses/\(space)"
    case .partner: "partners/\(space)"
    case .backOffice: "backOffice"
    }
  }
}
