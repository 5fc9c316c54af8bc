import Contracts
import EInvoice
import RPC
import Records
import StatusRules

/// Clients between their messages and their records.
extension ClientRecord {
  var message: Client {
    Client(
      name: name.description, displayName: displayName, enterpriseNumber: enterpriseNumber,
      contactEmail: contactEmail, languageCode: languageCode, status: status.message,
      business: business.map { "businesses/\($0)" } ?? "", accountants: accountants,
      createTime: GoogleProtobufTimestamp(microseconds: createTime),
      updateTime: GoogleProtobufTimestamp(microseconds: updateTime), etag: etag)
  }
}

extension ClientDraft {
  /// INVALID_ARGUMENT naming the field, for a name or number that is missing or malformed.
  init(_ client: Client) throws {
    displayName = try InputText.required(
      client.displayName, field: "client.display_name", maximum: 200)
    do {
      enterpriseNumber = try EnterpriseNumber(client.enterpriseNumber, country: "BE").description
    } catch {
      throw RPCError(
        .invalidArgument, "client.enterprise_number is no enterprise or VAT number: \(error)")
    }
    contactEmail = try InputText.optional(
      client.contactEmail, field: "client.contact_email", maximum: 254)
    let language = try InputText.optional(
      client.languageCode, field: "client.language_code", maximum: 35)
    languageCode = language.isEmpty ? "en" : language
  }
}

extension StatusRules.ClientStatus {
  var message: Contracts.ClientStatus {
    switch self {
    case .draft: .draft
    case .invited: .invited
    case .active: .active
    case .invitationRejected: .invitationRejected
    case .accessRejected: .accessRejected
    case .archived: .archived
    case .lost: .lost
    }
  }
}

extension ClientTab {
  /// The tab of the rules; nil for both. INVALID_ARGUMENT for a number that names none.
  var rule: StatusRules.ClientStatus.Tab? {
    get throws {
      switch self {
      case .unspecified: nil
      case .active: .active
      case .inactive: .inactive
      case .unrecognized: throw RPCError(.invalidArgument, "tab must be ACTIVE or INACTIVE")
      }
    }
  }
}
