// swift-format-ignore-file
// Made from daybook/clientlink/v1alpha/reconciliation.proto by Protos/generate. Change that, not this.

import ContractsC
package import Protobuf
package import RPC

/// What was found of a link, and what was done about it.
package enum LinkFindingKind: ProtobufEnum {
  /// Never sent.
  case unspecified
  /// A grant that no link stands for: the consent was given after the backup. The grant ended, and
  /// the business has to consent again.
  case grantEnded
  /// A link that changed after the backup, at least by its end: it ended, here and there.
  case linkEnded
  /// The other service lacked the link's last change: it was sent again.
  case changeResent
  /// The two knew of different accountants: those that both knew keep their assignment.
  case accountantsNarrowed
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [LinkFindingKind] = [.unspecified, .grantEnded, .linkEnded, .changeResent, .accountantsNarrowed]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .grantEnded
    case 2: self = .linkEnded
    case 3: self = .changeResent
    case 4: self = .accountantsNarrowed
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .grantEnded: 1
    case .linkEnded: 2
    case .changeResent: 3
    case .accountantsNarrowed: 4
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "LINK_FINDING_KIND_UNSPECIFIED"
    case .grantEnded: "LINK_FINDING_KIND_GRANT_ENDED"
    case .linkEnded: "LINK_FINDING_KIND_LINK_ENDED"
    case .changeResent: "LINK_FINDING_KIND_CHANGE_RESENT"
    case .accountantsNarrowed: "LINK_FINDING_KIND_ACCOUNTANTS_NARROWED"
    case .unrecognized(let number): String(number)
    }
  }
}

/// Asks for a comparison.
package struct ReconcileLinksRequest: Sendable, Equatable {
  /// Whether to tell the findings alone and change nothing.
  package var dryRun: Bool

  package init(
    dryRun: Bool = false
  ) {
    self.dryRun = dryRun
  }
}

/// Where the services disagreed about one link.
package struct LinkFinding: Sendable, Equatable {
  /// The service that client-link was compared with: `document-status`, `integration-dispatch`.
  package var service: String
  /// The partner space, `partners/{partner}`.
  package var partner: String
  /// The business space, `businesses/{business}`.
  package var business: String
  /// The client, `partners/{partner}/clients/{client}`.
  package var client: String
  /// What was found and done.
  package var kind: LinkFindingKind
  /// The subjects who lost their assignment, for `ACCOUNTANTS_NARROWED`.
  package var accountants: [String]

  package init(
    service: String = "",
    partner: String = "",
    business: String = "",
    client: String = "",
    kind: LinkFindingKind = .unspecified,
    accountants: [String] = []
  ) {
    self.service = service
    self.partner = partner
    self.business = business
    self.client = client
    self.kind = kind
    self.accountants = accountants
  }
}

extension ReconcileLinksRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.ReconcileLinksRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__ReconcileLinksRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__reconcile_links_request__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ReconcileLinksRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ReconcileLinksRequest.self)
    unsafe self.dryRun = c.pointee.dry_run != 0
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__ReconcileLinksRequest.self)
    unsafe c.pointee.dry_run = self.dryRun ? 1 : 0
  }
}

extension LinkFinding: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.clientlink.v1alpha.LinkFinding"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Clientlink__V1alpha__LinkFinding>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__clientlink__v1alpha__link_finding__init(c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__LinkFinding.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__LinkFinding.self)
    unsafe self.service = arena.liftString(c.pointee.service)
    unsafe self.partner = arena.liftString(c.pointee.partner)
    unsafe self.business = arena.liftString(c.pointee.business)
    unsafe self.client = arena.liftString(c.pointee.client)
    unsafe self.kind = LinkFindingKind(rawValue: Int32(bitPattern: c.pointee.kind.rawValue))
    unsafe self.accountants = arena.liftStrings(c.pointee.n_accountants, c.pointee.accountants)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Clientlink__V1alpha__LinkFinding.self)
    unsafe c.pointee.service = arena.lowerString(self.service)
    unsafe c.pointee.partner = arena.lowerString(self.partner)
    unsafe c.pointee.business = arena.lowerString(self.business)
    unsafe c.pointee.client = arena.lowerString(self.client)
    unsafe c.pointee.kind = Daybook__Clientlink__V1alpha__LinkFindingKind(rawValue: UInt32(bitPattern: self.kind.rawValue))
    unsafe c.pointee.n_accountants = self.accountants.count
    unsafe c.pointee.accountants = arena.lowerStrings(self.accountants)
  }
}

/// The methods of daybook.clientlink.v1alpha.LinkReconciliationService.
package enum LinkReconciliationServiceMethods {
  package static let reconcileLinks = RPCMethod(
    service: "daybook.clientlink.v1alpha.LinkReconciliationService", name: "ReconcileLinks",
    kind: .serverStreaming, idempotency: .idempotent)

  package static let all: [RPCMethod] = [reconcileLinks]
}

/// Served by client-link.
package protocol LinkReconciliationServiceServer: RPCService {
  /// Compares every link with what document-status and integration-dispatch hold of it, in both
  /// directions, and closes what is not proven open: a grant that no link here stands for ends; a
  /// link that ended, or was made anew, after the backup that client-link was restored from ends
  /// here too; a grant that is missing or old elsewhere is sent again. Answers with each finding as
  /// it comes and ends when the other services have taken everything in; leases are handed out again
  /// from then on. It may be called at any time and again: without a restore it finds nothing.
  func reconcileLinks(_ request: ReconcileLinksRequest, _ replies: ReplyWriter<LinkFinding>, _ call: ServerCall) async throws
}

extension LinkReconciliationServiceServer {
  package var handlers: [RPCHandler] {
    [
      .serverStreaming(LinkReconciliationServiceMethods.reconcileLinks) { (request, replies, call) in try await self.reconcileLinks(request, replies, call) },
    ]
  }
}

/// Served by client-link.
package struct LinkReconciliationServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// Compares every link with what document-status and integration-dispatch hold of it, in both
  /// directions, and closes what is not proven open: a grant that no link here stands for ends; a
  /// link that ended, or was made anew, after the backup that client-link was restored from ends
  /// here too; a grant that is missing or old elsewhere is sent again. Answers with each finding as
  /// it comes and ends when the other services have taken everything in; leases are handed out again
  /// from then on. It may be called at any time and again: without a restore it finds nothing.
  package func reconcileLinks(_ request: ReconcileLinksRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Replies<LinkFinding> {
    try await channel.serverStreaming(LinkReconciliationServiceMethods.reconcileLinks, request, options, as: LinkFinding.self)
  }
}
