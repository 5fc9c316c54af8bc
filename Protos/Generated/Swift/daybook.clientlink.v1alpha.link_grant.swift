// swift-format-ignore-file
// Made from daybook/clientlink/v1alpha/link_grant.proto by Protos/generate. Change that, not this.

import ContractsC
package import Protobuf
package import RPC

/// Asks for a lease.
package struct RenewLeaseRequest: Sendable, Equatable {
  /// Names the caller's data: another one after they were restored from a backup. Empty from a
  /// caller that knows no incarnations.
  package var incarnation: String

  package init(
    incarnation: String = ""
  ) {
    self.incarnation = incarnation
  }
}

/// A lease.
package struct RenewLeaseResponse: Sendable, Equatable {
  /// For how long, from the sending of the request, partners may be answered.
  package var leaseDuration: GoogleProtobufDuration?
  /// Links that have ended and whose end the caller has not confirmed yet: they hold no grant from
  /// now on.
  package var endedLinks: [LinkEpoch]
  /// No lease was given: client-link or the caller was restored from a backup, and what they know of
  /// links has not been compared since (ReconcileLinks).
  package var reconciliationNeeded: Bool

  package init(
    leaseDuration: GoogleProtobufDuration? = nil,
    endedLinks: [LinkEpoch] = [],
    reconciliationNeeded: Bool = false
  ) {
    self.leaseDuration = leaseDuration
    self.endedLinks = endedLinks
    self.reconciliationNeeded = reconciliationNeeded
  }
}

/// A link at one epoch.
package struct LinkEpoch: Sendable, Equatable {
  /// The partner space, `partners/{partner}`.
  package var partner: String
  /// The business space, `businesses/{business}`.
  package var business: String
  /// The epoch of the end.
  package var epoch: Int64

  package init(
    partner: String = "",
    business: String = "",
    epoch: Int64 = 0
  ) {
    self.partner = partner
    self.business = business
    self.epoch = epoch
  }
}

/// One change of a link.
package struct ApplyLinkChangeRequest: Sendable, Equatable {
  /// The place of the change among those of this link of this incarnation; grows.
  package var sequence: Int64
  /// The partner space, `partners/{partner}`.
  package var partner: String
  /// The business space, `businesses/{business}`.
  package var business: String
  /// The epoch of the link: grows with every link and every end.
  package var epoch: Int64
  /// Whether the partner has access from now on.
  package var active: Bool
  /// Subjects of the accountants who see this client.
  package var accountants: [String]
  /// Integrations to be made on the partner's side; only when a link is made.
  package var preparedIntegrations: [PreparedIntegration]
  /// Who caused the change.
  package var actor: Actor?
  /// When it was committed.
  package var time: GoogleProtobufTimestamp?
  /// The client, `partners/{partner}/clients/{client}`.
  package var client: String
  /// The name of the business for people.
  package var clientDisplayName: String
  /// Names client-link's data: another one after they were restored from a backup, when sequences
  /// begin anew.
  package var incarnation: String

  package init(
    sequence: Int64 = 0,
    partner: String = "",
    business: String = "",
    epoch: Int64 = 0,
    active: Bool = false,
    accountants: [String] = [],
    preparedIntegrations: [PreparedIntegration] = [],
    actor: Actor? = nil,
    time: GoogleProtobufTimestamp? = nil,
    client: String = "",
    clientDisplayName: String = "",
    incarnation: String = ""
  ) {
    self.sequence = sequence
    self.partner = partner
    self.business = business
    self.epoch = epoch
    self.active = active
    self.accountants = accountants
    self.preparedIntegrations = preparedIntegrations
    self.actor = actor
    self.time = time
    self.client = client
    self.clientDisplayName = clientDisplayName
    self.incarnation = incarnation
  }
}

/// The change is durable here.
package struct ApplyLinkChangeResponse: Sendable, Equatable {
  package init() {}
}

/// Asks for grants.
package struct ListLinkGrantsRequest: Sendable, Equatable {
  /// The list begins after this pair: the last one of the page before, empty for the first page.
  package var afterPartner: String
  /// Belongs to `after_partner`.
  package var afterBusiness: String
  /// At most this many, 1 to 500.
  package var pageSize: Int32

  package init(
    afterPartner: String = "",
    afterBusiness: String = "",
    pageSize: Int32 = 0
  ) {
    self.afterPartner = afterPartner
    self.afterBusiness = afterBusiness
    self.pageSize = pageSize
  }
}

/// A page of grants. It is the last one where it holds fewer than were asked for.
package struct ListLinkGrantsResponse: Sendable, Equatable {
  /// In the order of partner and business.
  package var grants: [HeldLinkGrant]
  /// Names the data that were listed.
  package var incarnation: String

  package init(
    grants: [HeldLinkGrant] = [],
    incarnation: String = ""
  ) {
    self.grants = grants
    self.incarnation = incarnation
  }
}

/// What a service knows of one link.
package struct HeldLinkGrant: Sendable, Equatable {
  /// The partner space, `partners/{partner}`.
  package var partner: String
  /// The business space, `businesses/{business}`.
  package var business: String
  /// The epoch of the last change that was taken in.
  package var epoch: Int64
  /// Whether the partner has access.
  package var active: Bool
  /// Subjects of the accountants who see this client, in order.
  package var accountants: [String]
  /// The client, `partners/{partner}/clients/{client}`.
  package var client: String

  package init(
    partner: String = "",
    business: String = "",
    epoch: Int64 = 0,
    active: Bool = false,
    accountants: [String] = [],
    client: String = ""
  ) {
    self.partner = partner
    self.business = business
    self.epoch = epoch
    self.active = active
    self.accountants = accountants
    self.client = client
  }
}

extension RenewLeaseRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.RenewLeaseRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__RenewLeaseRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__renew_lease_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__RenewLeaseRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__RenewLeaseRequest.self)
    unsafe self.incarnation = arena.liftString(c.pointee.incarnation)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__RenewLeaseRequest.self)
    unsafe c.pointee.incarnation = arena.lowerString(self.incarnation)
  }
}

extension RenewLeaseResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.RenewLeaseResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__RenewLeaseResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__renew_lease_response__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__RenewLeaseResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__RenewLeaseResponse.self)
    unsafe self.leaseDuration = arena.liftMessage(c.pointee.lease_duration)
    unsafe self.endedLinks = arena.liftMessages(c.pointee.n_ended_links, c.pointee.ended_links)
    unsafe self.reconciliationNeeded = c.pointee.reconciliation_needed != 0
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__RenewLeaseResponse.self)
    unsafe c.pointee.lease_duration = arena.lowerMessage(self.leaseDuration)
    unsafe c.pointee.n_ended_links = self.endedLinks.count
    unsafe c.pointee.ended_links = arena.lowerMessages(self.endedLinks)
    unsafe c.pointee.reconciliation_needed = self.reconciliationNeeded ? 1 : 0
  }
}

extension LinkEpoch: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.LinkEpoch"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__LinkEpoch>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__link_epoch__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__LinkEpoch.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__LinkEpoch.self)
    unsafe self.partner = arena.liftString(c.pointee.partner)
    unsafe self.business = arena.liftString(c.pointee.business)
    unsafe self.epoch = c.pointee.epoch
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__LinkEpoch.self)
    unsafe c.pointee.partner = arena.lowerString(self.partner)
    unsafe c.pointee.business = arena.lowerString(self.business)
    unsafe c.pointee.epoch = self.epoch
  }
}

extension ApplyLinkChangeRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.ApplyLinkChangeRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__ApplyLinkChangeRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__apply_link_change_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ApplyLinkChangeRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ApplyLinkChangeRequest.self)
    unsafe self.sequence = c.pointee.sequence
    unsafe self.partner = arena.liftString(c.pointee.partner)
    unsafe self.business = arena.liftString(c.pointee.business)
    unsafe self.epoch = c.pointee.epoch
    unsafe self.active = c.pointee.active != 0
    unsafe self.accountants = arena.liftStrings(c.pointee.n_accountants, c.pointee.accountants)
    unsafe self.preparedIntegrations = arena.liftMessages(c.pointee.n_prepared_integrations, c.pointee.prepared_integrations)
    unsafe self.actor = arena.liftMessage(c.pointee.actor)
    unsafe self.time = arena.liftMessage(c.pointee.time)
    unsafe self.client = arena.liftString(c.pointee.client)
    unsafe self.clientDisplayName = arena.liftString(c.pointee.client_display_name)
    unsafe self.incarnation = arena.liftString(c.pointee.incarnation)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ApplyLinkChangeRequest.self)
    unsafe c.pointee.sequence = self.sequence
    unsafe c.pointee.partner = arena.lowerString(self.partner)
    unsafe c.pointee.business = arena.lowerString(self.business)
    unsafe c.pointee.epoch = self.epoch
    unsafe c.pointee.active = self.active ? 1 : 0
    unsafe c.pointee.n_accountants = self.accountants.count
    unsafe c.pointee.accountants = arena.lowerStrings(self.accountants)
    unsafe c.pointee.n_prepared_integrations = self.preparedIntegrations.count
    unsafe c.pointee.prepared_integrations = arena.lowerMessages(self.preparedIntegrations)
    unsafe c.pointee.actor = arena.lowerMessage(self.actor)
    unsafe c.pointee.time = arena.lowerMessage(self.time)
    unsafe c.pointee.client = arena.lowerString(self.client)
    unsafe c.pointee.client_display_name = arena.lowerString(self.clientDisplayName)
    unsafe c.pointee.incarnation = arena.lowerString(self.incarnation)
  }
}

extension ApplyLinkChangeResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.ApplyLinkChangeResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__ApplyLinkChangeResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__apply_link_change_response__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ApplyLinkChangeResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
  }
}

extension ListLinkGrantsRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.ListLinkGrantsRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__ListLinkGrantsRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__list_link_grants_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListLinkGrantsRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListLinkGrantsRequest.self)
    unsafe self.afterPartner = arena.liftString(c.pointee.after_partner)
    unsafe self.afterBusiness = arena.liftString(c.pointee.after_business)
    unsafe self.pageSize = c.pointee.page_size
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListLinkGrantsRequest.self)
    unsafe c.pointee.after_partner = arena.lowerString(self.afterPartner)
    unsafe c.pointee.after_business = arena.lowerString(self.afterBusiness)
    unsafe c.pointee.page_size = self.pageSize
  }
}

extension ListLinkGrantsResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.ListLinkGrantsResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__ListLinkGrantsResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__list_link_grants_response__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListLinkGrantsResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListLinkGrantsResponse.self)
    unsafe self.grants = arena.liftMessages(c.pointee.n_grants, c.pointee.grants)
    unsafe self.incarnation = arena.liftString(c.pointee.incarnation)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ListLinkGrantsResponse.self)
    unsafe c.pointee.n_grants = self.grants.count
    unsafe c.pointee.grants = arena.lowerMessages(self.grants)
    unsafe c.pointee.incarnation = arena.lowerString(self.incarnation)
  }
}

extension HeldLinkGrant: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.HeldLinkGrant"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__HeldLinkGrant>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__held_link_grant__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__HeldLinkGrant.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__HeldLinkGrant.self)
    unsafe self.partner = arena.liftString(c.pointee.partner)
    unsafe self.business = arena.liftString(c.pointee.business)
    unsafe self.epoch = c.pointee.epoch
    unsafe self.active = c.pointee.active != 0
    unsafe self.accountants = arena.liftStrings(c.pointee.n_accountants, c.pointee.accountants)
    unsafe self.client = arena.liftString(c.pointee.client)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__HeldLinkGrant.self)
    unsafe c.pointee.partner = arena.lowerString(self.partner)
    unsafe c.pointee.business = arena.lowerString(self.business)
    unsafe c.pointee.epoch = self.epoch
    unsafe c.pointee.active = self.active ? 1 : 0
    unsafe c.pointee.n_accountants = self.accountants.count
    unsafe c.pointee.accountants = arena.lowerStrings(self.accountants)
    unsafe c.pointee.client = arena.lowerString(self.client)
  }
}

/// The methods of daybook.clientlink.v1alpha.LeaseService.
package enum LeaseServiceMethods {
  package static let renewLease = RPCMethod(
    service: "daybook.clientlink.v1alpha.LeaseService", name: "RenewLease",
    kind: .unary, idempotency: .idempotent)

  package static let all: [RPCMethod] = [renewLease]
}

/// Served by client-link: document-status and integration-dispatch take their lease here.
package protocol LeaseServiceServer: RPCService {
  /// Renews the lease under which the caller may answer partners. The caller counts the lease from
  /// the moment at which it sent the request, so no clocks are compared; client-link counts it from
  /// its answer, so it never believes a lease over that still runs.
  func renewLease(_ request: RenewLeaseRequest, _ call: ServerCall) async throws -> RenewLeaseResponse
}

extension LeaseServiceServer {
  package var handlers: [RPCHandler] {
    [
      .unary(LeaseServiceMethods.renewLease) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(RenewLeaseRequest.self)
          : await exchange.onlyRequest(RenewLeaseRequest.self)
        let reply = try await self.renewLease(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
    ]
  }
}

/// Served by client-link: document-status and integration-dispatch take their lease here.
package struct LeaseServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// Renews the lease under which the caller may answer partners. The caller counts the lease from
  /// the moment at which it sent the request, so no clocks are compared; client-link counts it from
  /// its answer, so it never believes a lease over that still runs.
  package func renewLease(_ request: RenewLeaseRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> RenewLeaseResponse {
    try await channel.unary(LeaseServiceMethods.renewLease, request, options, as: RenewLeaseResponse.self)
  }
}

/// The methods of daybook.clientlink.v1alpha.LinkGrantService.
package enum LinkGrantServiceMethods {
  package static let applyLinkChange = RPCMethod(
    service: "daybook.clientlink.v1alpha.LinkGrantService", name: "ApplyLinkChange",
    kind: .unary, idempotency: .idempotent)
  package static let listLinkGrants = RPCMethod(
    service: "daybook.clientlink.v1alpha.LinkGrantService", name: "ListLinkGrants",
    kind: .unary, idempotency: .noSideEffects)

  package static let all: [RPCMethod] = [applyLinkChange, listLinkGrants]
}

/// Served by document-status and integration-dispatch: client-link tells them of every link.
package protocol LinkGrantServiceServer: RPCService {
  /// Applies one change of a link. An answer of OK means that it is durable here. Changes of one
  /// link come in order; one of an older epoch changes nothing.
  func applyLinkChange(_ request: ApplyLinkChangeRequest, _ call: ServerCall) async throws -> ApplyLinkChangeResponse
  /// Lists what the service knows of links, ended ones too, in the order of partner and business.
  /// client-link compares it with its links after one of the two was restored from a backup.
  func listLinkGrants(_ request: ListLinkGrantsRequest, _ call: ServerCall) async throws -> ListLinkGrantsResponse
}

extension LinkGrantServiceServer {
  package var handlers: [RPCHandler] {
    [
      .unary(LinkGrantServiceMethods.applyLinkChange) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ApplyLinkChangeRequest.self)
          : await exchange.onlyRequest(ApplyLinkChangeRequest.self)
        let reply = try await self.applyLinkChange(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(LinkGrantServiceMethods.listLinkGrants) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ListLinkGrantsRequest.self)
          : await exchange.onlyRequest(ListLinkGrantsRequest.self)
        let reply = try await self.listLinkGrants(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
    ]
  }
}

/// Served by document-status and integration-dispatch: client-link tells them of every link.
package struct LinkGrantServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// Applies one change of a link. An answer of OK means that it is durable here. Changes of one
  /// link come in order; one of an older epoch changes nothing.
  package func applyLinkChange(_ request: ApplyLinkChangeRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> ApplyLinkChangeResponse {
    try await channel.unary(LinkGrantServiceMethods.applyLinkChange, request, options, as: ApplyLinkChangeResponse.self)
  }

  /// Lists what the service knows of links, ended ones too, in the order of partner and business.
  /// client-link compares it with its links after one of the two was restored from a backup.
  package func listLinkGrants(_ request: ListLinkGrantsRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> ListLinkGrantsResponse {
    try await channel.unary(LinkGrantServiceMethods.listLinkGrants, request, options, as: ListLinkGrantsResponse.self)
  }
}
