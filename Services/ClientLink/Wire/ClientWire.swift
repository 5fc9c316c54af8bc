import Contracts
import EInvoice
import Identity
import Outbound
import RPC
import Records
import StatusRules

/// Clients between their messages and their records.
extension ClientView {
  var message: Client {
    Client(
      name: client.name.description, displayName: client.displayName,
      enterpriseNumber: client.enterpriseNumber, contactEmail: client.contactEmail,
      languageCode: client.languageCode, status: client.status.message,
      setup: client.setup.message, business: client.business.map { "businesses/\($0)" } ?? "",
      openStep: openStep?.message ?? .unspecified,
      invitationExpireTime: invitationExpireTime.map(GoogleProtobufTimestamp.init(microseconds:)),
      accountants: client.accountants,
      createTime: GoogleProtobufTimestamp(microseconds: client.createTime),
      updateTime: GoogleProtobufTimestamp(microseconds: client.updateTime), etag: client.etag)
  }
}

extension ClientDraft {
  /// INVALID_ARGUMENT naming the field, for a name or number that is missing or malformed.
  init(_ client: Client) throws {
    displayName = try ClientText.displayName(client.displayName)
    enterpriseNumber = try ClientText.enterpriseNumber(client.enterpriseNumber)
    contactEmail = try ClientText.contactEmail(client.contactEmail)
    languageCode = try ClientText.languageCode(client.languageCode)
    setup = try ClientSetup(client.setup ?? .init())
  }
}

extension ClientEdit {
  init(_ client: Client) throws {
    guard !client.etag.isEmpty else {
      throw RPCError(.invalidArgument, "client.etag is needed: read the client and send its etag")
    }
    displayName = try ClientText.displayName(client.displayName)
    contactEmail = try ClientText.contactEmail(client.contactEmail)
    languageCode = try ClientText.languageCode(client.languageCode)
    setup = try ClientSetup(client.setup ?? .init())
    etag = client.etag
  }
}

/// The checks of a client's texts, the same for a request and a line of a file.
enum ClientText {
  static func displayName(_ text: String) throws -> String {
    try InputText.line(text, field: "client.display_name", maximum: 200)
  }

  static func enterpriseNumber(_ text: String) throws -> String {
    do {
      return try EnterpriseNumber.normalForm(text)
    } catch {
      throw RPCError(
        .invalidArgument,
        "client.enterprise_number is no enterprise or VAT number: write it like 0123.456.749 or BE0123456749",
        cause: error)
    }
  }

  /// Empty for none.
  static func contactEmail(_ text: String) throws -> String {
    let address = try InputText.optional(text, field: "client.contact_email", maximum: 254)
    guard address.isEmpty || MailAddress.isMailbox(address) else {
      throw RPCError(.invalidArgument, "client.contact_email is no e-mail address")
    }
    return address
  }

  static func languageCode(_ text: String) throws -> String {
    let code = try InputText.optional(text, field: "client.language_code", maximum: 35)
    guard code.utf8.allSatisfy({ $0.isTagCharacter }) else {
      throw RPCError(.invalidArgument, "client.language_code must look like nl, fr-BE or en")
    }
    return code.isEmpty ? "en" : code
  }
}

extension InputText {
  /// A text of one line: names of people and firms, which go into mail headers and lists.
  static func line(_ text: String, field: String, maximum: Int) throws(RPCError) -> String {
    let line = try required(text, field: field, maximum: maximum)
    guard line.isPlain || !(line.contains(where: \.isNewline) || line.contains("\t")) else {
      throw RPCError(.invalidArgument, "\(field) must be one line")
    }
    return line
  }
}

extension UInt8 {
  /// What a BCP 47 tag is made of.
  fileprivate var isTagCharacter: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
