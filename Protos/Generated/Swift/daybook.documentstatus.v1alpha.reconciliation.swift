// swift-format-ignore-file
// Made from daybook/documentstatus/v1alpha/reconciliation.proto by Protos/generate. Change that, not this.

import ContractsC
package import Protobuf
package import RPC

/// What was found of a document, and what was done about it.
package enum ApprovalFindingKind: ProtobufEnum {
  /// Never sent.
  case unspecified
  /// integration-dispatch did not know the approval: it was sent again.
  case approvalResent
  /// integration-dispatch has an approval of a document that is not here: it was lost with what came
  /// after the backup, or discarded since.
  case documentUnknown
  /// The same, of a document that is here and not approved: approving it again sends nothing twice.
  case approvalLost
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [ApprovalFindingKind] = [.unspecified, .approvalResent, .documentUnknown, .approvalLost]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .approvalResent
    case 2: self = .documentUnknown
    case 3: self = .approvalLost
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .approvalResent: 1
    case .documentUnknown: 2
    case .approvalLost: 3
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "APPROVAL_FINDING_KIND_UNSPECIFIED"
    case .approvalResent: "APPROVAL_FINDING_KIND_APPROVAL_RESENT"
    case .documentUnknown: "APPROVAL_FINDING_KIND_DOCUMENT_UNKNOWN"
    case .approvalLost: "APPROVAL_FINDING_KIND_APPROVAL_LOST"
    case .unrecognized(let number): String(number)
    }
  }
}

/// Asks for a comparison.
package struct ReconcileApprovalsRequest: Sendable, Equatable {
  /// Whether to tell the findings alone and change nothing.
  package var dryRun: Bool

  package init(
    dryRun: Bool = false
  ) {
    self.dryRun = dryRun
  }
}

/// Where the two services disagreed about one document.
package struct ApprovalFinding: Sendable, Equatable {
  /// `businesses/{business}/documents/{document}`.
  package var document: String
  /// What was found and done.
  package var kind: ApprovalFindingKind
  /// The number that the seller gave it.
  package var number: String
  /// The seller's name.
  package var seller: String
  /// When it was approved.
  package var approveTime: GoogleProtobufTimestamp?

  package init(
    document: String = "",
    kind: ApprovalFindingKind = .unspecified,
    number: String = "",
    seller: String = "",
    approveTime: GoogleProtobufTimestamp? = nil
  ) {
    self.document = document
    self.kind = kind
    self.number = number
    self.seller = seller
    self.approveTime = approveTime
  }
}

extension ReconcileApprovalsRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ReconcileApprovalsRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ReconcileApprovalsRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__reconcile_approvals_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReconcileApprovalsRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReconcileApprovalsRequest.self)
    unsafe self.dryRun = c.pointee.dry_run != 0
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReconcileApprovalsRequest.self)
    unsafe c.pointee.dry_run = self.dryRun ? 1 : 0
  }
}

extension ApprovalFinding: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ApprovalFinding"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ApprovalFinding>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__approval_finding__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ApprovalFinding.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ApprovalFinding.self)
    unsafe self.document = arena.liftString(c.pointee.document)
    unsafe self.kind = ApprovalFindingKind(rawValue: Int32(bitPattern: c.pointee.kind.rawValue))
    unsafe self.number = arena.liftString(c.pointee.number)
    unsafe self.seller = arena.liftString(c.pointee.seller)
    unsafe self.approveTime = arena.liftMessage(c.pointee.approve_time)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ApprovalFinding.self)
    unsafe c.pointee.document = arena.lowerString(self.document)
    unsafe c.pointee.kind = Daybook__Documentstatus__V1alpha__ApprovalFindingKind(rawValue: UInt32(bitPattern: self.kind.rawValue))
    unsafe c.pointee.number = arena.lowerString(self.number)
    unsafe c.pointee.seller = arena.lowerString(self.seller)
    unsafe c.pointee.approve_time = arena.lowerMessage(self.approveTime)
  }
}

/// The methods of daybook.documentstatus.v1alpha.ApprovalReconciliationService.
package enum ApprovalReconciliationServiceMethods {
  package static let reconcileApprovals = RPCMethod(
    service: "daybook.documentstatus.v1alpha.ApprovalReconciliationService", name: "ReconcileApprovals",
    kind: .serverStreaming, idempotency: .idempotent)

  package static let all: [RPCMethod] = [reconcileApprovals]
}

/// Served by document-status.
package protocol ApprovalReconciliationServiceServer: RPCService {
  /// Compares every approved document with the approvals that integration-dispatch knows, in both
  /// directions: an approval that is missing there is sent again, and makes the deliveries that it
  /// made before, under their old ids; a document that was delivered and is not approved here is
  /// told. Answers with each finding as it comes. It may be called at any time and again: without a
  /// restore it finds nothing.
  func reconcileApprovals(_ request: ReconcileApprovalsRequest, _ replies: ReplyWriter<ApprovalFinding>, _ call: ServerCall) async throws
}

extension ApprovalReconciliationServiceServer {
  package var handlers: [RPCHandler] {
    [
      .serverStreaming(ApprovalReconciliationServiceMethods.reconcileApprovals) { (request, replies, call) in try await self.reconcileApprovals(request, replies, call) },
    ]
  }
}

/// Served by document-status.
package struct ApprovalReconciliationServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// Compares every approved document with the approvals that integration-dispatch knows, in both
  /// directions: an approval that is missing there is sent again, and makes the deliveries that it
  /// made before, under their old ids; a document that was delivered and is not approved here is
  /// told. Answers with each finding as it comes. It may be called at any time and again: without a
  /// restore it finds nothing.
  package func reconcileApprovals(_ request: ReconcileApprovalsRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Replies<ApprovalFinding> {
    try await channel.serverStreaming(ApprovalReconciliationServiceMethods.reconcileApprovals, request, options, as: ApprovalFinding.self)
  }
}
