// swift-format-ignore-file
// Made from daybook/clientlink/v1alpha/link.proto by Protos/generate. Change that, not this.

import ContractsC
package import Protobuf
package import RPC

/// What became of an invitation.
package enum InvitationStatus: ProtobufEnum {
  /// Never sent.
  case unspecified
  /// Sent, can be used.
  case live
  /// Opened, can be used.
  case opened
  /// Used to make a link; cannot be used again.
  case used
  /// Withdrawn, replaced by a later one, or rejected.
  case void
  /// Past its expiry.
  case expired
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [InvitationStatus] = [.unspecified, .live, .opened, .used, .void, .expired]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .live
    case 2: self = .opened
    case 3: self = .used
    case 4: self = .void
    case 5: self = .expired
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .live: 1
    case .opened: 2
    case .used: 3
    case .void: 4
    case .expired: 5
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "INVITATION_STATUS_UNSPECIFIED"
    case .live: "INVITATION_STATUS_LIVE"
    case .opened: "INVITATION_STATUS_OPENED"
    case .used: "INVITATION_STATUS_USED"
    case .void: "INVITATION_STATUS_VOID"
    case .expired: "INVITATION_STATUS_EXPIRED"
    case .unrecognized(let number): String(number)
    }
  }
}

/// An invitation as the invited business sees it.
package struct Invitation: Sendable, Equatable {
  /// The inviting partner, `partners/{partner}`.
  package var partner: String
  /// The partner's name for people.
  package var partnerDisplayName: String
  /// The business that is invited, as the partner named it.
  package var clientDisplayName: String
  /// The number that the business's space must have, in the normal form.
  package var enterpriseNumber: String
  /// The partner's own words; may be empty.
  package var message: String
  /// The status.
  package var status: InvitationStatus
  /// Until when it can be used.
  package var expireTime: GoogleProtobufTimestamp?

  package init(
    partner: String = "",
    partnerDisplayName: String = "",
    clientDisplayName: String = "",
    enterpriseNumber: String = "",
    message: String = "",
    status: InvitationStatus = .unspecified,
    expireTime: GoogleProtobufTimestamp? = nil
  ) {
    self.partner = partner
    self.partnerDisplayName = partnerDisplayName
    self.clientDisplayName = clientDisplayName
    self.enterpriseNumber = enterpriseNumber
    self.message = message
    self.status = status
    self.expireTime = expireTime
  }
}

/// A link between a business and a partner.
package struct Link: Sendable, Equatable {
  /// `businesses/{business}/links/{partner}`.
  package var name: String
  /// The partner, `partners/{partner}`.
  package var partner: String
  /// The partner's name for people.
  package var partnerDisplayName: String
  /// Whether the partner has access now.
  package var active: Bool
  /// Grows with every link and every end of a link between this pair: a later epoch always wins.
  package var epoch: Int64
  /// When the link was made; absent where none was: an identity check is pending, or the invitation
  /// was rejected. Then `active` is false and `epoch` is 0.
  package var startTime: GoogleProtobufTimestamp?
  /// When it ended; absent while it is active.
  package var endTime: GoogleProtobufTimestamp?
  /// The client's status on the partner's side.
  package var status: ClientStatus

  package init(
    name: String = "",
    partner: String = "",
    partnerDisplayName: String = "",
    active: Bool = false,
    epoch: Int64 = 0,
    startTime: GoogleProtobufTimestamp? = nil,
    endTime: GoogleProtobufTimestamp? = nil,
    status: ClientStatus = .unspecified
  ) {
    self.name = name
    self.partner = partner
    self.partnerDisplayName = partnerDisplayName
    self.active = active
    self.epoch = epoch
    self.startTime = startTime
    self.endTime = endTime
    self.status = status
  }
}

/// Asks to see an invitation.
package struct OpenInvitationRequest: Sendable, Equatable {
  /// The token from the link or the QR code.
  package var token: String

  package init(
    token: String = ""
  ) {
    self.token = token
  }
}

/// Asks to make the link.
package struct AcceptInvitationRequest: Sendable, Equatable {
  /// The accepting space, `businesses/{business}`: the caller's own.
  package var parent: String
  /// The token from the link or the QR code.
  package var token: String
  /// Must be true: "I grant this partner access to the data in my business space."
  package var consent: Bool
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    parent: String = "",
    token: String = "",
    consent: Bool = false,
    requestId: String = ""
  ) {
    self.parent = parent
    self.token = token
    self.consent = consent
    self.requestId = requestId
  }
}

/// Asks for a page of links.
package struct ListLinksRequest: Sendable, Equatable {
  /// `businesses/{business}`.
  package var parent: String
  /// At most this many: 0 is 50, more than 1000 is 1000, negative is refused.
  package var pageSize: Int32
  /// From `next_page_token` of the page before.
  package var pageToken: String

  package init(
    parent: String = "",
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.parent = parent
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

/// A page of links.
package struct ListLinksResponse: Sendable, Equatable {
  /// The active links.
  package var links: [Link]
  /// Empty on the last page.
  package var nextPageToken: String

  package init(
    links: [Link] = [],
    nextPageToken: String = ""
  ) {
    self.links = links
    self.nextPageToken = nextPageToken
  }
}

/// Asks to end a link.
package struct RemoveLinkRequest: Sendable, Equatable {
  /// `businesses/{business}/links/{partner}`.
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

/// Asks for a page of history.
package struct ListLinkHistoryRequest: Sendable, Equatable {
  /// `businesses/{business}/links/{partner}`.
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
package struct ListLinkHistoryResponse: Sendable, Equatable {
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

/// Asks to reject a partner's access.
package struct RejectAccessRequest: Sendable, Equatable {
  /// `partners/{partner}/clients/{client}`.
  package var name: String
  /// Why, for the partner to read; at most 500 characters. Needed.
  package var reason: String
  /// Why, for the back office alone; at most 2,000 characters, may be empty.
  package var internalReason: String
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    name: String = "",
    reason: String = "",
    internalReason: String = "",
    requestId: String = ""
  ) {
    self.name = name
    self.reason = reason
    self.internalReason = internalReason
    self.requestId = requestId
  }
}

/// Asks to lift a rejection.
package struct LiftRejectionRequest: Sendable, Equatable {
  /// `partners/{partner}/clients/{client}`.
  package var name: String
  /// Why, for the partner to read; at most 500 characters. Needed.
  package var reason: String
  /// Why, for the back office alone; at most 2,000 characters, may be empty.
  package var internalReason: String
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    name: String = "",
    reason: String = "",
    internalReason: String = "",
    requestId: String = ""
  ) {
    self.name = name
    self.reason = reason
    self.internalReason = internalReason
    self.requestId = requestId
  }
}

/// Asks to record a passed check.
package struct PassKycCheckRequest: Sendable, Equatable {
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

extension Invitation: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.Invitation"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__Invitation>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__invitation__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__Invitation.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__Invitation.self)
    unsafe self.partner = arena.liftString(c.pointee.partner)
    unsafe self.partnerDisplayName = arena.liftString(c.pointee.partner_display_name)
    unsafe self.clientDisplayName = arena.liftString(c.pointee.client_display_name)
    unsafe self.enterpriseNumber = arena.liftString(c.pointee.enterprise_number)
    unsafe self.message = arena.liftString(c.pointee.message)
    unsafe self.status = InvitationStatus(rawValue: Int32(bitPattern: c.pointee.status.rawValue))
    unsafe self.expireTime = arena.liftMessage(c.pointee.expire_time)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__Invitation.self)
    unsafe c.pointee.partner = arena.lowerString(self.partner)
    unsafe c.pointee.partner_display_name = arena.lowerString(self.partnerDisplayName)
    unsafe c.pointee.client_display_name = arena.lowerString(self.clientDisplayName)
    unsafe c.pointee.enterprise_number = arena.lowerString(self.enterpriseNumber)
    unsafe c.pointee.message = arena.lowerString(self.message)
    unsafe c.pointee.status = Daybook__Clientlink__V1alpha__InvitationStatus(rawValue: UInt32(bitPattern: self.status.rawValue))
    unsafe c.pointee.expire_time = arena.lowerMessage(self.expireTime)
  }
}

extension Link: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.Link"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__Link>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__link__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__Link.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__Link.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.partner = arena.liftString(c.pointee.partner)
    unsafe self.partnerDisplayName = arena.liftString(c.pointee.partner_display_name)
    unsafe self.active = c.pointee.active != 0
    unsafe self.epoch = c.pointee.epoch
    unsafe self.startTime = arena.liftMessage(c.pointee.start_time)
    unsafe self.endTime = arena.liftMessage(c.pointee.end_time)
    unsafe self.status = ClientStatus(rawValue: Int32(bitPattern: c.pointee.status.rawValue))
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__Link.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.partner = arena.lowerString(self.partner)
    unsafe c.pointee.partner_display_name = arena.lowerString(self.partnerDisplayName)
    unsafe c.pointee.active = self.active ? 1 : 0
    unsafe c.pointee.epoch = self.epoch
    unsafe c.pointee.start_time = arena.lowerMessage(self.startTime)
    unsafe c.pointee.end_time = arena.lowerMessage(self.endTime)
    unsafe c.pointee.status = Daybook__Clientlink__V1alpha__ClientStatus(rawValue: UInt32(bitPattern: self.status.rawValue))
  }
}

extension OpenInvitationRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.OpenInvitationRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__OpenInvitationRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__open_invitation_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__OpenInvitationRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__OpenInvitationRequest.self)
    unsafe self.token = arena.liftString(c.pointee.token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__OpenInvitationRequest.self)
    unsafe c.pointee.token = arena.lowerString(self.token)
  }
}

extension AcceptInvitationRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.AcceptInvitationRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__AcceptInvitationRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__accept_invitation_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__AcceptInvitationRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__AcceptInvitationRequest.self)
    unsafe self.parent = arena.liftString(c.pointee.parent)
    unsafe self.token = arena.liftString(c.pointee.token)
    unsafe self.consent = c.pointee.consent != 0
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__AcceptInvitationRequest.self)
    unsafe c.pointee.parent = arena.lowerString(self.parent)
    unsafe c.pointee.token = arena.lowerString(self.token)
    unsafe c.pointee.consent = self.consent ? 1 : 0
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension ListLinksRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.ListLinksRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__ListLinksRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__list_links_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListLinksRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListLinksRequest.self)
    unsafe self.parent = arena.liftString(c.pointee.parent)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = arena.liftString(c.pointee.page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListLinksRequest.self)
    unsafe c.pointee.parent = arena.lowerString(self.parent)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.lowerString(self.pageToken)
  }
}

extension ListLinksResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.ListLinksResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__ListLinksResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__list_links_response__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListLinksResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListLinksResponse.self)
    unsafe self.links = arena.liftMessages(c.pointee.n_links, c.pointee.links)
    unsafe self.nextPageToken = arena.liftString(c.pointee.next_page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListLinksResponse.self)
    unsafe c.pointee.n_links = self.links.count
    unsafe c.pointee.links = arena.lowerMessages(self.links)
    unsafe c.pointee.next_page_token = arena.lowerString(self.nextPageToken)
  }
}

extension RemoveLinkRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.RemoveLinkRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__RemoveLinkRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__remove_link_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__RemoveLinkRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__RemoveLinkRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.reason = arena.liftString(c.pointee.reason)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__RemoveLinkRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.reason = arena.lowerString(self.reason)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension ListLinkHistoryRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.ListLinkHistoryRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__ListLinkHistoryRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__list_link_history_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListLinkHistoryRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListLinkHistoryRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = arena.liftString(c.pointee.page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListLinkHistoryRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.lowerString(self.pageToken)
  }
}

extension ListLinkHistoryResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.ListLinkHistoryResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__ListLinkHistoryResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__list_link_history_response__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListLinkHistoryResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListLinkHistoryResponse.self)
    unsafe self.entries = arena.liftMessages(c.pointee.n_entries, c.pointee.entries)
    unsafe self.nextPageToken = arena.liftString(c.pointee.next_page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListLinkHistoryResponse.self)
    unsafe c.pointee.n_entries = self.entries.count
    unsafe c.pointee.entries = arena.lowerMessages(self.entries)
    unsafe c.pointee.next_page_token = arena.lowerString(self.nextPageToken)
  }
}

extension RejectAccessRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.RejectAccessRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__RejectAccessRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__reject_access_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__RejectAccessRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__RejectAccessRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.reason = arena.liftString(c.pointee.reason)
    unsafe self.internalReason = arena.liftString(c.pointee.internal_reason)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__RejectAccessRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.reason = arena.lowerString(self.reason)
    unsafe c.pointee.internal_reason = arena.lowerString(self.internalReason)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension LiftRejectionRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.LiftRejectionRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__LiftRejectionRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__lift_rejection_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__LiftRejectionRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__LiftRejectionRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.reason = arena.liftString(c.pointee.reason)
    unsafe self.internalReason = arena.liftString(c.pointee.internal_reason)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__LiftRejectionRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.reason = arena.lowerString(self.reason)
    unsafe c.pointee.internal_reason = arena.lowerString(self.internalReason)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension PassKycCheckRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.PassKycCheckRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__PassKycCheckRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__pass_kyc_check_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__PassKycCheckRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__PassKycCheckRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__PassKycCheckRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

/// The methods of daybook.clientlink.v1alpha.LinkService.
package enum LinkServiceMethods {
  package static let openInvitation = RPCMethod(
    service: "daybook.clientlink.v1alpha.LinkService", name: "OpenInvitation",
    kind: .unary, idempotency: .idempotent)
  package static let acceptInvitation = RPCMethod(
    service: "daybook.clientlink.v1alpha.LinkService", name: "AcceptInvitation",
    kind: .unary, idempotency: .idempotent)
  package static let listLinks = RPCMethod(
    service: "daybook.clientlink.v1alpha.LinkService", name: "ListLinks",
    kind: .unary, idempotency: .noSideEffects)
  package static let removeLink = RPCMethod(
    service: "daybook.clientlink.v1alpha.LinkService", name: "RemoveLink",
    kind: .unary, idempotency: .idempotent)
  package static let listLinkHistory = RPCMethod(
    service: "daybook.clientlink.v1alpha.LinkService", name: "ListLinkHistory",
    kind: .unary, idempotency: .noSideEffects)

  package static let all: [RPCMethod] = [openInvitation, acceptInvitation, listLinks, removeLink, listLinkHistory]
}

/// What a business does with its links. Callers: users of a business space; only its administrator
/// consents and removes links.
package protocol LinkServiceServer: RPCService {
  /// Shows an invitation to the one who holds its token, and notes that it was opened. NOT_FOUND
  /// for a token that was never given out; FAILED_PRECONDITION, with the word, for one that is
  /// void, used or expired. For a referral partner and a business that has a space already, the
  /// invitation is rejected by this call.
  func openInvitation(_ request: OpenInvitationRequest, _ call: ServerCall) async throws -> Invitation
  /// Completes onboarding and consents: the caller's business space is linked to the partner.
  /// FAILED_PRECONDITION when the verified number of the space is not the client's, when the
  /// consent is missing, or when the invitation is void, used or expired.
  func acceptInvitation(_ request: AcceptInvitationRequest, _ call: ServerCall) async throws -> Link
  /// Lists the partners that this business is linked to now.
  func listLinks(_ request: ListLinksRequest, _ call: ServerCall) async throws -> ListLinksResponse
  /// Ends a link from the business's side. After the answer no read of that partner succeeds
  /// anywhere. The call may take as long as one lease (10 s by default) when another service
  /// cannot be reached; the same call made again waits for the same end.
  func removeLink(_ request: RemoveLinkRequest, _ call: ServerCall) async throws -> Link
  /// Lists what happened between this business and a partner, newest first, as far as the
  /// business's side may see it.
  func listLinkHistory(_ request: ListLinkHistoryRequest, _ call: ServerCall) async throws -> ListLinkHistoryResponse
}

extension LinkServiceServer {
  package var handlers: [RPCHandler] {
    [
      .unary(LinkServiceMethods.openInvitation) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(OpenInvitationRequest.self)
          : await exchange.onlyRequest(OpenInvitationRequest.self)
        let reply = try await self.openInvitation(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(LinkServiceMethods.acceptInvitation) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(AcceptInvitationRequest.self)
          : await exchange.onlyRequest(AcceptInvitationRequest.self)
        let reply = try await self.acceptInvitation(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(LinkServiceMethods.listLinks) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ListLinksRequest.self)
          : await exchange.onlyRequest(ListLinksRequest.self)
        let reply = try await self.listLinks(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(LinkServiceMethods.removeLink) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(RemoveLinkRequest.self)
          : await exchange.onlyRequest(RemoveLinkRequest.self)
        let reply = try await self.removeLink(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(LinkServiceMethods.listLinkHistory) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ListLinkHistoryRequest.self)
          : await exchange.onlyRequest(ListLinkHistoryRequest.self)
        let reply = try await self.listLinkHistory(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
    ]
  }
}

/// What a business does with its links. Callers: users of a business space; only its administrator
/// consents and removes links.
package struct LinkServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// Shows an invitation to the one who holds its token, and notes that it was opened. NOT_FOUND
  /// for a token that was never given out; FAILED_PRECONDITION, with the word, for one that is
  /// void, used or expired. For a referral partner and a business that has a space already, the
  /// invitation is rejected by this call.
  package func openInvitation(_ request: OpenInvitationRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Invitation {
    try await channel.unary(LinkServiceMethods.openInvitation, request, options, as: Invitation.self)
  }

  /// Completes onboarding and consents: the caller's business space is linked to the partner.
  /// FAILED_PRECONDITION when the verified number of the space is not the client's, when the
  /// consent is missing, or when the invitation is void, used or expired.
  package func acceptInvitation(_ request: AcceptInvitationRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Link {
    try await channel.unary(LinkServiceMethods.acceptInvitation, request, options, as: Link.self)
  }

  /// Lists the partners that this business is linked to now.
  package func listLinks(_ request: ListLinksRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> ListLinksResponse {
    try await channel.unary(LinkServiceMethods.listLinks, request, options, as: ListLinksResponse.self)
  }

  /// Ends a link from the business's side. After the answer no read of that partner succeeds
  /// anywhere. The call may take as long as one lease (10 s by default) when another service
  /// cannot be reached; the same call made again waits for the same end.
  package func removeLink(_ request: RemoveLinkRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Link {
    try await channel.unary(LinkServiceMethods.removeLink, request, options, as: Link.self)
  }

  /// Lists what happened between this business and a partner, newest first, as far as the
  /// business's side may see it.
  package func listLinkHistory(_ request: ListLinkHistoryRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> ListLinkHistoryResponse {
    try await channel.unary(LinkServiceMethods.listLinkHistory, request, options, as: ListLinkHistoryResponse.self)
  }
}

/// The methods of daybook.clientlink.v1alpha.BackOfficeService.
package enum BackOfficeServiceMethods {
  package static let rejectAccess = RPCMethod(
    service: "daybook.clientlink.v1alpha.BackOfficeService", name: "RejectAccess",
    kind: .unary, idempotency: .idempotent)
  package static let liftRejection = RPCMethod(
    service: "daybook.clientlink.v1alpha.BackOfficeService", name: "LiftRejection",
    kind: .unary, idempotency: .idempotent)
  package static let passKycCheck = RPCMethod(
    service: "daybook.clientlink.v1alpha.BackOfficeService", name: "PassKycCheck",
    kind: .unary, idempotency: .idempotent)

  package static let all: [RPCMethod] = [rejectAccess, liftRejection, passKycCheck]
}

/// What the back office does after an identity (KYC) check. Callers: back office.
package protocol BackOfficeServiceServer: RPCService {
  /// Rejects the access of a partner to a business; the rejection stands for this pair until it is
  /// lifted, also when the client is deleted. From invited and active.
  func rejectAccess(_ request: RejectAccessRequest, _ call: ServerCall) async throws -> Client
  /// Lifts a rejection: the client is a draft again.
  func liftRejection(_ request: LiftRejectionRequest, _ call: ServerCall) async throws -> Client
  /// Records that the identity check of an invited client has been passed: if the client had
  /// consented already, the link is made now.
  func passKycCheck(_ request: PassKycCheckRequest, _ call: ServerCall) async throws -> Client
}

extension BackOfficeServiceServer {
  package var handlers: [RPCHandler] {
    [
      .unary(BackOfficeServiceMethods.rejectAccess) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(RejectAccessRequest.self)
          : await exchange.onlyRequest(RejectAccessRequest.self)
        let reply = try await self.rejectAccess(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(BackOfficeServiceMethods.liftRejection) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(LiftRejectionRequest.self)
          : await exchange.onlyRequest(LiftRejectionRequest.self)
        let reply = try await self.liftRejection(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(BackOfficeServiceMethods.passKycCheck) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(PassKycCheckRequest.self)
          : await exchange.onlyRequest(PassKycCheckRequest.self)
        let reply = try await self.passKycCheck(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
    ]
  }
}

/// What the back office does after an identity (KYC) check. Callers: back office.
package struct BackOfficeServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// Rejects the access of a partner to a business; the rejection stands for this pair until it is
  /// lifted, also when the client is deleted. From invited and active.
  package func rejectAccess(_ request: RejectAccessRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Client {
    try await channel.unary(BackOfficeServiceMethods.rejectAccess, request, options, as: Client.self)
  }

  /// Lifts a rejection: the client is a draft again.
  package func liftRejection(_ request: LiftRejectionRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Client {
    try await channel.unary(BackOfficeServiceMethods.liftRejection, request, options, as: Client.self)
  }

  /// Records that the identity check of an invited client has been passed: if the client had
  /// consented already, the link is made now.
  package func passKycCheck(_ request: PassKycCheckRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Client {
    try await channel.unary(BackOfficeServiceMethods.passKycCheck, request, options, as: Client.self)
  }
}
