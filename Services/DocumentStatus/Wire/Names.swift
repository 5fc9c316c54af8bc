import Identity
import RPC

/// The resource names of this service, read for a caller: a name in a space that is not the caller's
/// is NOT_FOUND in the words of one that is nowhere.
enum Names {
  private static let businessPattern = ResourcePattern("businesses/{space}")
  private static let documentPattern = ResourcePattern("businesses/{space}/documents/{document}")
  private static let partnerPattern = ResourcePattern("partners/{space}")
  private static let clientPattern = ResourcePattern("partners/{space}/businesses/{business}")
  private static let accountingPattern = ResourcePattern(
    "partners/{space}/businesses/{business}/documents/{document}")

  /// `businesses/{business}` → the caller's own space id.
  static func business(_ text: String, of call: ServerCall) throws(RPCError) -> String {
    let name = try businessPattern.own(text, field: "parent", of: call)
    return try name.space.description
  }

  /// `businesses/{business}` of any business, for services that reach all.
  static func anyBusiness(_ text: String) throws(RPCError) -> String {
    try businessPattern.parse(text, field: "parent").space.description
  }

  /// `businesses/{business}/documents/{document}` of any business, from another service.
  static func anyDocument(_ text: String) throws(RPCError) -> DocumentName {
    let name = try documentPattern.parse(text, field: "document")
    return DocumentName(business: try name.space.description, document: name["document"])
  }

  /// `businesses/{business}/documents/{document}` of the caller's own space; of any for a service,
  /// whose methods let in only those that reach all.
  static func document(
    _ text: String, field: String = "name", of call: ServerCall
  ) throws(RPCError) -> DocumentName {
    let name = try documentPattern.parse(text, field: field)
    if case .user = try call.caller.identity { try call.caller.require(name.space, for: text) }
    return DocumentName(business: try name.space.description, document: name["document"])
  }

  /// `partners/{partner}` → the caller's own space id.
  static func partner(_ text: String, of call: ServerCall) throws(RPCError) -> String {
    let name = try partnerPattern.own(text, field: "parent", of: call)
    return try name.space.description
  }

  /// `partners/{partner}/businesses/{business}` of the caller's own firm.
  ///
  /// - Returns: the firm, and the business; nil for `-`, all clients.
  static func client(
    _ text: String, of call: ServerCall
  ) throws(RPCError) -> (partner: String, business: String?) {
    let name = try clientPattern.own(text, field: "parent", of: call)
    let business = name["business"]
    return (try name.space.description, business == "-" ? nil : business)
  }

  /// `partners/{partner}/businesses/{business}/documents/{document}` of the caller's own firm.
  static func accounting(_ text: String, of call: ServerCall) throws(RPCError) -> AccountingName {
    let name = try accountingPattern.own(text, field: "name", of: call)
    return AccountingName(
      partner: try name.space.description,
      document: DocumentName(business: name["business"], document: name["document"]))
  }
}
