// swift-format-ignore-file
// Made from daybook/documentstatus/v1alpha/accounting.proto by Protos/generate. Change that, not this.

import ContractsC
package import Protobuf
package import RPC

/// The status on the accountant's side: one for each (partner, document).
package enum AccountingStatus: ProtobufEnum {
  /// In no tab: an earlier document that was not taken over.
  case unspecified
  /// The business must act. Tab "Client action needed".
  case clientActionNeeded
  /// The accountant can do the bookkeeping. Tab "To check".
  case readyToProcess
  /// Bookkeeping is done. Tab "Processed".
  case processed
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [AccountingStatus] = [.unspecified, .clientActionNeeded, .readyToProcess, .processed]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .clientActionNeeded
    case 2: self = .readyToProcess
    case 3: self = .processed
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .clientActionNeeded: 1
    case .readyToProcess: 2
    case .processed: 3
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "ACCOUNTING_STATUS_UNSPECIFIED"
    case .clientActionNeeded: "ACCOUNTING_STATUS_CLIENT_ACTION_NEEDED"
    case .readyToProcess: "ACCOUNTING_STATUS_READY_TO_PROCESS"
    case .processed: "ACCOUNTING_STATUS_PROCESSED"
    case .unrecognized(let number): String(number)
    }
  }
}

/// A document as a firm sees it.
package struct AccountingDocument: Sendable, Equatable {
  /// `partners/{partner}/businesses/{business}/documents/{document}`.
  package var name: String
  /// The firm's status for it.
  package var accountingStatus: AccountingStatus
  /// The document itself. Its name is the business's.
  package var document: Document?
  /// Changes with every change of the firm's status.
  package var etag: String

  package init(
    name: String = "",
    accountingStatus: AccountingStatus = .unspecified,
    document: Document? = nil,
    etag: String = ""
  ) {
    self.name = name
    self.accountingStatus = accountingStatus
    self.document = document
    self.etag = etag
  }
}

/// Asks for one document.
package struct GetAccountingDocumentRequest: Sendable, Equatable {
  /// `partners/{partner}/businesses/{business}/documents/{document}`.
  package var name: String

  package init(
    name: String = ""
  ) {
    self.name = name
  }
}

/// Asks for a page of documents.
package struct ListAccountingDocumentsRequest: Sendable, Equatable {
  /// `partners/{partner}/businesses/{business}`, or `partners/{partner}/businesses/-` for all
  /// clients that the caller may see.
  package var parent: String
  /// The tab; unspecified is every document that may be read, in a tab or not.
  package var accountingStatus: AccountingStatus
  /// Only this kind; unspecified is all.
  package var kind: DocumentKind
  /// At most this many: 0 is 50, more than 1000 is 1000, negative is refused.
  package var pageSize: Int32
  /// From `next_page_token` of the page before; all else must be the same.
  package var pageToken: String

  package init(
    parent: String = "",
    accountingStatus: AccountingStatus = .unspecified,
    kind: DocumentKind = .unspecified,
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.parent = parent
    self.accountingStatus = accountingStatus
    self.kind = kind
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

/// A page of documents.
package struct ListAccountingDocumentsResponse: Sendable, Equatable {
  /// The documents, without their violations and their fields' lines.
  package var documents: [AccountingDocument]
  /// Empty on the last page.
  package var nextPageToken: String

  package init(
    documents: [AccountingDocument] = [],
    nextPageToken: String = ""
  ) {
    self.documents = documents
    self.nextPageToken = nextPageToken
  }
}

/// Asks for the counts.
package struct CountAccountingDocumentsRequest: Sendable, Equatable {
  /// `partners/{partner}`.
  package var parent: String

  package init(
    parent: String = ""
  ) {
    self.parent = parent
  }
}

/// The counts.
package struct CountAccountingDocumentsResponse: Sendable, Equatable {
  /// One for each (client, kind, status) that has any.
  package var counts: [AccountingCount]

  package init(
    counts: [AccountingCount] = []
  ) {
    self.counts = counts
  }
}

/// How many documents stand in a tab.
package struct AccountingCount: Sendable, Equatable {
  /// `businesses/{business}`.
  package var business: String
  /// The kind.
  package var kind: DocumentKind
  /// The tab.
  package var accountingStatus: AccountingStatus
  /// How many.
  package var count: Int64

  package init(
    business: String = "",
    kind: DocumentKind = .unspecified,
    accountingStatus: AccountingStatus = .unspecified,
    count: Int64 = 0
  ) {
    self.business = business
    self.kind = kind
    self.accountingStatus = accountingStatus
    self.count = count
  }
}

/// Asks to mark.
package struct MarkProcessedRequest: Sendable, Equatable {
  /// `partners/{partner}/businesses/{business}/documents/{document}`.
  package var name: String
  /// The etag of what was seen; empty for whatever is there.
  package var etag: String
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    name: String = "",
    etag: String = "",
    requestId: String = ""
  ) {
    self.name = name
    self.etag = etag
    self.requestId = requestId
  }
}

/// Asks to take the mark back.
package struct UnmarkProcessedRequest: Sendable, Equatable {
  /// `partners/{partner}/businesses/{business}/documents/{document}`.
  package var name: String
  /// The etag of what was seen; empty for whatever is there.
  package var etag: String
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    name: String = "",
    etag: String = "",
    requestId: String = ""
  ) {
    self.name = name
    self.etag = etag
    self.requestId = requestId
  }
}

/// Asks to take over.
package struct TakeOverDocumentsRequest: Sendable, Equatable {
  /// `partners/{partner}/businesses/{business}`.
  package var parent: String
  /// From this day of issue on, ISO 8601; empty for the first.
  package var fromDate: String
  /// Up to and with this day of issue, ISO 8601; empty for the last.
  package var toDate: String
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    parent: String = "",
    fromDate: String = "",
    toDate: String = "",
    requestId: String = ""
  ) {
    self.parent = parent
    self.fromDate = fromDate
    self.toDate = toDate
    self.requestId = requestId
  }
}

/// What was taken over.
package struct TakeOverDocumentsResponse: Sendable, Equatable {
  /// How many documents stand in a tab now that did not before.
  package var takenOver: Int64

  package init(
    takenOver: Int64 = 0
  ) {
    self.takenOver = takenOver
  }
}

/// Asks for content.
package struct ReadAccountingContentRequest: Sendable, Equatable {
  /// `partners/{partner}/businesses/{business}/documents/{document}`.
  package var name: String
  /// Which file.
  package var part: ContentPart

  package init(
    name: String = "",
    part: ContentPart = .unspecified
  ) {
    self.name = name
    self.part = part
  }
}

/// Asks for a page of history.
package struct ListAccountingHistoryRequest: Sendable, Equatable {
  /// `partners/{partner}/businesses/{business}/documents/{document}`.
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

/// A page of history: what the firm may read of the document's own entries and those of the firm's
/// status of it, both within the firm's link periods, as one list.
package struct ListAccountingHistoryResponse: Sendable, Equatable {
  /// Newest first, by time. The two histories count their sequences apart.
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

extension AccountingDocument: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.AccountingDocument"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__AccountingDocument>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__accounting_document__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__AccountingDocument.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__AccountingDocument.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.accountingStatus = AccountingStatus(rawValue: Int32(bitPattern: c.pointee.accounting_status.rawValue))
    unsafe self.document = arena.liftMessage(c.pointee.document)
    unsafe self.etag = arena.liftString(c.pointee.etag)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__AccountingDocument.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.accounting_status = Daybook__Documentstatus__V1alpha__AccountingStatus(rawValue: UInt32(bitPattern: self.accountingStatus.rawValue))
    unsafe c.pointee.document = arena.lowerMessage(self.document)
    unsafe c.pointee.etag = arena.lowerString(self.etag)
  }
}

extension GetAccountingDocumentRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.GetAccountingDocumentRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__GetAccountingDocumentRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__get_accounting_document_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__GetAccountingDocumentRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__GetAccountingDocumentRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__GetAccountingDocumentRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
  }
}

extension ListAccountingDocumentsRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ListAccountingDocumentsRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ListAccountingDocumentsRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__list_accounting_documents_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListAccountingDocumentsRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListAccountingDocumentsRequest.self)
    unsafe self.parent = arena.liftString(c.pointee.parent)
    unsafe self.accountingStatus = AccountingStatus(rawValue: Int32(bitPattern: c.pointee.accounting_status.rawValue))
    unsafe self.kind = DocumentKind(rawValue: Int32(bitPattern: c.pointee.kind.rawValue))
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = arena.liftString(c.pointee.page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListAccountingDocumentsRequest.self)
    unsafe c.pointee.parent = arena.lowerString(self.parent)
    unsafe c.pointee.accounting_status = Daybook__Documentstatus__V1alpha__AccountingStatus(rawValue: UInt32(bitPattern: self.accountingStatus.rawValue))
    unsafe c.pointee.kind = Daybook__Documentstatus__V1alpha__DocumentKind(rawValue: UInt32(bitPattern: self.kind.rawValue))
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.lowerString(self.pageToken)
  }
}

extension ListAccountingDocumentsResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ListAccountingDocumentsResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ListAccountingDocumentsResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__list_accounting_documents_response__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListAccountingDocumentsResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListAccountingDocumentsResponse.self)
    unsafe self.documents = arena.liftMessages(c.pointee.n_documents, c.pointee.documents)
    unsafe self.nextPageToken = arena.liftString(c.pointee.next_page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListAccountingDocumentsResponse.self)
    unsafe c.pointee.n_documents = self.documents.count
    unsafe c.pointee.documents = arena.lowerMessages(self.documents)
    unsafe c.pointee.next_page_token = arena.lowerString(self.nextPageToken)
  }
}

extension CountAccountingDocumentsRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.CountAccountingDocumentsRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__CountAccountingDocumentsRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__count_accounting_documents_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__CountAccountingDocumentsRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__CountAccountingDocumentsRequest.self)
    unsafe self.parent = arena.liftString(c.pointee.parent)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__CountAccountingDocumentsRequest.self)
    unsafe c.pointee.parent = arena.lowerString(self.parent)
  }
}

extension CountAccountingDocumentsResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.CountAccountingDocumentsResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__CountAccountingDocumentsResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__count_accounting_documents_response__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__CountAccountingDocumentsResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__CountAccountingDocumentsResponse.self)
    unsafe self.counts = arena.liftMessages(c.pointee.n_counts, c.pointee.counts)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__CountAccountingDocumentsResponse.self)
    unsafe c.pointee.n_counts = self.counts.count
    unsafe c.pointee.counts = arena.lowerMessages(self.counts)
  }
}

extension AccountingCount: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.AccountingCount"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__AccountingCount>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__accounting_count__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__AccountingCount.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__AccountingCount.self)
    unsafe self.business = arena.liftString(c.pointee.business)
    unsafe self.kind = DocumentKind(rawValue: Int32(bitPattern: c.pointee.kind.rawValue))
    unsafe self.accountingStatus = AccountingStatus(rawValue: Int32(bitPattern: c.pointee.accounting_status.rawValue))
    unsafe self.count = c.pointee.count
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__AccountingCount.self)
    unsafe c.pointee.business = arena.lowerString(self.business)
    unsafe c.pointee.kind = Daybook__Documentstatus__V1alpha__DocumentKind(rawValue: UInt32(bitPattern: self.kind.rawValue))
    unsafe c.pointee.accounting_status = Daybook__Documentstatus__V1alpha__AccountingStatus(rawValue: UInt32(bitPattern: self.accountingStatus.rawValue))
    unsafe c.pointee.count = self.count
  }
}

extension MarkProcessedRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.MarkProcessedRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__MarkProcessedRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__mark_processed_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__MarkProcessedRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__MarkProcessedRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.etag = arena.liftString(c.pointee.etag)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__MarkProcessedRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.etag = arena.lowerString(self.etag)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension UnmarkProcessedRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.UnmarkProcessedRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__UnmarkProcessedRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__unmark_processed_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__UnmarkProcessedRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__UnmarkProcessedRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.etag = arena.liftString(c.pointee.etag)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__UnmarkProcessedRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.etag = arena.lowerString(self.etag)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension TakeOverDocumentsRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.TakeOverDocumentsRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__TakeOverDocumentsRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__take_over_documents_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__TakeOverDocumentsRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__TakeOverDocumentsRequest.self)
    unsafe self.parent = arena.liftString(c.pointee.parent)
    unsafe self.fromDate = arena.liftString(c.pointee.from_date)
    unsafe self.toDate = arena.liftString(c.pointee.to_date)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__TakeOverDocumentsRequest.self)
    unsafe c.pointee.parent = arena.lowerString(self.parent)
    unsafe c.pointee.from_date = arena.lowerString(self.fromDate)
    unsafe c.pointee.to_date = arena.lowerString(self.toDate)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension TakeOverDocumentsResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.TakeOverDocumentsResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__TakeOverDocumentsResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__take_over_documents_response__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__TakeOverDocumentsResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__TakeOverDocumentsResponse.self)
    unsafe self.takenOver = c.pointee.taken_over
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__TakeOverDocumentsResponse.self)
    unsafe c.pointee.taken_over = self.takenOver
  }
}

extension ReadAccountingContentRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ReadAccountingContentRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ReadAccountingContentRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__read_accounting_content_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReadAccountingContentRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReadAccountingContentRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.part = ContentPart(rawValue: Int32(bitPattern: c.pointee.part.rawValue))
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReadAccountingContentRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.part = Daybook__Documentstatus__V1alpha__ContentPart(rawValue: UInt32(bitPattern: self.part.rawValue))
  }
}

extension ListAccountingHistoryRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ListAccountingHistoryRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ListAccountingHistoryRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__list_accounting_history_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListAccountingHistoryRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListAccountingHistoryRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = arena.liftString(c.pointee.page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListAccountingHistoryRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.lowerString(self.pageToken)
  }
}

extension ListAccountingHistoryResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ListAccountingHistoryResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ListAccountingHistoryResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__list_accounting_history_response__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListAccountingHistoryResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListAccountingHistoryResponse.self)
    unsafe self.entries = arena.liftMessages(c.pointee.n_entries, c.pointee.entries)
    unsafe self.nextPageToken = arena.liftString(c.pointee.next_page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListAccountingHistoryResponse.self)
    unsafe c.pointee.n_entries = self.entries.count
    unsafe c.pointee.entries = arena.lowerMessages(self.entries)
    unsafe c.pointee.next_page_token = arena.lowerString(self.nextPageToken)
  }
}

/// The methods of daybook.documentstatus.v1alpha.AccountingService.
package enum AccountingServiceMethods {
  package static let getAccountingDocument = RPCMethod(
    service: "daybook.documentstatus.v1alpha.AccountingService", name: "GetAccountingDocument",
    kind: .unary, idempotency: .noSideEffects)
  package static let listAccountingDocuments = RPCMethod(
    service: "daybook.documentstatus.v1alpha.AccountingService", name: "ListAccountingDocuments",
    kind: .unary, idempotency: .noSideEffects)
  package static let countAccountingDocuments = RPCMethod(
    service: "daybook.documentstatus.v1alpha.AccountingService", name: "CountAccountingDocuments",
    kind: .unary, idempotency: .noSideEffects)
  package static let markProcessed = RPCMethod(
    service: "daybook.documentstatus.v1alpha.AccountingService", name: "MarkProcessed",
    kind: .unary, idempotency: .idempotent)
  package static let unmarkProcessed = RPCMethod(
    service: "daybook.documentstatus.v1alpha.AccountingService", name: "UnmarkProcessed",
    kind: .unary, idempotency: .idempotent)
  package static let takeOverDocuments = RPCMethod(
    service: "daybook.documentstatus.v1alpha.AccountingService", name: "TakeOverDocuments",
    kind: .unary, idempotency: .idempotent)
  package static let readAccountingContent = RPCMethod(
    service: "daybook.documentstatus.v1alpha.AccountingService", name: "ReadAccountingContent",
    kind: .serverStreaming, idempotency: .noSideEffects)
  package static let listAccountingHistory = RPCMethod(
    service: "daybook.documentstatus.v1alpha.AccountingService", name: "ListAccountingHistory",
    kind: .unary, idempotency: .noSideEffects)

  package static let all: [RPCMethod] = [getAccountingDocument, listAccountingDocuments, countAccountingDocuments, markProcessed, unmarkProcessed, takeOverDocuments, readAccountingContent, listAccountingHistory]
}

/// What a firm does with the documents of its active clients. Callers: users of the partner space
/// named in the request; accountants see the clients assigned to them, administrators all.
/// UNAVAILABLE while this service holds no lease from client-link: it would not know of an ended
/// link. NOT_FOUND for everything that is not an active client's.
package protocol AccountingServiceServer: RPCService {
  /// Reads one document as the firm sees it.
  func getAccountingDocument(_ request: GetAccountingDocumentRequest, _ call: ServerCall) async throws -> AccountingDocument
  /// Lists the documents of one client, or of all, by tab, newest first.
  func listAccountingDocuments(_ request: ListAccountingDocumentsRequest, _ call: ServerCall) async throws -> ListAccountingDocumentsResponse
  /// Counts the documents in each tab, by client and kind.
  func countAccountingDocuments(_ request: CountAccountingDocumentsRequest, _ call: ServerCall) async throws -> CountAccountingDocumentsResponse
  /// Marks a document as processed: bookkeeping is done. Set by hand, never by itself. Marking what
  /// is marked answers what is there and changes nothing.
  func markProcessed(_ request: MarkProcessedRequest, _ call: ServerCall) async throws -> AccountingDocument
  /// Takes the mark back. Taking back what is not marked changes nothing.
  func unmarkProcessed(_ request: UnmarkProcessedRequest, _ call: ServerCall) async throws -> AccountingDocument
  /// Takes earlier documents over: a new firm reads them, but they stand in no tab until this call.
  /// A long range is taken over piece by piece; a call that was cut short is repeated and goes on.
  func takeOverDocuments(_ request: TakeOverDocumentsRequest, _ call: ServerCall) async throws -> TakeOverDocumentsResponse
  /// Reads the original or the e-invoice, in chunks.
  func readAccountingContent(_ request: ReadAccountingContentRequest, _ replies: ReplyWriter<ContentChunk>, _ call: ServerCall) async throws
  /// Lists what happened to a document in this firm's link periods, newest first, as far as the
  /// firm may see it.
  func listAccountingHistory(_ request: ListAccountingHistoryRequest, _ call: ServerCall) async throws -> ListAccountingHistoryResponse
}

extension AccountingServiceServer {
  package var handlers: [RPCHandler] {
    [
      .unary(AccountingServiceMethods.getAccountingDocument) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GetAccountingDocumentRequest.self)
          : await exchange.onlyRequest(GetAccountingDocumentRequest.self)
        let reply = try await self.getAccountingDocument(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(AccountingServiceMethods.listAccountingDocuments) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ListAccountingDocumentsRequest.self)
          : await exchange.onlyRequest(ListAccountingDocumentsRequest.self)
        let reply = try await self.listAccountingDocuments(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(AccountingServiceMethods.countAccountingDocuments) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(CountAccountingDocumentsRequest.self)
          : await exchange.onlyRequest(CountAccountingDocumentsRequest.self)
        let reply = try await self.countAccountingDocuments(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(AccountingServiceMethods.markProcessed) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(MarkProcessedRequest.self)
          : await exchange.onlyRequest(MarkProcessedRequest.self)
        let reply = try await self.markProcessed(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(AccountingServiceMethods.unmarkProcessed) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(UnmarkProcessedRequest.self)
          : await exchange.onlyRequest(UnmarkProcessedRequest.self)
        let reply = try await self.unmarkProcessed(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(AccountingServiceMethods.takeOverDocuments) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(TakeOverDocumentsRequest.self)
          : await exchange.onlyRequest(TakeOverDocumentsRequest.self)
        let reply = try await self.takeOverDocuments(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .serverStreaming(AccountingServiceMethods.readAccountingContent) { (request, replies, call) in try await self.readAccountingContent(request, replies, call) },
      .unary(AccountingServiceMethods.listAccountingHistory) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ListAccountingHistoryRequest.self)
          : await exchange.onlyRequest(ListAccountingHistoryRequest.self)
        let reply = try await self.listAccountingHistory(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
    ]
  }
}

/// What a firm does with the documents of its active clients. Callers: users of the partner space
/// named in the request; accountants see the clients assigned to them, administrators all.
/// UNAVAILABLE while this service holds no lease from client-link: it would not know of an ended
/// link. NOT_FOUND for everything that is not an active client's.
package struct AccountingServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// Reads one document as the firm sees it.
  package func getAccountingDocument(_ request: GetAccountingDocumentRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> AccountingDocument {
    try await channel.unary(AccountingServiceMethods.getAccountingDocument, request, options, as: AccountingDocument.self)
  }

  /// Lists the documents of one client, or of all, by tab, newest first.
  package func listAccountingDocuments(_ request: ListAccountingDocumentsRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> ListAccountingDocumentsResponse {
    try await channel.unary(AccountingServiceMethods.listAccountingDocuments, request, options, as: ListAccountingDocumentsResponse.self)
  }

  /// Counts the documents in each tab, by client and kind.
  package func countAccountingDocuments(_ request: CountAccountingDocumentsRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> CountAccountingDocumentsResponse {
    try await channel.unary(AccountingServiceMethods.countAccountingDocuments, request, options, as: CountAccountingDocumentsResponse.self)
  }

  /// Marks a document as processed: bookkeeping is done. Set by hand, never by itself. Marking what
  /// is marked answers what is there and changes nothing.
  package func markProcessed(_ request: MarkProcessedRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> AccountingDocument {
    try await channel.unary(AccountingServiceMethods.markProcessed, request, options, as: AccountingDocument.self)
  }

  /// Takes the mark back. Taking back what is not marked changes nothing.
  package func unmarkProcessed(_ request: UnmarkProcessedRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> AccountingDocument {
    try await channel.unary(AccountingServiceMethods.unmarkProcessed, request, options, as: AccountingDocument.self)
  }

  /// Takes earlier documents over: a new firm reads them, but they stand in no tab until this call.
  /// A long range is taken over piece by piece; a call that was cut short is repeated and goes on.
  package func takeOverDocuments(_ request: TakeOverDocumentsRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> TakeOverDocumentsResponse {
    try await channel.unary(AccountingServiceMethods.takeOverDocuments, request, options, as: TakeOverDocumentsResponse.self)
  }

  /// Reads the original or the e-invoice, in chunks.
  package func readAccountingContent(_ request: ReadAccountingContentRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Replies<ContentChunk> {
    try await channel.serverStreaming(AccountingServiceMethods.readAccountingContent, request, options, as: ContentChunk.self)
  }

  /// Lists what happened to a document in this firm's link periods, newest first, as far as the
  /// firm may see it.
  package func listAccountingHistory(_ request: ListAccountingHistoryRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> ListAccountingHistoryResponse {
    try await channel.unary(AccountingServiceMethods.listAccountingHistory, request, options, as: ListAccountingHistoryResponse.self)
  }
}
