import Identity
import RPC

/// The resource names of this service, read for a caller: a name in a space that is not the caller's
/// is NOT_FOUND in the words of one that is nowhere.
enum Names {
  private static let partnerPattern = ResourcePattern("partners/{space}")
  private static let clientPattern = ResourcePattern("partners/{space}/clients/{client}")
  private static let businessPattern = ResourcePattern("businesses/{space}")
  private static let linkPattern = ResourcePattern("businesses/{space}/links/{partner}")

  /// `partners/{partner}` → the caller's own space id.
  static func partner(
    _ text: String, field: String = "parent", of call: ServerCall
  ) throws -> String {
    try partnerPattern.own(text, field: field, of: call).space.description
  }

  /// `partners/{partner}/clients/{client}` of the caller's own space.
  static func client(
    _ text: String, field: String = "name", of call: ServerCall
  ) throws -> ClientName {
    client(try clientPattern.own(text, field: field, of: call))
  }

  /// `partners/{partner}/clients/{client}` of any partner: for the back office alone.
  static func clientOfAnyPartner(_ text: String) throws -> ClientName {
    client(try clientPattern.parse(text, field: "name"))
  }

  /// `businesses/{business}` → the caller's own space id.
  static func business(_ text: String, of call: ServerCall) throws -> String {
    try businessPattern.own(text, field: "parent", of: call).space.description
  }

  /// `businesses/{business}/links/{partner}` of the caller's own space.
  static func link(_ text: String, of call: ServerCall) throws -> LinkName {
    let name = try linkPattern.own(text, field: "name", of: call)
    return LinkName(business: try name.space.description, partner: name["partner"])
  }

  private static func client(_ name: ResourceName) -> ClientName {
    ClientName(partner: name["space"], client: name["client"])
  }
}

/// The key of a link, from the business's side.
struct LinkName: Sendable, Hashable, CustomStringConvertible {
  /// The business's space id.
  let business: String
  /// The partner's space id.
  let partner: String

  var description: String { "businesses/\(business)/links/\(partner)" }
}
