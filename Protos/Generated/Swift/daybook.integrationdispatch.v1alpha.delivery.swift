// swift-format-ignore-file
// Made from daybook/integrationdispatch/v1alpha/delivery.proto by Protos/generate. Change that, not this.

import ContractsC
package import Protobuf
package import RPC

/// Where a delivery is.
package enum DeliveryStatus: ProtobufEnum {
  /// Never sent.
  case unspecified
  /// Decided, not yet tried.
  case queued
  /// A worker is at it.
  case inFlight
  /// Waits for its next attempt.
  case retrying
  /// The destination has it.
  case delivered
  /// Needs a person.
  case failed
  /// Taken back before it was sent.
  case cancelled
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [DeliveryStatus] = [.unspecified, .queued, .inFlight, .retrying, .delivered, .failed, .cancelled]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .queued
    case 2: self = .inFlight
    case 3: self = .retrying
    case 4: self = .delivered
    case 5: self = .failed
    case 6: self = .cancelled
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .queued: 1
    case .inFlight: 2
    case .retrying: 3
    case .delivered: 4
    case .failed: 5
    case .cancelled: 6
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "DELIVERY_STATUS_UNSPECIFIED"
    case .queued: "DELIVERY_STATUS_QUEUED"
    case .inFlight: "DELIVERY_STATUS_IN_FLIGHT"
    case .retrying: "DELIVERY_STATUS_RETRYING"
    case .delivered: "DELIVERY_STATUS_DELIVERED"
    case .failed: "DELIVERY_STATUS_FAILED"
    case .cancelled: "DELIVERY_STATUS_CANCELLED"
    case .unrecognized(let number): String(number)
    }
  }
}

/// The export state of a document on one side.
package enum ExportState: ProtobufEnum {
  /// Never sent.
  case unspecified
  /// Nothing was or will be sent.
  case notExported
  /// On its way.
  case queued
  /// Every integration that should have it has it.
  case exported
  /// At least one integration failed.
  case error
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [ExportState] = [.unspecified, .notExported, .queued, .exported, .error]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .notExported
    case 2: self = .queued
    case 3: self = .exported
    case 4: self = .error
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .notExported: 1
    case .queued: 2
    case .exported: 3
    case .error: 4
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "EXPORT_STATE_UNSPECIFIED"
    case .notExported: "EXPORT_STATE_NOT_EXPORTED"
    case .queued: "EXPORT_STATE_QUEUED"
    case .exported: "EXPORT_STATE_EXPORTED"
    case .error: "EXPORT_STATE_ERROR"
    case .unrecognized(let number): String(number)
    }
  }
}

/// Why a document is, or is not, at a destination.
package enum DeliveryReason: ProtobufEnum {
  /// Never sent.
  case unspecified
  /// The business has not approved the document.
  case notApproved
  /// The link with the client has ended.
  case linkEnded
  /// The integration is not active.
  case integrationInactive
  /// The integration is not configured: `field` says which setting.
  case misconfigured
  /// The document was approved while the integration was not active or not configured: resend it.
  case approvedBefore
  /// The delivery was cancelled: `detail` says why.
  case cancelled
  /// It is queued or being sent now.
  case inFlight
  /// It waits for its next attempt: `due_time` says when.
  case retrying
  /// It failed: `detail` is the last answer.
  case failed
  /// It arrived: `delivered_time` and `destination` say when and where.
  case delivered
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [DeliveryReason] = [.unspecified, .notApproved, .linkEnded, .integrationInactive, .misconfigured, .approvedBefore, .cancelled, .inFlight, .retrying, .failed, .delivered]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .notApproved
    case 2: self = .linkEnded
    case 3: self = .integrationInactive
    case 4: self = .misconfigured
    case 5: self = .approvedBefore
    case 6: self = .cancelled
    case 7: self = .inFlight
    case 8: self = .retrying
    case 9: self = .failed
    case 10: self = .delivered
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .notApproved: 1
    case .linkEnded: 2
    case .integrationInactive: 3
    case .misconfigured: 4
    case .approvedBefore: 5
    case .cancelled: 6
    case .inFlight: 7
    case .retrying: 8
    case .failed: 9
    case .delivered: 10
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "DELIVERY_REASON_UNSPECIFIED"
    case .notApproved: "DELIVERY_REASON_NOT_APPROVED"
    case .linkEnded: "DELIVERY_REASON_LINK_ENDED"
    case .integrationInactive: "DELIVERY_REASON_INTEGRATION_INACTIVE"
    case .misconfigured: "DELIVERY_REASON_MISCONFIGURED"
    case .approvedBefore: "DELIVERY_REASON_APPROVED_BEFORE"
    case .cancelled: "DELIVERY_REASON_CANCELLED"
    case .inFlight: "DELIVERY_REASON_IN_FLIGHT"
    case .retrying: "DELIVERY_REASON_RETRYING"
    case .failed: "DELIVERY_REASON_FAILED"
    case .delivered: "DELIVERY_REASON_DELIVERED"
    case .unrecognized(let number): String(number)
    }
  }
}

/// One document on its way to one integration.
package struct Delivery: Sendable, Equatable {
  /// `{parent}/deliveries/{delivery}`. A retry keeps it, a resend has another.
  package var name: String
  /// The document, `businesses/{business}/documents/{document}`.
  package var document: String
  /// The integration.
  package var integration: String
  /// The status.
  package var status: DeliveryStatus
  /// Why it was cancelled or failed; empty otherwise.
  package var reason: String
  /// Where it arrived: a path, an address; empty before.
  package var destination: String
  /// When the next attempt is due; absent when there is none.
  package var dueTime: GoogleProtobufTimestamp?
  /// When it arrived; absent before.
  package var deliveredTime: GoogleProtobufTimestamp?
  /// When it was decided.
  package var createTime: GoogleProtobufTimestamp?
  /// Every attempt, oldest first; in GetDelivery only.
  package var attempts: [DeliveryAttempt]
  /// How many attempts were made.
  package var attemptCount: Int32

  package init(
    name: String = "",
    document: String = "",
    integration: String = "",
    status: DeliveryStatus = .unspecified,
    reason: String = "",
    destination: String = "",
    dueTime: GoogleProtobufTimestamp? = nil,
    deliveredTime: GoogleProtobufTimestamp? = nil,
    createTime: GoogleProtobufTimestamp? = nil,
    attempts: [DeliveryAttempt] = [],
    attemptCount: Int32 = 0
  ) {
    self.name = name
    self.document = document
    self.integration = integration
    self.status = status
    self.reason = reason
    self.destination = destination
    self.dueTime = dueTime
    self.deliveredTime = deliveredTime
    self.createTime = createTime
    self.attempts = attempts
    self.attemptCount = attemptCount
  }
}

/// One attempt and its answer.
package struct DeliveryAttempt: Sendable, Equatable {
  /// From 1.
  package var number: Int32
  /// When it began.
  package var startTime: GoogleProtobufTimestamp?
  /// When it ended; absent while it runs or when its worker was lost.
  package var endTime: GoogleProtobufTimestamp?
  /// Whether the destination confirmed.
  package var delivered: Bool
  /// The destination's answer in short: `HTTP 503`, `written`.
  package var answer: String

  package init(
    number: Int32 = 0,
    startTime: GoogleProtobufTimestamp? = nil,
    endTime: GoogleProtobufTimestamp? = nil,
    delivered: Bool = false,
    answer: String = ""
  ) {
    self.number = number
    self.startTime = startTime
    self.endTime = endTime
    self.delivered = delivered
    self.answer = answer
  }
}

/// Asks for a page of deliveries.
package struct ListDeliveriesRequest: Sendable, Equatable {
  /// `businesses/{business}` or `partners/{partner}/businesses/{business}`.
  package var parent: String
  /// Only of this document, `businesses/{business}/documents/{document}`; may be empty.
  package var document: String
  /// Only to this integration; may be empty.
  package var integration: String
  /// At most this many: 0 is 50, more than 1000 is 1000, negative is refused.
  package var pageSize: Int32
  /// From `next_page_token` of the page before; all else must be the same.
  package var pageToken: String

  package init(
    parent: String = "",
    document: String = "",
    integration: String = "",
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.parent = parent
    self.document = document
    self.integration = integration
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

/// A page of deliveries.
package struct ListDeliveriesResponse: Sendable, Equatable {
  /// Newest first.
  package var deliveries: [Delivery]
  /// Empty on the last page.
  package var nextPageToken: String

  package init(
    deliveries: [Delivery] = [],
    nextPageToken: String = ""
  ) {
    self.deliveries = deliveries
    self.nextPageToken = nextPageToken
  }
}

/// Asks for one delivery.
package struct GetDeliveryRequest: Sendable, Equatable {
  /// The name.
  package var name: String

  package init(
    name: String = ""
  ) {
    self.name = name
  }
}

/// Asks to send again.
package struct ResendDocumentRequest: Sendable, Equatable {
  /// The document, named from the caller's side.
  package var document: String
  /// One integration of that side; empty for all.
  package var integration: String
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    document: String = "",
    integration: String = "",
    requestId: String = ""
  ) {
    self.document = document
    self.integration = integration
    self.requestId = requestId
  }
}

/// What was made.
package struct ResendDocumentResponse: Sendable, Equatable {
  /// The new deliveries.
  package var deliveries: [Delivery]

  package init(
    deliveries: [Delivery] = []
  ) {
    self.deliveries = deliveries
  }
}

/// Asks for the reason.
package struct ExplainDeliveryRequest: Sendable, Equatable {
  /// The document, named from the caller's side.
  package var document: String
  /// The integration, of the same side.
  package var integration: String

  package init(
    document: String = "",
    integration: String = ""
  ) {
    self.document = document
    self.integration = integration
  }
}

/// The first reason that holds.
package struct ExplainDeliveryResponse: Sendable, Equatable {
  /// The reason.
  package var reason: DeliveryReason
  /// The same in words, with what to do.
  package var message: String
  /// The setting that is missing or wrong.
  package var field: String
  /// Why it was cancelled, or the last answer.
  package var detail: String
  /// When the next attempt is due.
  package var dueTime: GoogleProtobufTimestamp?
  /// When it arrived.
  package var deliveredTime: GoogleProtobufTimestamp?
  /// Where it arrived.
  package var destination: String
  /// The delivery that was looked at; empty where there is none.
  package var delivery: String

  package init(
    reason: DeliveryReason = .unspecified,
    message: String = "",
    field: String = "",
    detail: String = "",
    dueTime: GoogleProtobufTimestamp? = nil,
    deliveredTime: GoogleProtobufTimestamp? = nil,
    destination: String = "",
    delivery: String = ""
  ) {
    self.reason = reason
    self.message = message
    self.field = field
    self.detail = detail
    self.dueTime = dueTime
    self.deliveredTime = deliveredTime
    self.destination = destination
    self.delivery = delivery
  }
}

/// Asks for export states.
package struct BatchGetExportStatesRequest: Sendable, Equatable {
  /// `businesses/{business}` or `partners/{partner}/businesses/{business}`.
  package var parent: String
  /// Documents, `businesses/{business}/documents/{document}`, 1 to 1,000.
  package var documents: [String]

  package init(
    parent: String = "",
    documents: [String] = []
  ) {
    self.parent = parent
    self.documents = documents
  }
}

/// The export states.
package struct BatchGetExportStatesResponse: Sendable, Equatable {
  /// In the order of the request.
  package var states: [DocumentExportState]

  package init(
    states: [DocumentExportState] = []
  ) {
    self.states = states
  }
}

/// The export state of one document.
package struct DocumentExportState: Sendable, Equatable {
  /// The document.
  package var document: String
  /// Its state on the caller's side.
  package var state: ExportState

  package init(
    document: String = "",
    state: ExportState = .unspecified
  ) {
    self.document = document
    self.state = state
  }
}

extension Delivery: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.Delivery"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__Delivery>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__delivery__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__Delivery.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__Delivery.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.document = arena.liftString(c.pointee.document)
    unsafe self.integration = arena.liftString(c.pointee.integration)
    unsafe self.status = DeliveryStatus(rawValue: Int32(bitPattern: c.pointee.status.rawValue))
    unsafe self.reason = arena.liftString(c.pointee.reason)
    unsafe self.destination = arena.liftString(c.pointee.destination)
    unsafe self.dueTime = arena.liftMessage(c.pointee.due_time)
    unsafe self.deliveredTime = arena.liftMessage(c.pointee.delivered_time)
    unsafe self.createTime = arena.liftMessage(c.pointee.create_time)
    unsafe self.attempts = arena.liftMessages(c.pointee.n_attempts, c.pointee.attempts)
    unsafe self.attemptCount = c.pointee.attempt_count
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__Delivery.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.document = arena.lowerString(self.document)
    unsafe c.pointee.integration = arena.lowerString(self.integration)
    unsafe c.pointee.status = Daybook__Integrationdispatch__V1alpha__DeliveryStatus(rawValue: UInt32(bitPattern: self.status.rawValue))
    unsafe c.pointee.reason = arena.lowerString(self.reason)
    unsafe c.pointee.destination = arena.lowerString(self.destination)
    unsafe c.pointee.due_time = arena.lowerMessage(self.dueTime)
    unsafe c.pointee.delivered_time = arena.lowerMessage(self.deliveredTime)
    unsafe c.pointee.create_time = arena.lowerMessage(self.createTime)
    unsafe c.pointee.n_attempts = self.attempts.count
    unsafe c.pointee.attempts = arena.lowerMessages(self.attempts)
    unsafe c.pointee.attempt_count = self.attemptCount
  }
}

extension DeliveryAttempt: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.DeliveryAttempt"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__DeliveryAttempt>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__delivery_attempt__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__DeliveryAttempt.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__DeliveryAttempt.self)
    unsafe self.number = c.pointee.number
    unsafe self.startTime = arena.liftMessage(c.pointee.start_time)
    unsafe self.endTime = arena.liftMessage(c.pointee.end_time)
    unsafe self.delivered = c.pointee.delivered != 0
    unsafe self.answer = arena.liftString(c.pointee.answer)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__DeliveryAttempt.self)
    unsafe c.pointee.number = self.number
    unsafe c.pointee.start_time = arena.lowerMessage(self.startTime)
    unsafe c.pointee.end_time = arena.lowerMessage(self.endTime)
    unsafe c.pointee.delivered = self.delivered ? 1 : 0
    unsafe c.pointee.answer = arena.lowerString(self.answer)
  }
}

extension ListDeliveriesRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.ListDeliveriesRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__ListDeliveriesRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__list_deliveries_request__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListDeliveriesRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListDeliveriesRequest.self)
    unsafe self.parent = arena.liftString(c.pointee.parent)
    unsafe self.document = arena.liftString(c.pointee.document)
    unsafe self.integration = arena.liftString(c.pointee.integration)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = arena.liftString(c.pointee.page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListDeliveriesRequest.self)
    unsafe c.pointee.parent = arena.lowerString(self.parent)
    unsafe c.pointee.document = arena.lowerString(self.document)
    unsafe c.pointee.integration = arena.lowerString(self.integration)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.lowerString(self.pageToken)
  }
}

extension ListDeliveriesResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.ListDeliveriesResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__ListDeliveriesResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__list_deliveries_response__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListDeliveriesResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListDeliveriesResponse.self)
    unsafe self.deliveries = arena.liftMessages(c.pointee.n_deliveries, c.pointee.deliveries)
    unsafe self.nextPageToken = arena.liftString(c.pointee.next_page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListDeliveriesResponse.self)
    unsafe c.pointee.n_deliveries = self.deliveries.count
    unsafe c.pointee.deliveries = arena.lowerMessages(self.deliveries)
    unsafe c.pointee.next_page_token = arena.lowerString(self.nextPageToken)
  }
}

extension GetDeliveryRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.GetDeliveryRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__GetDeliveryRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__get_delivery_request__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__GetDeliveryRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__GetDeliveryRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__GetDeliveryRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
  }
}

extension ResendDocumentRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.ResendDocumentRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__ResendDocumentRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__resend_document_request__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ResendDocumentRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ResendDocumentRequest.self)
    unsafe self.document = arena.liftString(c.pointee.document)
    unsafe self.integration = arena.liftString(c.pointee.integration)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ResendDocumentRequest.self)
    unsafe c.pointee.document = arena.lowerString(self.document)
    unsafe c.pointee.integration = arena.lowerString(self.integration)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension ResendDocumentResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.ResendDocumentResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__ResendDocumentResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__resend_document_response__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ResendDocumentResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ResendDocumentResponse.self)
    unsafe self.deliveries = arena.liftMessages(c.pointee.n_deliveries, c.pointee.deliveries)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ResendDocumentResponse.self)
    unsafe c.pointee.n_deliveries = self.deliveries.count
    unsafe c.pointee.deliveries = arena.lowerMessages(self.deliveries)
  }
}

extension ExplainDeliveryRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.ExplainDeliveryRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__ExplainDeliveryRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__explain_delivery_request__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ExplainDeliveryRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ExplainDeliveryRequest.self)
    unsafe self.document = arena.liftString(c.pointee.document)
    unsafe self.integration = arena.liftString(c.pointee.integration)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ExplainDeliveryRequest.self)
    unsafe c.pointee.document = arena.lowerString(self.document)
    unsafe c.pointee.integration = arena.lowerString(self.integration)
  }
}

extension ExplainDeliveryResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.ExplainDeliveryResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__ExplainDeliveryResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__explain_delivery_response__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ExplainDeliveryResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ExplainDeliveryResponse.self)
    unsafe self.reason = DeliveryReason(rawValue: Int32(bitPattern: c.pointee.reason.rawValue))
    unsafe self.message = arena.liftString(c.pointee.message)
    unsafe self.field = arena.liftString(c.pointee.field)
    unsafe self.detail = arena.liftString(c.pointee.detail)
    unsafe self.dueTime = arena.liftMessage(c.pointee.due_time)
    unsafe self.deliveredTime = arena.liftMessage(c.pointee.delivered_time)
    unsafe self.destination = arena.liftString(c.pointee.destination)
    unsafe self.delivery = arena.liftString(c.pointee.delivery)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ExplainDeliveryResponse.self)
    unsafe c.pointee.reason = Daybook__Integrationdispatch__V1alpha__DeliveryReason(rawValue: UInt32(bitPattern: self.reason.rawValue))
    unsafe c.pointee.message = arena.lowerString(self.message)
    unsafe c.pointee.field = arena.lowerString(self.field)
    unsafe c.pointee.detail = arena.lowerString(self.detail)
    unsafe c.pointee.due_time = arena.lowerMessage(self.dueTime)
    unsafe c.pointee.delivered_time = arena.lowerMessage(self.deliveredTime)
    unsafe c.pointee.destination = arena.lowerString(self.destination)
    unsafe c.pointee.delivery = arena.lowerString(self.delivery)
  }
}

extension BatchGetExportStatesRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.BatchGetExportStatesRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__BatchGetExportStatesRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__batch_get_export_states_request__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__BatchGetExportStatesRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__BatchGetExportStatesRequest.self)
    unsafe self.parent = arena.liftString(c.pointee.parent)
    unsafe self.documents = arena.liftStrings(c.pointee.n_documents, c.pointee.documents)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__BatchGetExportStatesRequest.self)
    unsafe c.pointee.parent = arena.lowerString(self.parent)
    unsafe c.pointee.n_documents = self.documents.count
    unsafe c.pointee.documents = arena.lowerStrings(self.documents)
  }
}

extension BatchGetExportStatesResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.BatchGetExportStatesResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__BatchGetExportStatesResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__batch_get_export_states_response__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__BatchGetExportStatesResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__BatchGetExportStatesResponse.self)
    unsafe self.states = arena.liftMessages(c.pointee.n_states, c.pointee.states)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__BatchGetExportStatesResponse.self)
    unsafe c.pointee.n_states = self.states.count
    unsafe c.pointee.states = arena.lowerMessages(self.states)
  }
}

extension DocumentExportState: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.DocumentExportState"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__DocumentExportState>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__document_export_state__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__DocumentExportState.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__DocumentExportState.self)
    unsafe self.document = arena.liftString(c.pointee.document)
    unsafe self.state = ExportState(rawValue: Int32(bitPattern: c.pointee.state.rawValue))
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__DocumentExportState.self)
    unsafe c.pointee.document = arena.lowerString(self.document)
    unsafe c.pointee.state = Daybook__Integrationdispatch__V1alpha__ExportState(rawValue: UInt32(bitPattern: self.state.rawValue))
  }
}

/// The methods of daybook.integrationdispatch.v1alpha.DeliveryService.
package enum DeliveryServiceMethods {
  package static let listDeliveries = RPCMethod(
    service: "daybook.integrationdispatch.v1alpha.DeliveryService", name: "ListDeliveries",
    kind: .unary, idempotency: .noSideEffects)
  package static let getDelivery = RPCMethod(
    service: "daybook.integrationdispatch.v1alpha.DeliveryService", name: "GetDelivery",
    kind: .unary, idempotency: .noSideEffects)
  package static let resendDocument = RPCMethod(
    service: "daybook.integrationdispatch.v1alpha.DeliveryService", name: "ResendDocument",
    kind: .unary, idempotency: .idempotent)
  package static let explainDelivery = RPCMethod(
    service: "daybook.integrationdispatch.v1alpha.DeliveryService", name: "ExplainDelivery",
    kind: .unary, idempotency: .noSideEffects)
  package static let batchGetExportStates = RPCMethod(
    service: "daybook.integrationdispatch.v1alpha.DeliveryService", name: "BatchGetExportStates",
    kind: .unary, idempotency: .noSideEffects)

  package static let all: [RPCMethod] = [listDeliveries, getDelivery, resendDocument, explainDelivery, batchGetExportStates]
}

/// Follows deliveries and sends again. A document is named from the caller's side:
/// `businesses/{business}/documents/{document}` or
/// `partners/{partner}/businesses/{business}/documents/{document}`; a side sees the deliveries to
/// its own integrations alone. Callers: administrator and member of the business; administrator of
/// the firm, and accountant of that client, while the link is active.
package protocol DeliveryServiceServer: RPCService {
  /// Lists deliveries of one document, of one integration, or of the caller's whole side, newest
  /// first.
  func listDeliveries(_ request: ListDeliveriesRequest, _ call: ServerCall) async throws -> ListDeliveriesResponse
  /// Reads one delivery with every attempt.
  func getDelivery(_ request: GetDeliveryRequest, _ call: ServerCall) async throws -> Delivery
  /// Sends an approved document again: a new delivery for each of the side's active and configured
  /// integrations, or for the one that is named. The old deliveries stay as they are.
  func resendDocument(_ request: ResendDocumentRequest, _ call: ServerCall) async throws -> ResendDocumentResponse
  /// Why did it not arrive? The first reason that holds for a document and an integration.
  func explainDelivery(_ request: ExplainDeliveryRequest, _ call: ServerCall) async throws -> ExplainDeliveryResponse
  /// The export state of many documents at once, to be shown beside their accounting status.
  func batchGetExportStates(_ request: BatchGetExportStatesRequest, _ call: ServerCall) async throws -> BatchGetExportStatesResponse
}

extension DeliveryServiceServer {
  package var handlers: [RPCHandler] {
    [
      .unary(DeliveryServiceMethods.listDeliveries) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ListDeliveriesRequest.self)
          : await exchange.onlyRequest(ListDeliveriesRequest.self)
        let reply = try await self.listDeliveries(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(DeliveryServiceMethods.getDelivery) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GetDeliveryRequest.self)
          : await exchange.onlyRequest(GetDeliveryRequest.self)
        let reply = try await self.getDelivery(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(DeliveryServiceMethods.resendDocument) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ResendDocumentRequest.self)
          : await exchange.onlyRequest(ResendDocumentRequest.self)
        let reply = try await self.resendDocument(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(DeliveryServiceMethods.explainDelivery) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ExplainDeliveryRequest.self)
          : await exchange.onlyRequest(ExplainDeliveryRequest.self)
        let reply = try await self.explainDelivery(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(DeliveryServiceMethods.batchGetExportStates) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(BatchGetExportStatesRequest.self)
          : await exchange.onlyRequest(BatchGetExportStatesRequest.self)
        let reply = try await self.batchGetExportStates(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
    ]
  }
}

/// Follows deliveries and sends again. A document is named from the caller's side:
/// `businesses/{business}/documents/{document}` or
/// `partners/{partner}/businesses/{business}/documents/{document}`; a side sees the deliveries to
/// its own integrations alone. Callers: administrator and member of the business; administrator of
/// the firm, and accountant of that client, while the link is active.
package struct DeliveryServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// Lists deliveries of one document, of one integration, or of the caller's whole side, newest
  /// first.
  package func listDeliveries(_ request: ListDeliveriesRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> ListDeliveriesResponse {
    try await channel.unary(DeliveryServiceMethods.listDeliveries, request, options, as: ListDeliveriesResponse.self)
  }

  /// Reads one delivery with every attempt.
  package func getDelivery(_ request: GetDeliveryRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Delivery {
    try await channel.unary(DeliveryServiceMethods.getDelivery, request, options, as: Delivery.self)
  }

  /// Sends an approved document again: a new delivery for each of the side's active and configured
  /// integrations, or for the one that is named. The old deliveries stay as they are.
  package func resendDocument(_ request: ResendDocumentRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> ResendDocumentResponse {
    try await channel.unary(DeliveryServiceMethods.resendDocument, request, options, as: ResendDocumentResponse.self)
  }

  /// Why did it not arrive? The first reason that holds for a document and an integration.
  package func explainDelivery(_ request: ExplainDeliveryRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> ExplainDeliveryResponse {
    try await channel.unary(DeliveryServiceMethods.explainDelivery, request, options, as: ExplainDeliveryResponse.self)
  }

  /// The export state of many documents at once, to be shown beside their accounting status.
  package func batchGetExportStates(_ request: BatchGetExportStatesRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> BatchGetExportStatesResponse {
    try await channel.unary(DeliveryServiceMethods.batchGetExportStates, request, options, as: BatchGetExportStatesResponse.self)
  }
}
