import Identity
import RPC

/// The resource names of this service, read for a caller: a name in a space that is not the caller's
/// is NOT_FOUND in the words of one that is nowhere.
enum Names {
  private static let partnerPattern = ResourcePattern("partners/{space}")
  private static let clientPattern = ResourcePattern("partners/{space}/clients/{client}")

  /// `partners/{partner}` → the caller's own space id.
  static func partner(_ text: String, of call: ServerCall) throws -> String {
    let name = try partnerPattern.parse(text, field: "parent")
    try call.caller.require(name.space, for: text)
    return try name.space.description
  }

  /// `partners/{partner}/clients/{client}` of the caller's own space.
  static func client(_ text: String, of call: ServerCall) throws -> ClientName {
    let name = try clientPattern.parse(text, field: "name")
    try call.caller.require(name.space, for: text)
    return ClientName(partner: try name.space.description, client: name["client"])
  }
}

/// The key of a client.
struct ClientName: Sendable, Hashable, CustomStringConvertible {
  /// The partner's space id.
  let partner: String
  /// The client's id in that space.
  let client: String

  var description: String { "partners/\(partner)/clients/\(client)" }
}
