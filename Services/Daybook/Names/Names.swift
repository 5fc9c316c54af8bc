/// Makes full resource names of what people type, with the space they act in.
///
///     client 01kb…                    partners/{mine}/clients/01kb…
///     document 01kb…                  businesses/{mine}/documents/01kb…
///     accounting bakery/01kb…         partners/{mine}/businesses/bakery/documents/01kb…
///
/// The services decide what may be reached; this only writes names out.
struct Names: Sendable {
  let space: CallerSpace?

  /// `partners/{partner}` of the caller.
  var partner: String {
    get throws(Failure) { "partners/\(try partnerID)" }
  }

  /// `businesses/{business}` of the caller.
  var business: String {
    get throws(Failure) {
      guard case .business(let id) = space else {
        throw Failure(.usage, "this needs a business's space: its token, or --space businesses/ID")
      }
      return "businesses/\(id)"
    }
  }

  private var partnerID: String {
    get throws(Failure) {
      guard case .partner(let id) = space else {
        throw Failure(.usage, "this needs a partner's space: its token, or --space partners/ID")
      }
      return id
    }
  }

  private var owner: [String] {
    switch space {
    case .business(let id), .partner(let id): [id]
    case .backOffice, nil: []
    }
  }

  func client(_ text: String) throws(Failure) -> String {
    let shape = NameShape("CLIENT", ["partners", "clients"])
    if case .business = space { return try shape.complete(text, with: []) }
    return try shape.complete(text, with: owner)
  }

  /// The partner's name does as well: a business has one link with each.
  func link(_ text: String) throws(Failure) -> String {
    let id = text.hasPrefix("partners/") ? String(text.dropFirst("partners/".count)) : text
    return try NameShape("LINK", ["businesses", "links"]).complete(id, with: owner)
  }

  /// A document as its business names it.
  func document(_ text: String) throws(Failure) -> String {
    let shape = NameShape("DOCUMENT", ["businesses", "documents"])
    if case .business(let id) = space { return try shape.complete(text, with: [id]) }
    return try shape.complete(Self.businessPart(of: text), with: [])
  }

  /// A document as the caller's firm names it.
  func accountingDocument(_ text: String) throws(Failure) -> String {
    let shape = NameShape("DOCUMENT", ["partners", "businesses", "documents"])
    if case .partner(let id) = space { return try shape.complete(text, with: [id]) }
    return try shape.complete(text, with: [])
  }

  /// A client's business space as the caller's firm names it; `-` is all of them.
  func accountingBusiness(_ text: String) throws(Failure) -> String {
    let shape = NameShape("BUSINESS", ["partners", "businesses"])
    if case .partner(let id) = space { return try shape.complete(text, with: [id]) }
    return try shape.complete(text, with: [])
  }

  /// A business space: `bakery` or `businesses/bakery`.
  func business(_ text: String) throws(Failure) -> String {
    try NameShape("BUSINESS", ["businesses"]).complete(text, with: [])
  }

  // MARK: Sides

  /// The side whose integrations are meant: a business's own, or a firm's for one client.
  func side(business: String?) throws(Failure) -> String {
    switch (space, business) {
    case (.business(let own), nil): return "businesses/\(own)"
    case (.business(let own), .some(let named)):
      let name = try self.business(named)
      guard name == "businesses/\(own)" else {
        throw Failure(.usage, "--business is for a partner's token: yours is of businesses/\(own)")
      }
      return name
    case (_, .some(let named)): return try accountingBusiness(named)
    default: throw Failure(.usage, "name the client's business space: --business BUSINESS")
    }
  }

  func integration(_ text: String) throws(Failure) -> String {
    try onSide(text, "INTEGRATION", "integrations")
  }

  func delivery(_ text: String) throws(Failure) -> String {
    try onSide(text, "DELIVERY", "deliveries")
  }

  /// A document named from the caller's side.
  func sideDocument(_ text: String) throws(Failure) -> String {
    try onSide(text, "DOCUMENT", "documents")
  }

  private func onSide(
    _ text: String, _ what: String, _ collection: String
  ) throws(Failure) -> String {
    if case .business(let id) = space {
      return try NameShape(what, ["businesses", collection]).complete(text, with: [id])
    }
    let shape = NameShape(what, ["partners", "businesses", collection])
    return try shape.complete(text, with: owner)
  }

  /// `businesses/…` of a name that may start with a partner.
  static func businessPart(of name: String) -> String {
    guard name.hasPrefix("partners/") else { return name }
    return name.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2)
      .joined(separator: "/")
  }
}

/// Names within one side, once it is known.
extension Names {
  /// A document of this side's business, as the business names it.
  func document(_ text: String, on side: String) throws(Failure) -> String {
    let business = lastPart(side)
    return try NameShape("DOCUMENT", ["businesses", "documents"])
      .complete(Self.businessPart(of: text), with: [business])
  }

  func integration(_ text: String, on side: String) throws(Failure) -> String {
    let ids = side.split(separator: "/").enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
    let collections = ids.count == 2 ? ["partners", "businesses"] : ["businesses"]
    return try NameShape("INTEGRATION", collections + ["integrations"]).complete(text, with: ids)
  }

  /// The side of documents that name their business: that of the first.
  func side(ofDocuments documents: [String]) throws(Failure) -> String {
    guard let first = documents.first else { throw Failure(.usage, "name a document") }
    let parts = try sideDocument(first).split(separator: "/").dropLast(2)
    return parts.joined(separator: "/")
  }
}
