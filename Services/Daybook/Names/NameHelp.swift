import ArgumentParser

/// How each kind of name may be typed.
extension ArgumentHelp {
  static let client: ArgumentHelp =
    "The client: an id of your list, or partners/PARTNER/clients/ID."
  static let anyClient: ArgumentHelp = "The client: PARTNER/ID, or partners/PARTNER/clients/ID."
  static let link: ArgumentHelp =
    "The link: the partner's id, or businesses/BUSINESS/links/PARTNER."
  static let token: ArgumentHelp = "The invitation's token, or the whole link from the mail."
  static let document: ArgumentHelp =
    "The document: an id of your business, or businesses/BUSINESS/documents/ID."
  static let accountingDocument: ArgumentHelp =
    "The document: BUSINESS/ID, businesses/BUSINESS/documents/ID, or the full name."
  static let sideDocument: ArgumentHelp =
    "The document: an id of your business, BUSINESS/ID for a firm's token, or the full name."
  static let integration: ArgumentHelp =
    "The integration: an id of your business, BUSINESS/ID for a firm's token, or the full name."
  static let delivery: ArgumentHelp =
    "The delivery: an id of your business, BUSINESS/ID for a firm's token, or the full name."
}
