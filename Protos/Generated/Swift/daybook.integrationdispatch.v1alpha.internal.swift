// swift-format-ignore-file
// Made from daybook/integrationdispatch/v1alpha/internal.proto by Protos/generate. Change that, not this.

import ContractsC
package import Protobuf
package import RPC

/// An approved document.
package struct ApplyApprovalRequest: Sendable, Equatable {
  /// The place of the event among those of this document of this incarnation; grows.
  package var sequence: Int64
  /// `businesses/{business}/documents/{document}`.
  package var document: String
  /// The kind, in DocumentKind's lower-case words: `purchase_invoice`.
  package var kind: String
  /// The number that the seller gave it.
  package var number: String
  /// The day of issue, ISO 8601.
  package var issueDate: String
  /// The seller's name.
  package var seller: String
  /// The buyer's name.
  package var buyer: String
  /// The amount with VAT.
  package var total: Amount?
  /// The files to deliver.
  package var contents: [ApprovedContent]
  /// Who approved.
  package var actor: Actor?
  /// When it was approved.
  package var approveTime: GoogleProtobufTimestamp?
  /// Names document-status's data: another one after they were restored from a backup, when
  /// sequences begin anew.
  package var incarnation: String

  package init(
    sequence: Int64 = 0,
    document: String = "",
    kind: String = "",
    number: String = "",
    issueDate: String = "",
    seller: String = "",
    buyer: String = "",
    total: Amount? = nil,
    contents: [ApprovedContent] = [],
    actor: Actor? = nil,
    approveTime: GoogleProtobufTimestamp? = nil,
    incarnation: String = ""
  ) {
    self.sequence = sequence
    self.document = document
    self.kind = kind
    self.number = number
    self.issueDate = issueDate
    self.seller = seller
    self.buyer = buyer
    self.total = total
    self.contents = contents
    self.actor = actor
    self.approveTime = approveTime
    self.incarnation = incarnation
  }
}

/// One file of an approved document.
package struct ApprovedContent: Sendable, Equatable {
  /// `original` or `e_invoice`.
  package var part: String
  /// SHA-256 of the bytes, in hexadecimal.
  package var sha256: String
  /// Its size in bytes.
  package var sizeBytes: Int64
  /// `application/pdf` or `application/xml`.
  package var mediaType: String

  package init(
    part: String = "",
    sha256: String = "",
    sizeBytes: Int64 = 0,
    mediaType: String = ""
  ) {
    self.part = part
    self.sha256 = sha256
    self.sizeBytes = sizeBytes
    self.mediaType = mediaType
  }
}

/// All is durable here.
package struct ApplyApprovalResponse: Sendable, Equatable {
  package init() {}
}

/// Asks for approvals.
package struct ListApprovalsRequest: Sendable, Equatable {
  /// The list begins after this document, `businesses/{business}/documents/{document}`: the last one
  /// of the page before, empty for the first page.
  package var after: String
  /// At most this many, 1 to 500.
  package var pageSize: Int32

  package init(
    after: String = "",
    pageSize: Int32 = 0
  ) {
    self.after = after
    self.pageSize = pageSize
  }
}

/// A page of approvals. It is the last one where it holds fewer than were asked for.
package struct ListApprovalsResponse: Sendable, Equatable {
  /// In the order of business and document.
  package var approvals: [KnownApproval]

  package init(
    approvals: [KnownApproval] = []
  ) {
    self.approvals = approvals
  }
}

/// An approval that was taken in.
package struct KnownApproval: Sendable, Equatable {
  /// `businesses/{business}/documents/{document}`.
  package var document: String
  /// The number that the seller gave it.
  package var number: String
  /// The seller's name.
  package var seller: String
  /// When it was approved.
  package var approveTime: GoogleProtobufTimestamp?

  package init(
    document: String = "",
    number: String = "",
    seller: String = "",
    approveTime: GoogleProtobufTimestamp? = nil
  ) {
    self.document = document
    self.number = number
    self.seller = seller
    self.approveTime = approveTime
  }
}

extension ApplyApprovalRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.ApplyApprovalRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__ApplyApprovalRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__apply_approval_request__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ApplyApprovalRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ApplyApprovalRequest.self)
    unsafe self.sequence = c.pointee.sequence
    unsafe self.document = arena.liftString(c.pointee.document)
    unsafe self.kind = arena.liftString(c.pointee.kind)
    unsafe self.number = arena.liftString(c.pointee.number)
    unsafe self.issueDate = arena.liftString(c.pointee.issue_date)
    unsafe self.seller = arena.liftString(c.pointee.seller)
    unsafe self.buyer = arena.liftString(c.pointee.buyer)
    unsafe self.total = arena.liftMessage(c.pointee.total)
    unsafe self.contents = arena.liftMessages(c.pointee.n_contents, c.pointee.contents)
    unsafe self.actor = arena.liftMessage(c.pointee.actor)
    unsafe self.approveTime = arena.liftMessage(c.pointee.approve_time)
    unsafe self.incarnation = arena.liftString(c.pointee.incarnation)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ApplyApprovalRequest.self)
    unsafe c.pointee.sequence = self.sequence
    unsafe c.pointee.document = arena.lowerString(self.document)
    unsafe c.pointee.kind = arena.lowerString(self.kind)
    unsafe c.pointee.number = arena.lowerString(self.number)
    unsafe c.pointee.issue_date = arena.lowerString(self.issueDate)
    unsafe c.pointee.seller = arena.lowerString(self.seller)
    unsafe c.pointee.buyer = arena.lowerString(self.buyer)
    unsafe c.pointee.total = arena.lowerMessage(self.total)
    unsafe c.pointee.n_contents = self.contents.count
    unsafe c.pointee.contents = arena.lowerMessages(self.contents)
    unsafe c.pointee.actor = arena.lowerMessage(self.actor)
    unsafe c.pointee.approve_time = arena.lowerMessage(self.approveTime)
    unsafe c.pointee.incarnation = arena.lowerString(self.incarnation)
  }
}

extension ApprovedContent: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.ApprovedContent"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__ApprovedContent>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__approved_content__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ApprovedContent.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ApprovedContent.self)
    unsafe self.part = arena.liftString(c.pointee.part)
    unsafe self.sha256 = arena.liftString(c.pointee.sha256)
    unsafe self.sizeBytes = c.pointee.size_bytes
    unsafe self.mediaType = arena.liftString(c.pointee.media_type)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ApprovedContent.self)
    unsafe c.pointee.part = arena.lowerString(self.part)
    unsafe c.pointee.sha256 = arena.lowerString(self.sha256)
    unsafe c.pointee.size_bytes = self.sizeBytes
    unsafe c.pointee.media_type = arena.lowerString(self.mediaType)
  }
}

extension ApplyApprovalResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.ApplyApprovalResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__ApplyApprovalResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__apply_approval_response__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ApplyApprovalResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
  }
}

extension ListApprovalsRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.ListApprovalsRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__ListApprovalsRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__list_approvals_request__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListApprovalsRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListApprovalsRequest.self)
    unsafe self.after = arena.liftString(c.pointee.after)
    unsafe self.pageSize = c.pointee.page_size
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListApprovalsRequest.self)
    unsafe c.pointee.after = arena.lowerString(self.after)
    unsafe c.pointee.page_size = self.pageSize
  }
}

extension ListApprovalsResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.ListApprovalsResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__ListApprovalsResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__list_approvals_response__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListApprovalsResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListApprovalsResponse.self)
    unsafe self.approvals = arena.liftMessages(c.pointee.n_approvals, c.pointee.approvals)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListApprovalsResponse.self)
    unsafe c.pointee.n_approvals = self.approvals.count
    unsafe c.pointee.approvals = arena.lowerMessages(self.approvals)
  }
}

extension KnownApproval: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.KnownApproval"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__KnownApproval>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__known_approval__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__KnownApproval.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__KnownApproval.self)
    unsafe self.document = arena.liftString(c.pointee.document)
    unsafe self.number = arena.liftString(c.pointee.number)
    unsafe self.seller = arena.liftString(c.pointee.seller)
    unsafe self.approveTime = arena.liftMessage(c.pointee.approve_time)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__KnownApproval.self)
    unsafe c.pointee.document = arena.lowerString(self.document)
    unsafe c.pointee.number = arena.lowerString(self.number)
    unsafe c.pointee.seller = arena.lowerString(self.seller)
    unsafe c.pointee.approve_time = arena.lowerMessage(self.approveTime)
  }
}

/// The methods of daybook.integrationdispatch.v1alpha.ApprovalService.
package enum ApprovalServiceMethods {
  package static let applyApproval = RPCMethod(
    service: "daybook.integrationdispatch.v1alpha.ApprovalService", name: "ApplyApproval",
    kind: .unary, idempotency: .idempotent)
  package static let listApprovals = RPCMethod(
    service: "daybook.integrationdispatch.v1alpha.ApprovalService", name: "ListApprovals",
    kind: .unary, idempotency: .noSideEffects)

  package static let all: [RPCMethod] = [applyApproval, listApprovals]
}

/// Where document-status hands over what was approved. Callers: `document-status`.
package protocol ApprovalServiceServer: RPCService {
  /// Takes an approval, decides for every integration of the business and of its linked partners,
  /// and stores each decision. An answer of OK means that all is durable here; the same approval
  /// again changes nothing.
  func applyApproval(_ request: ApplyApprovalRequest, _ call: ServerCall) async throws -> ApplyApprovalResponse
  /// Lists the approvals that were taken in, in the order of business and document. document-status
  /// compares it with its documents after one of the two was restored from a backup.
  func listApprovals(_ request: ListApprovalsRequest, _ call: ServerCall) async throws -> ListApprovalsResponse
}

extension ApprovalServiceServer {
  package var handlers: [RPCHandler] {
    [
      .unary(ApprovalServiceMethods.applyApproval) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ApplyApprovalRequest.self)
          : await exchange.onlyRequest(ApplyApprovalRequest.self)
        let reply = try await self.applyApproval(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(ApprovalServiceMethods.listApprovals) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ListApprovalsRequest.self)
          : await exchange.onlyRequest(ListApprovalsRequest.self)
        let reply = try await self.listApprovals(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
    ]
  }
}

/// Where document-status hands over what was approved. Callers: `document-status`.
package struct ApprovalServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// Takes an approval, decides for every integration of the business and of its linked partners,
  /// and stores each decision. An answer of OK means that all is durable here; the same approval
  /// again changes nothing.
  package func applyApproval(_ request: ApplyApprovalRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> ApplyApprovalResponse {
    try await channel.unary(ApprovalServiceMethods.applyApproval, request, options, as: ApplyApprovalResponse.self)
  }

  /// Lists the approvals that were taken in, in the order of business and document. document-status
  /// compares it with its documents after one of the two was restored from a backup.
  package func listApprovals(_ request: ListApprovalsRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> ListApprovalsResponse {
    try await channel.unary(ApprovalServiceMethods.listApprovals, request, options, as: ListApprovalsResponse.self)
  }
}
