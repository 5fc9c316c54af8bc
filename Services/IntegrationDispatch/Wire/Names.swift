import Identity
import RPC

/// The resource names of this service, read for a caller: a name in a space that is not the caller's
/// is NOT_FOUND in the words of one that is nowhere. Whether a firm may act for the client in a name is
/// asked later, in the transaction (`SideAccess`).
enum Names {
  private static let business = ResourcePattern("businesses/{space}")
  private static let client = ResourcePattern("partners/{space}/businesses/{business}")
  private static let ownIntegration = ResourcePattern(
    "businesses/{space}/integrations/{integration}")
  private static let clientIntegration = ResourcePattern(
    "partners/{space}/businesses/{business}/integrations/{integration}")
  private static let ownDelivery = ResourcePattern("businesses/{space}/deliveries/{delivery}")
  private static let clientDelivery = ResourcePattern(
    "partners/{space}/businesses/{business}/deliveries/{delivery}")
  private static let ownDocument = ResourcePattern("businesses/{space}/documents/{document}")
  private static let clientDocument = ResourcePattern(
    "partners/{space}/businesses/{business}/documents/{document}")

  /// `businesses/{business}` or `partners/{partner}/businesses/{business}`.
  static func side(_ text: String, field: String = "parent", of call: ServerCall) throws -> Side {
    try parse(text, business, client, field, call).side
  }

  static func integration(
    _ text: String, field: String = "name", of call: ServerCall
  ) throws -> IntegrationName {
    let (side, name) = try parse(text, ownIntegration, clientIntegration, field, call)
    return IntegrationName(side: side, integration: name["integration"])
  }

  /// An integration that must be on the side that the request is about; nil for an empty text.
  static func integration(
    _ text: String, on side: Side, of call: ServerCall
  ) throws -> IntegrationName? {
    if text.isEmpty { return nil }
    let name = try integration(text, field: "integration", of: call)
    guard name.side == side else { throw RPCError.notFound(text) }
    return name
  }

  static func delivery(_ text: String, of call: ServerCall) throws -> DeliveryName {
    let (side, name) = try parse(text, ownDelivery, clientDelivery, "name", call)
    return DeliveryName(side: side, delivery: name["delivery"])
  }

  /// A document named from the caller's side.
  static func document(
    _ text: String, of call: ServerCall
  ) throws -> (side: Side, document: DocumentName) {
    let (side, name) = try parse(text, ownDocument, clientDocument, "document", call)
    return (side, DocumentName(business: side.business, document: name["document"]))
  }

  /// `businesses/{business}/documents/{document}` of the side's business.
  static func document(
    _ text: String, field: String, on side: Side
  ) throws -> DocumentName {
    let name = try document(text, field: field)
    guard name.business == side.business else { throw RPCError.notFound(text) }
    return name
  }

  /// `businesses/{business}/documents/{document}`, from a service.
  static func document(_ text: String, field: String) throws(RPCError) -> DocumentName {
    let name = try ownDocument.parse(text, field: field)
    return DocumentName(business: try name.space.description, document: name["document"])
  }

  /// A name by either pattern, in the caller's own space of that kind.
  private static func parse(
    _ text: String, _ own: ResourcePattern, _ ofClient: ResourcePattern, _ field: String,
    _ call: ServerCall
  ) throws -> (side: Side, name: ResourceName) {
    let user = try call.caller.user
    if let name = own.match(text) {
      try call.caller.require(try name.space, for: text)
      guard case .business = user.spaceKind else { throw RPCError.notFound(text) }
      return (Side(business: try name.space.description), name)
    }
    guard let name = ofClient.match(text), let business = SpaceID(name["business"]) else {
      throw RPCError(.invalidArgument, "\(field) must look like \(own) or \(ofClient)")
    }
    try call.caller.require(try name.space, for: text)
    guard case .partner = user.spaceKind else { throw RPCError.notFound(text) }
    return (
      Side(partner: try name.space.description, business: business.description), name
    )
  }
}
