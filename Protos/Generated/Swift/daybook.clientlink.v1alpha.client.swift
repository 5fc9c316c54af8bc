// swift-format-ignore-file
// Made from daybook/clientlink/v1alpha/client.proto by Protos/generate. Change that, not this.

import ContractsC
package import Protobuf
package import RPC

/// Where a client is in the relationship with a partner.
package enum ClientStatus: ProtobufEnum {
  /// Never sent.
  case unspecified
  /// Added, not invited: a lead whose set-up can be prepared.
  case draft
  /// Invited; stays until onboarding and consent are complete.
  case invited
  /// Linked, with consent.
  case active
  /// A referral partner invited a business that has a space already.
  case invitationRejected
  /// The back office rejected the link after an identity (KYC) check.
  case accessRejected
  /// The partner ended the link.
  case archived
  /// The client ended the link.
  case lost
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [ClientStatus] = [.unspecified, .draft, .invited, .active, .invitationRejected, .accessRejected, .archived, .lost]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .draft
    case 2: self = .invited
    case 3: self = .active
    case 4: self = .invitationRejected
    case 5: self = .accessRejected
    case 6: self = .archived
    case 7: self = .lost
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .draft: 1
    case .invited: 2
    case .active: 3
    case .invitationRejected: 4
    case .accessRejected: 5
    case .archived: 6
    case .lost: 7
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "CLIENT_STATUS_UNSPECIFIED"
    case .draft: "CLIENT_STATUS_DRAFT"
    case .invited: "CLIENT_STATUS_INVITED"
    case .active: "CLIENT_STATUS_ACTIVE"
    case .invitationRejected: "CLIENT_STATUS_INVITATION_REJECTED"
    case .accessRejected: "CLIENT_STATUS_ACCESS_REJECTED"
    case .archived: "CLIENT_STATUS_ARCHIVED"
    case .lost: "CLIENT_STATUS_LOST"
    case .unrecognized(let number): String(number)
    }
  }
}

/// The two tabs of the client list.
package enum ClientTab: ProtobufEnum {
  /// All clients.
  case unspecified
  /// Clients that are active.
  case active
  /// All others.
  case inactive
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [ClientTab] = [.unspecified, .active, .inactive]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .active
    case 2: self = .inactive
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .active: 1
    case .inactive: 2
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "CLIENT_TAB_UNSPECIFIED"
    case .active: "CLIENT_TAB_ACTIVE"
    case .inactive: "CLIENT_TAB_INACTIVE"
    case .unrecognized(let number): String(number)
    }
  }
}

/// The step that an invited client has still to take: the answer to "why is it still invited?".
package enum InvitationStep: ProtobufEnum {
  /// The client is not invited.
  case unspecified
  /// The link in the e-mail has not been opened.
  case notOpened
  /// Opened; nobody has tried to accept with a space yet.
  case opened
  /// A space was chosen; its number is not verified yet. Not answered at present.
  case spaceChosen
  /// The chosen space has another enterprise or VAT number than the client, or none verified yet.
  case numberDiffers
  /// Onboarding is under way. Not answered at present.
  case onboarding
  /// An identity (KYC) check is pending.
  case kyc
  /// The consent is missing.
  case consent
  /// The business registered without using the invitation link.
  case registeredWithoutLink
  /// The invitation has expired: resend it.
  case expired
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [InvitationStep] = [.unspecified, .notOpened, .opened, .spaceChosen, .numberDiffers, .onboarding, .kyc, .consent, .registeredWithoutLink, .expired]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .notOpened
    case 2: self = .opened
    case 3: self = .spaceChosen
    case 4: self = .numberDiffers
    case 5: self = .onboarding
    case 6: self = .kyc
    case 7: self = .consent
    case 8: self = .registeredWithoutLink
    case 9: self = .expired
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .notOpened: 1
    case .opened: 2
    case .spaceChosen: 3
    case .numberDiffers: 4
    case .onboarding: 5
    case .kyc: 6
    case .consent: 7
    case .registeredWithoutLink: 8
    case .expired: 9
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "INVITATION_STEP_UNSPECIFIED"
    case .notOpened: "INVITATION_STEP_NOT_OPENED"
    case .opened: "INVITATION_STEP_OPENED"
    case .spaceChosen: "INVITATION_STEP_SPACE_CHOSEN"
    case .numberDiffers: "INVITATION_STEP_NUMBER_DIFFERS"
    case .onboarding: "INVITATION_STEP_ONBOARDING"
    case .kyc: "INVITATION_STEP_KYC"
    case .consent: "INVITATION_STEP_CONSENT"
    case .registeredWithoutLink: "INVITATION_STEP_REGISTERED_WITHOUT_LINK"
    case .expired: "INVITATION_STEP_EXPIRED"
    case .unrecognized(let number): String(number)
    }
  }
}

/// A business in a partner's client list.
package struct Client: Sendable, Equatable {
  /// `partners/{partner}/clients/{client}`. Given by the service.
  package var name: String
  /// The name of the business, one line of 1 to 200 characters.
  package var displayName: String
  /// Its enterprise number (`0123.456.749`) or VAT number (`BE0123456749`), in any usual spelling;
  /// answered in the normal form (`BE0123456749`).
  package var enterpriseNumber: String
  /// Where invitations go: one address. Needed to invite.
  package var contactEmail: String
  /// The contact's language for mails, BCP 47: `nl`, `fr`, `en`. Default `en`.
  package var languageCode: String
  /// The status. Output only.
  package var status: ClientStatus
  /// Prepared before the link, applied when the client becomes active.
  package var setup: ClientSetup?
  /// The linked business space, `businesses/{business}`; empty while there is no link. Output only.
  package var business: String
  /// The open step of an invited client. Output only.
  package var openStep: InvitationStep
  /// When the live invitation expires; absent without one. Output only.
  package var invitationExpireTime: GoogleProtobufTimestamp?
  /// Subjects of the accountants who see this client's documents. Output only.
  package var accountants: [String]
  /// When it was added. Output only.
  package var createTime: GoogleProtobufTimestamp?
  /// When it last changed. Output only.
  package var updateTime: GoogleProtobufTimestamp?
  /// Changes with every change of the client.
  package var etag: String

  package init(
    name: String = "",
    displayName: String = "",
    enterpriseNumber: String = "",
    contactEmail: String = "",
    languageCode: String = "",
    status: ClientStatus = .unspecified,
    setup: ClientSetup? = nil,
    business: String = "",
    openStep: InvitationStep = .unspecified,
    invitationExpireTime: GoogleProtobufTimestamp? = nil,
    accountants: [String] = [],
    createTime: GoogleProtobufTimestamp? = nil,
    updateTime: GoogleProtobufTimestamp? = nil,
    etag: String = ""
  ) {
    self.name = name
    self.displayName = displayName
    self.enterpriseNumber = enterpriseNumber
    self.contactEmail = contactEmail
    self.languageCode = languageCode
    self.status = status
    self.setup = setup
    self.business = business
    self.openStep = openStep
    self.invitationExpireTime = invitationExpireTime
    self.accountants = accountants
    self.createTime = createTime
    self.updateTime = updateTime
    self.etag = etag
  }
}

/// What a partner prepares for a client before the link.
package struct ClientSetup: Sendable, Equatable {
  /// The subscription plan that starts with the link, at most 63 characters; empty for none.
  package var subscriptionPlan: String
  /// Integrations that are made, inactive, on the partner's side when the link is made; at most 50.
  package var integrations: [PreparedIntegration]
  /// Subjects of the accountants who will be assigned, at most 200.
  package var accountants: [String]

  package init(
    subscriptionPlan: String = "",
    integrations: [PreparedIntegration] = [],
    accountants: [String] = []
  ) {
    self.subscriptionPlan = subscriptionPlan
    self.integrations = integrations
    self.accountants = accountants
  }
}

/// An integration to be made when a client becomes active.
package struct PreparedIntegration: Sendable, Equatable {
  /// The connector: `folder`, `webhook`.
  package var connector: String
  /// A name for people, 1 to 100 characters.
  package var displayName: String

  package init(
    connector: String = "",
    displayName: String = ""
  ) {
    self.connector = connector
    self.displayName = displayName
  }
}

/// Asks to add a client.
package struct CreateClientRequest: Sendable, Equatable {
  /// `partners/{partner}`.
  package var parent: String
  /// The client; name, status and other output fields are not read.
  package var client: Client?
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    parent: String = "",
    client: Client? = nil,
    requestId: String = ""
  ) {
    self.parent = parent
    self.client = client
    self.requestId = requestId
  }
}

/// One chunk of a CSV file: the first message names the partner, each may carry bytes.
package struct ImportClientsRequest: Sendable, Equatable {
  /// `partners/{partner}`; in the first message.
  package var parent: String
  /// The next bytes of the file: UTF-8, comma or semicolon, a header line with
  /// `display_name,enterprise_number,contact_email,language_code,subscription_plan` in any order;
  /// the first two are needed. At most 1 MiB a message; a line at most 16 KiB.
  package var chunk: [UInt8]
  /// A UUID that makes a repeated import the same import for 24 hours; in the first message.
  package var requestId: String

  package init(
    parent: String = "",
    chunk: [UInt8] = [],
    requestId: String = ""
  ) {
    self.parent = parent
    self.chunk = chunk
    self.requestId = requestId
  }
}

/// The result of one line.
package struct ImportClientsResponse: Sendable, Equatable {
  /// The line in the file, the header being 1.
  package var line: Int64
  /// Whether it went well, and why not.
  package var status: ItemStatus?
  /// The client that was made; empty when the line failed.
  package var client: String

  package init(
    line: Int64 = 0,
    status: ItemStatus? = nil,
    client: String = ""
  ) {
    self.line = line
    self.status = status
    self.client = client
  }
}

/// Asks for one client.
package struct GetClientRequest: Sendable, Equatable {
  /// `partners/{partner}/clients/{client}`.
  package var name: String

  package init(
    name: String = ""
  ) {
    self.name = name
  }
}

/// Asks for a page of clients.
package struct ListClientsRequest: Sendable, Equatable {
  /// `partners/{partner}`.
  package var parent: String
  /// Which tab; unspecified is both.
  package var tab: ClientTab
  /// At most this many: 0 is 50, more than 1000 is 1000, negative is refused.
  package var pageSize: Int32
  /// From `next_page_token` of the page before; all else must be the same.
  package var pageToken: String

  package init(
    parent: String = "",
    tab: ClientTab = .unspecified,
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.parent = parent
    self.tab = tab
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

/// A page of clients.
package struct ListClientsResponse: Sendable, Equatable {
  /// The clients.
  package var clients: [Client]
  /// Empty on the last page.
  package var nextPageToken: String

  package init(
    clients: [Client] = [],
    nextPageToken: String = ""
  ) {
    self.clients = clients
    self.nextPageToken = nextPageToken
  }
}

/// Asks to change a client.
package struct UpdateClientRequest: Sendable, Equatable {
  /// The client as it should be: display_name, contact_email, language_code and setup are read,
  /// and etag, which must be the present one.
  package var client: Client?
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    client: Client? = nil,
    requestId: String = ""
  ) {
    self.client = client
    self.requestId = requestId
  }
}

/// Asks to invite a client.
package struct InviteClientRequest: Sendable, Equatable {
  /// `partners/{partner}/clients/{client}`.
  package var name: String
  /// The partner's own words in the mail, at most 2,000 characters; empty for none.
  package var message: String
  /// A UUID that makes a repeated call the same call for 24 hours: one mail.
  package var requestId: String

  package init(
    name: String = "",
    message: String = "",
    requestId: String = ""
  ) {
    self.name = name
    self.message = message
    self.requestId = requestId
  }
}

/// Asks to invite many clients.
package struct BatchInviteClientsRequest: Sendable, Equatable {
  /// `partners/{partner}`.
  package var parent: String
  /// Names of clients of this partner, 1 to 1,000.
  package var names: [String]
  /// The partner's own words in each mail, at most 2,000 characters; empty for none.
  package var message: String
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    parent: String = "",
    names: [String] = [],
    message: String = "",
    requestId: String = ""
  ) {
    self.parent = parent
    self.names = names
    self.message = message
    self.requestId = requestId
  }
}

/// The answer for each client, in the order of the request.
package struct BatchInviteClientsResponse: Sendable, Equatable {
  /// One for each name.
  package var results: [BatchInviteClientsResult]

  package init(
    results: [BatchInviteClientsResult] = []
  ) {
    self.results = results
  }
}

/// The answer for one client.
package struct BatchInviteClientsResult: Sendable, Equatable {
  /// The name as asked.
  package var name: String
  /// Whether it was invited, and why not.
  package var status: ItemStatus?
  /// The client after the invitation; absent when it failed.
  package var client: Client?

  package init(
    name: String = "",
    status: ItemStatus? = nil,
    client: Client? = nil
  ) {
    self.name = name
    self.status = status
    self.client = client
  }
}

/// Asks for a fresh invitation.
package struct ResendInvitationRequest: Sendable, Equatable {
  /// `partners/{partner}/clients/{client}`.
  package var name: String
  /// The partner's own words in the mail, at most 2,000 characters; empty for none.
  package var message: String
  /// A UUID that makes a repeated call the same call for 24 hours: one mail.
  package var requestId: String

  package init(
    name: String = "",
    message: String = "",
    requestId: String = ""
  ) {
    self.name = name
    self.message = message
    self.requestId = requestId
  }
}

/// Asks to withdraw an invitation.
package struct WithdrawInvitationRequest: Sendable, Equatable {
  /// `partners/{partner}/clients/{client}`.
  package var name: String
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    name: String = "",
    requestId: String = ""
  ) {
    self.name = name
    self.requestId = requestId
  }
}

/// Asks to end the link.
package struct ArchiveClientRequest: Sendable, Equatable {
  /// `partners/{partner}/clients/{client}`.
  package var name: String
  /// Why, for both sides to read; at most 500 characters, may be empty.
  package var reason: String
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    name: String = "",
    reason: String = "",
    requestId: String = ""
  ) {
    self.name = name
    self.reason = reason
    self.requestId = requestId
  }
}

/// Asks to delete a reference.
package struct DeleteClientRequest: Sendable, Equatable {
  /// `partners/{partner}/clients/{client}`.
  package var name: String
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    name: String = "",
    requestId: String = ""
  ) {
    self.name = name
    self.requestId = requestId
  }
}

/// Nothing is left to tell.
package struct DeleteClientResponse: Sendable, Equatable {
  package init() {}
}

/// Asks to assign an accountant.
package struct AssignAccountantRequest: Sendable, Equatable {
  /// `partners/{partner}/clients/{client}`.
  package var name: String
  /// The `sub` of the accountant's tokens: 1 to 255 ASCII characters without spaces.
  package var subject: String
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    name: String = "",
    subject: String = "",
    requestId: String = ""
  ) {
    self.name = name
    self.subject = subject
    self.requestId = requestId
  }
}

/// Asks to take an assignment away.
package struct UnassignAccountantRequest: Sendable, Equatable {
  /// `partners/{partner}/clients/{client}`.
  package var name: String
  /// The `sub` of the accountant's tokens.
  package var subject: String
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    name: String = "",
    subject: String = "",
    requestId: String = ""
  ) {
    self.name = name
    self.subject = subject
    self.requestId = requestId
  }
}

/// Asks for a page of history.
package struct ListClientHistoryRequest: Sendable, Equatable {
  /// `partners/{partner}/clients/{client}`.
  package var name: String
  /// At most this many: 0 is 50, more than 1000 is 1000, negative is refused.
  package var pageSize: Int32
  /// From `next_page_token` of the page before.
  package var pageToken: String

  package init(
    name: String = "",
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.name = name
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

/// A page of history.
package struct ListClientHistoryResponse: Sendable, Equatable {
  /// Newest first.
  package var entries: [HistoryEntry]
  /// Empty on the last page.
  package var nextPageToken: String

  package init(
    entries: [HistoryEntry] = [],
    nextPageToken: String = ""
  ) {
    self.entries = entries
    self.nextPageToken = nextPageToken
  }
}

extension Client: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.Client"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__Client>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__client__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__Client.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__Client.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.displayName = arena.liftString(c.pointee.display_name)
    unsafe self.enterpriseNumber = arena.liftString(c.pointee.enterprise_number)
    unsafe self.contactEmail = arena.liftString(c.pointee.contact_email)
    unsafe self.languageCode = arena.liftString(c.pointee.language_code)
    unsafe self.status = ClientStatus(rawValue: Int32(bitPattern: c.pointee.status.rawValue))
    unsafe self.setup = arena.liftMessage(c.pointee.setup)
    unsafe self.business = arena.liftString(c.pointee.business)
    unsafe self.openStep = InvitationStep(rawValue: Int32(bitPattern: c.pointee.open_step.rawValue))
    unsafe self.invitationExpireTime = arena.liftMessage(c.pointee.invitation_expire_time)
    unsafe self.accountants = arena.liftStrings(c.pointee.n_accountants, c.pointee.accountants)
    unsafe self.createTime = arena.liftMessage(c.pointee.create_time)
    unsafe self.updateTime = arena.liftMessage(c.pointee.update_time)
    unsafe self.etag = arena.liftString(c.pointee.etag)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__Client.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.display_name = arena.lowerString(self.displayName)
    unsafe c.pointee.enterprise_number = arena.lowerString(self.enterpriseNumber)
    unsafe c.pointee.contact_email = arena.lowerString(self.contactEmail)
    unsafe c.pointee.language_code = arena.lowerString(self.languageCode)
    unsafe c.pointee.status = Daybook__Clientlink__V1alpha__ClientStatus(rawValue: UInt32(bitPattern: self.status.rawValue))
    unsafe c.pointee.setup = arena.lowerMessage(self.setup)
    unsafe c.pointee.business = arena.lowerString(self.business)
    unsafe c.pointee.open_step = Daybook__Clientlink__V1alpha__InvitationStep(rawValue: UInt32(bitPattern: self.openStep.rawValue))
    unsafe c.pointee.invitation_expire_time = arena.lowerMessage(self.invitationExpireTime)
    unsafe c.pointee.n_accountants = self.accountants.count
    unsafe c.pointee.accountants = arena.lowerStrings(self.accountants)
    unsafe c.pointee.create_time = arena.lowerMessage(self.createTime)
    unsafe c.pointee.update_time = arena.lowerMessage(self.updateTime)
    unsafe c.pointee.etag = arena.lowerString(self.etag)
  }
}

extension ClientSetup: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.ClientSetup"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__ClientSetup>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__client_setup__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ClientSetup.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ClientSetup.self)
    unsafe self.subscriptionPlan = arena.liftString(c.pointee.subscription_plan)
    unsafe self.integrations = arena.liftMessages(c.pointee.n_integrations, c.pointee.integrations)
    unsafe self.accountants = arena.liftStrings(c.pointee.n_accountants, c.pointee.accountants)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ClientSetup.self)
    unsafe c.pointee.subscription_plan = arena.lowerString(self.subscriptionPlan)
    unsafe c.pointee.n_integrations = self.integrations.count
    unsafe c.pointee.integrations = arena.lowerMessages(self.integrations)
    unsafe c.pointee.n_accountants = self.accountants.count
    unsafe c.pointee.accountants = arena.lowerStrings(self.accountants)
  }
}

extension PreparedIntegration: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.PreparedIntegration"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__PreparedIntegration>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__prepared_integration__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__PreparedIntegration.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__PreparedIntegration.self)
    unsafe self.connector = arena.liftString(c.pointee.connector)
    unsafe self.displayName = arena.liftString(c.pointee.display_name)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__PreparedIntegration.self)
    unsafe c.pointee.connector = arena.lowerString(self.connector)
    unsafe c.pointee.display_name = arena.lowerString(self.displayName)
  }
}

extension CreateClientRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.CreateClientRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__CreateClientRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__create_client_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__CreateClientRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__CreateClientRequest.self)
    unsafe self.parent = arena.liftString(c.pointee.parent)
    unsafe self.client = arena.liftMessage(c.pointee.client)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__CreateClientRequest.self)
    unsafe c.pointee.parent = arena.lowerString(self.parent)
    unsafe c.pointee.client = arena.lowerMessage(self.client)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension ImportClientsRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.ImportClientsRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__ImportClientsRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__import_clients_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ImportClientsRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ImportClientsRequest.self)
    unsafe self.parent = arena.liftString(c.pointee.parent)
    unsafe self.chunk = arena.liftBytes(c.pointee.chunk)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ImportClientsRequest.self)
    unsafe c.pointee.parent = arena.lowerString(self.parent)
    unsafe c.pointee.chunk = arena.lowerBytes(self.chunk)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension ImportClientsResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.ImportClientsResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__ImportClientsResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__import_clients_response__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ImportClientsResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ImportClientsResponse.self)
    unsafe self.line = c.pointee.line
    unsafe self.status = arena.liftMessage(c.pointee.status)
    unsafe self.client = arena.liftString(c.pointee.client)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ImportClientsResponse.self)
    unsafe c.pointee.line = self.line
    unsafe c.pointee.status = arena.lowerMessage(self.status)
    unsafe c.pointee.client = arena.lowerString(self.client)
  }
}

extension GetClientRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.GetClientRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__GetClientRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__get_client_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__GetClientRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__GetClientRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__GetClientRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
  }
}

extension ListClientsRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.ListClientsRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__ListClientsRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__list_clients_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListClientsRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListClientsRequest.self)
    unsafe self.parent = arena.liftString(c.pointee.parent)
    unsafe self.tab = ClientTab(rawValue: Int32(bitPattern: c.pointee.tab.rawValue))
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = arena.liftString(c.pointee.page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListClientsRequest.self)
    unsafe c.pointee.parent = arena.lowerString(self.parent)
    unsafe c.pointee.tab = Daybook__Clientlink__V1alpha__ClientTab(rawValue: UInt32(bitPattern: self.tab.rawValue))
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.lowerString(self.pageToken)
  }
}

extension ListClientsResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.ListClientsResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__ListClientsResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__list_clients_response__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListClientsResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListClientsResponse.self)
    unsafe self.clients = arena.liftMessages(c.pointee.n_clients, c.pointee.clients)
    unsafe self.nextPageToken = arena.liftString(c.pointee.next_page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListClientsResponse.self)
    unsafe c.pointee.n_clients = self.clients.count
    unsafe c.pointee.clients = arena.lowerMessages(self.clients)
    unsafe c.pointee.next_page_token = arena.lowerString(self.nextPageToken)
  }
}

extension UpdateClientRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.UpdateClientRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__UpdateClientRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__update_client_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__UpdateClientRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__UpdateClientRequest.self)
    unsafe self.client = arena.liftMessage(c.pointee.client)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__UpdateClientRequest.self)
    unsafe c.pointee.client = arena.lowerMessage(self.client)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension InviteClientRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.InviteClientRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__InviteClientRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__invite_client_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__InviteClientRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__InviteClientRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.message = arena.liftString(c.pointee.message)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__InviteClientRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.message = arena.lowerString(self.message)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension BatchInviteClientsRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.BatchInviteClientsRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__BatchInviteClientsRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__batch_invite_clients_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__BatchInviteClientsRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__BatchInviteClientsRequest.self)
    unsafe self.parent = arena.liftString(c.pointee.parent)
    unsafe self.names = arena.liftStrings(c.pointee.n_names, c.pointee.names)
    unsafe self.message = arena.liftString(c.pointee.message)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__BatchInviteClientsRequest.self)
    unsafe c.pointee.parent = arena.lowerString(self.parent)
    unsafe c.pointee.n_names = self.names.count
    unsafe c.pointee.names = arena.lowerStrings(self.names)
    unsafe c.pointee.message = arena.lowerString(self.message)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension BatchInviteClientsResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.BatchInviteClientsResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__BatchInviteClientsResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__batch_invite_clients_response__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__BatchInviteClientsResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__BatchInviteClientsResponse.self)
    unsafe self.results = arena.liftMessages(c.pointee.n_results, c.pointee.results)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__BatchInviteClientsResponse.self)
    unsafe c.pointee.n_results = self.results.count
    unsafe c.pointee.results = arena.lowerMessages(self.results)
  }
}

extension BatchInviteClientsResult: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.BatchInviteClientsResult"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__BatchInviteClientsResult>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__batch_invite_clients_result__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__BatchInviteClientsResult.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__BatchInviteClientsResult.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.status = arena.liftMessage(c.pointee.status)
    unsafe self.client = arena.liftMessage(c.pointee.client)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__BatchInviteClientsResult.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.status = arena.lowerMessage(self.status)
    unsafe c.pointee.client = arena.lowerMessage(self.client)
  }
}

extension ResendInvitationRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.ResendInvitationRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__ResendInvitationRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__resend_invitation_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ResendInvitationRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ResendInvitationRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.message = arena.liftString(c.pointee.message)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ResendInvitationRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.message = arena.lowerString(self.message)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension WithdrawInvitationRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.WithdrawInvitationRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__WithdrawInvitationRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__withdraw_invitation_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__WithdrawInvitationRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__WithdrawInvitationRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__WithdrawInvitationRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension ArchiveClientRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.ArchiveClientRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__ArchiveClientRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__archive_client_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ArchiveClientRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ArchiveClientRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.reason = arena.liftString(c.pointee.reason)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ArchiveClientRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.reason = arena.lowerString(self.reason)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension DeleteClientRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.DeleteClientRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__DeleteClientRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__delete_client_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__DeleteClientRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__DeleteClientRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__DeleteClientRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension DeleteClientResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.DeleteClientResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__DeleteClientResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__delete_client_response__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__DeleteClientResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
  }
}

extension AssignAccountantRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.AssignAccountantRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__AssignAccountantRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__assign_accountant_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__AssignAccountantRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__AssignAccountantRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.subject = arena.liftString(c.pointee.subject)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__AssignAccountantRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.subject = arena.lowerString(self.subject)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension UnassignAccountantRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.UnassignAccountantRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__UnassignAccountantRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__unassign_accountant_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__UnassignAccountantRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__UnassignAccountantRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.subject = arena.liftString(c.pointee.subject)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__UnassignAccountantRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.subject = arena.lowerString(self.subject)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension ListClientHistoryRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.ListClientHistoryRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__ListClientHistoryRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__list_client_history_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListClientHistoryRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListClientHistoryRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = arena.liftString(c.pointee.page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListClientHistoryRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.lowerString(self.pageToken)
  }
}

extension ListClientHistoryResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.ListClientHistoryResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__ListClientHistoryResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__list_client_history_response__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListClientHistoryResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListClientHistoryResponse.self)
    unsafe self.entries = arena.liftMessages(c.pointee.n_entries, c.pointee.entries)
    unsafe self.nextPageToken = arena.liftString(c.pointee.next_page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListClientHistoryResponse.self)
    unsafe c.pointee.n_entries = self.entries.count
    unsafe c.pointee.entries = arena.lowerMessages(self.entries)
    unsafe c.pointee.next_page_token = arena.lowerString(self.nextPageToken)
  }
}

/// The methods of daybook.clientlink.v1alpha.ClientService.
package enum ClientServiceMethods {
  package static let createClient = RPCMethod(
    service: "daybook.clientlink.v1alpha.ClientService", name: "CreateClient",
    kind: .unary, idempotency: .idempotent)
  package static let importClients = RPCMethod(
    service: "daybook.clientlink.v1alpha.ClientService", name: "ImportClients",
    kind: .bidirectional, idempotency: .idempotent)
  package static let getClient = RPCMethod(
    service: "daybook.clientlink.v1alpha.ClientService", name: "GetClient",
    kind: .unary, idempotency: .noSideEffects)
  package static let listClients = RPCMethod(
    service: "daybook.clientlink.v1alpha.ClientService", name: "ListClients",
    kind: .unary, idempotency: .noSideEffects)
  package static let updateClient = RPCMethod(
    service: "daybook.clientlink.v1alpha.ClientService", name: "UpdateClient",
    kind: .unary, idempotency: .idempotent)
  package static let inviteClient = RPCMethod(
    service: "daybook.clientlink.v1alpha.ClientService", name: "InviteClient",
    kind: .unary, idempotency: .idempotent)
  package static let batchInviteClients = RPCMethod(
    service: "daybook.clientlink.v1alpha.ClientService", name: "BatchInviteClients",
    kind: .unary, idempotency: .idempotent)
  package static let resendInvitation = RPCMethod(
    service: "daybook.clientlink.v1alpha.ClientService", name: "ResendInvitation",
    kind: .unary, idempotency: .idempotent)
  package static let withdrawInvitation = RPCMethod(
    service: "daybook.clientlink.v1alpha.ClientService", name: "WithdrawInvitation",
    kind: .unary, idempotency: .idempotent)
  package static let archiveClient = RPCMethod(
    service: "daybook.clientlink.v1alpha.ClientService", name: "ArchiveClient",
    kind: .unary, idempotency: .idempotent)
  package static let deleteClient = RPCMethod(
    service: "daybook.clientlink.v1alpha.ClientService", name: "DeleteClient",
    kind: .unary, idempotency: .idempotent)
  package static let assignAccountant = RPCMethod(
    service: "daybook.clientlink.v1alpha.ClientService", name: "AssignAccountant",
    kind: .unary, idempotency: .idempotent)
  package static let unassignAccountant = RPCMethod(
    service: "daybook.clientlink.v1alpha.ClientService", name: "UnassignAccountant",
    kind: .unary, idempotency: .idempotent)
  package static let listClientHistory = RPCMethod(
    service: "daybook.clientlink.v1alpha.ClientService", name: "ListClientHistory",
    kind: .unary, idempotency: .noSideEffects)

  package static let all: [RPCMethod] = [createClient, importClients, getClient, listClients, updateClient, inviteClient, batchInviteClients, resendInvitation, withdrawInvitation, archiveClient, deleteClient, assignAccountant, unassignAccountant, listClientHistory]
}

/// What a partner does with its clients. Callers: users of the partner space named in the request;
/// administrator and client_manager may change, accountant may read the clients assigned to them.
package protocol ClientServiceServer: RPCService {
  /// Adds a business to the client list, as a draft.
  /// ALREADY_EXISTS when this partner has a client with that enterprise or VAT number.
  func createClient(_ request: CreateClientRequest, _ call: ServerCall) async throws -> Client
  /// Adds many clients from CSV, of any size: chunks go up, a result for each line comes down.
  /// A bad line never stops the others.
  func importClients(_ requests: RequestStream<ImportClientsRequest>, _ replies: ReplyWriter<ImportClientsResponse>, _ call: ServerCall) async throws
  /// Reads one client.
  func getClient(_ request: GetClientRequest, _ call: ServerCall) async throws -> Client
  /// Lists clients by tab, in the order of their names.
  func listClients(_ request: ListClientsRequest, _ call: ServerCall) async throws -> ListClientsResponse
  /// Changes contact data and the prepared set-up. The set-up is kept until the client is active;
  /// from then on another set-up is refused with FAILED_PRECONDITION. ABORTED when the etag is not
  /// the present one.
  func updateClient(_ request: UpdateClientRequest, _ call: ServerCall) async throws -> Client
  /// Invites a client: a fresh invitation, and an e-mail with its link and QR code. From draft,
  /// archived, lost and invitation_rejected.
  func inviteClient(_ request: InviteClientRequest, _ call: ServerCall) async throws -> Client
  /// Invites many clients; answers for each.
  func batchInviteClients(_ request: BatchInviteClientsRequest, _ call: ServerCall) async throws -> BatchInviteClientsResponse
  /// Sends a fresh invitation to an invited client; every earlier link of this client is void.
  func resendInvitation(_ request: ResendInvitationRequest, _ call: ServerCall) async throws -> Client
  /// Withdraws an invitation: the client goes back to the status before it.
  func withdrawInvitation(_ request: WithdrawInvitationRequest, _ call: ServerCall) async throws -> Client
  /// Ends the link from the partner's side. After the answer no read of this partner succeeds
  /// anywhere. The call may take as long as one lease (10 s by default) when another service
  /// cannot be reached; the same call made again waits for the same end.
  func archiveClient(_ request: ArchiveClientRequest, _ call: ServerCall) async throws -> Client
  /// Deletes the reference to a client that is not linked. Its history stays for audit.
  func deleteClient(_ request: DeleteClientRequest, _ call: ServerCall) async throws -> DeleteClientResponse
  /// Lets an accountant of the firm see this client's documents. Administrators see all clients.
  func assignAccountant(_ request: AssignAccountantRequest, _ call: ServerCall) async throws -> Client
  /// Takes an accountant's view of this client away.
  func unassignAccountant(_ request: UnassignAccountantRequest, _ call: ServerCall) async throws -> Client
  /// Lists what happened to a client, newest first, as far as the partner's side may see it.
  /// Answers for deleted clients too, except to accountants.
  func listClientHistory(_ request: ListClientHistoryRequest, _ call: ServerCall) async throws -> ListClientHistoryResponse
}

extension ClientServiceServer {
  package var handlers: [RPCHandler] {
    [
      .unary(ClientServiceMethods.createClient) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(CreateClientRequest.self)
          : await exchange.onlyRequest(CreateClientRequest.self)
        let reply = try await self.createClient(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .bidirectional(ClientServiceMethods.importClients) { (request, replies, call) in try await self.importClients(request, replies, call) },
      .unary(ClientServiceMethods.getClient) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GetClientRequest.self)
          : await exchange.onlyRequest(GetClientRequest.self)
        let reply = try await self.getClient(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(ClientServiceMethods.listClients) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ListClientsRequest.self)
          : await exchange.onlyRequest(ListClientsRequest.self)
        let reply = try await self.listClients(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(ClientServiceMethods.updateClient) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(UpdateClientRequest.self)
          : await exchange.onlyRequest(UpdateClientRequest.self)
        let reply = try await self.updateClient(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(ClientServiceMethods.inviteClient) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(InviteClientRequest.self)
          : await exchange.onlyRequest(InviteClientRequest.self)
        let reply = try await self.inviteClient(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(ClientServiceMethods.batchInviteClients) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(BatchInviteClientsRequest.self)
          : await exchange.onlyRequest(BatchInviteClientsRequest.self)
        let reply = try await self.batchInviteClients(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(ClientServiceMethods.resendInvitation) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ResendInvitationRequest.self)
          : await exchange.onlyRequest(ResendInvitationRequest.self)
        let reply = try await self.resendInvitation(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(ClientServiceMethods.withdrawInvitation) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(WithdrawInvitationRequest.self)
          : await exchange.onlyRequest(WithdrawInvitationRequest.self)
        let reply = try await self.withdrawInvitation(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(ClientServiceMethods.archiveClient) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ArchiveClientRequest.self)
          : await exchange.onlyRequest(ArchiveClientRequest.self)
        let reply = try await self.archiveClient(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(ClientServiceMethods.deleteClient) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(DeleteClientRequest.self)
          : await exchange.onlyRequest(DeleteClientRequest.self)
        let reply = try await self.deleteClient(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(ClientServiceMethods.assignAccountant) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(AssignAccountantRequest.self)
          : await exchange.onlyRequest(AssignAccountantRequest.self)
        let reply = try await self.assignAccountant(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(ClientServiceMethods.unassignAccountant) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(UnassignAccountantRequest.self)
          : await exchange.onlyRequest(UnassignAccountantRequest.self)
        let reply = try await self.unassignAccountant(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(ClientServiceMethods.listClientHistory) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ListClientHistoryRequest.self)
          : await exchange.onlyRequest(ListClientHistoryRequest.self)
        let reply = try await self.listClientHistory(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
    ]
  }
}

/// What a partner does with its clients. Callers: users of the partner space named in the request;
/// administrator and client_manager may change, accountant may read the clients assigned to them.
package struct ClientServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// Adds a business to the client list, as a draft.
  /// ALREADY_EXISTS when this partner has a client with that enterprise or VAT number.
  package func createClient(_ request: CreateClientRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Client {
    try await channel.unary(ClientServiceMethods.createClient, request, options, as: Client.self)
  }

  /// Adds many clients from CSV, of any size: chunks go up, a result for each line comes down.
  /// A bad line never stops the others.
  package func importClients(_ options: CallOptions = CallOptions()) async throws(RPCError) -> (requests: RequestWriter<ImportClientsRequest>, replies: Replies<ImportClientsResponse>) {
    try await channel.bidirectional(ClientServiceMethods.importClients, options, requests: ImportClientsRequest.self, as: ImportClientsResponse.self)
  }

  /// Reads one client.
  package func getClient(_ request: GetClientRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Client {
    try await channel.unary(ClientServiceMethods.getClient, request, options, as: Client.self)
  }

  /// Lists clients by tab, in the order of their names.
  package func listClients(_ request: ListClientsRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> ListClientsResponse {
    try await channel.unary(ClientServiceMethods.listClients, request, options, as: ListClientsResponse.self)
  }

  /// Changes contact data and the prepared set-up. The set-up is kept until the client is active;
  /// from then on another set-up is refused with FAILED_PRECONDITION. ABORTED when the etag is not
  /// the present one.
  package func updateClient(_ request: UpdateClientRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Client {
    try await channel.unary(ClientServiceMethods.updateClient, request, options, as: Client.self)
  }

  /// Invites a client: a fresh invitation, and an e-mail with its link and QR code. From draft,
  /// archived, lost and invitation_rejected.
  package func inviteClient(_ request: InviteClientRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Client {
    try await channel.unary(ClientServiceMethods.inviteClient, request, options, as: Client.self)
  }

  /// Invites many clients; answers for each.
  package func batchInviteClients(_ request: BatchInviteClientsRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> BatchInviteClientsResponse {
    try await channel.unary(ClientServiceMethods.batchInviteClients, request, options, as: BatchInviteClientsResponse.self)
  }

  /// Sends a fresh invitation to an invited client; every earlier link of this client is void.
  package func resendInvitation(_ request: ResendInvitationRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Client {
    try await channel.unary(ClientServiceMethods.resendInvitation, request, options, as: Client.self)
  }

  /// Withdraws an invitation: the client goes back to the status before it.
  package func withdrawInvitation(_ request: WithdrawInvitationRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Client {
    try await channel.unary(ClientServiceMethods.withdrawInvitation, request, options, as: Client.self)
  }

  /// Ends the link from the partner's side. After the answer no read of this partner succeeds
  /// anywhere. The call may take as long as one lease (10 s by default) when another service
  /// cannot be reached; the same call made again waits for the same end.
  package func archiveClient(_ request: ArchiveClientRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Client {
    try await channel.unary(ClientServiceMethods.archiveClient, request, options, as: Client.self)
  }

  /// Deletes the reference to a client that is not linked. Its history stays for audit.
  package func deleteClient(_ request: DeleteClientRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> DeleteClientResponse {
    try await channel.unary(ClientServiceMethods.deleteClient, request, options, as: DeleteClientResponse.self)
  }

  /// Lets an accountant of the firm see this client's documents. Administrators see all clients.
  package func assignAccountant(_ request: AssignAccountantRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Client {
    try await channel.unary(ClientServiceMethods.assignAccountant, request, options, as: Client.self)
  }

  /// Takes an accountant's view of this client away.
  package func unassignAccountant(_ request: UnassignAccountantRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Client {
    try await channel.unary(ClientServiceMethods.unassignAccountant, request, options, as: Client.self)
  }

  /// Lists what happened to a client, newest first, as far as the partner's side may see it.
  /// Answers for deleted clients too, except to accountants.
  package func listClientHistory(_ request: ListClientHistoryRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> ListClientHistoryResponse {
    try await channel.unary(ClientServiceMethods.listClientHistory, request, options, as: ListClientHistoryResponse.self)
  }
}
