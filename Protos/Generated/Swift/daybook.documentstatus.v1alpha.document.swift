// swift-format-ignore-file
// Made from daybook/documentstatus/v1alpha/document.proto by Protos/generate. Change that, not this.

import ContractsC
package import Protobuf
package import RPC

/// What a document is.
package enum DocumentKind: ProtobufEnum {
  /// Never sent.
  case unspecified
  /// An invoice that the business received.
  case purchaseInvoice
  /// An invoice that the business issued.
  case salesInvoice
  /// A receipt of something bought.
  case purchaseReceipt
  /// A receipt of something sold.
  case salesReceipt
  /// A credit note that the business received.
  case purchaseCreditNote
  /// A credit note that the business issued.
  case salesCreditNote
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [DocumentKind] = [.unspecified, .purchaseInvoice, .salesInvoice, .purchaseReceipt, .salesReceipt, .purchaseCreditNote, .salesCreditNote]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .purchaseInvoice
    case 2: self = .salesInvoice
    case 3: self = .purchaseReceipt
    case 4: self = .salesReceipt
    case 5: self = .purchaseCreditNote
    case 6: self = .salesCreditNote
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .purchaseInvoice: 1
    case .salesInvoice: 2
    case .purchaseReceipt: 3
    case .salesReceipt: 4
    case .purchaseCreditNote: 5
    case .salesCreditNote: 6
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "DOCUMENT_KIND_UNSPECIFIED"
    case .purchaseInvoice: "DOCUMENT_KIND_PURCHASE_INVOICE"
    case .salesInvoice: "DOCUMENT_KIND_SALES_INVOICE"
    case .purchaseReceipt: "DOCUMENT_KIND_PURCHASE_RECEIPT"
    case .salesReceipt: "DOCUMENT_KIND_SALES_RECEIPT"
    case .purchaseCreditNote: "DOCUMENT_KIND_PURCHASE_CREDIT_NOTE"
    case .salesCreditNote: "DOCUMENT_KIND_SALES_CREDIT_NOTE"
    case .unrecognized(let number): String(number)
    }
  }
}

/// The status on the business's side.
package enum DocumentStatus: ProtobufEnum {
  /// Never sent.
  case unspecified
  /// The business must check, complete and approve. Nothing is sent.
  case awaitingValidation
  /// Approved; an amount is open.
  case unpaid
  /// Approved; nothing is open.
  case fullyPaid
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [DocumentStatus] = [.unspecified, .awaitingValidation, .unpaid, .fullyPaid]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .awaitingValidation
    case 2: self = .unpaid
    case 3: self = .fullyPaid
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .awaitingValidation: 1
    case .unpaid: 2
    case .fullyPaid: 3
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "DOCUMENT_STATUS_UNSPECIFIED"
    case .awaitingValidation: "DOCUMENT_STATUS_AWAITING_VALIDATION"
    case .unpaid: "DOCUMENT_STATUS_UNPAID"
    case .fullyPaid: "DOCUMENT_STATUS_FULLY_PAID"
    case .unrecognized(let number): String(number)
    }
  }
}

/// How a document came in.
package enum DocumentOrigin: ProtobufEnum {
  /// Never sent.
  case unspecified
  /// A PDF or a scan in PDF.
  case pdf
  /// A UBL file that a user imported.
  case ubl
  /// An e-invoice from the Peppol network.
  case network
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [DocumentOrigin] = [.unspecified, .pdf, .ubl, .network]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .pdf
    case 2: self = .ubl
    case 3: self = .network
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .pdf: 1
    case .ubl: 2
    case .network: 3
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "DOCUMENT_ORIGIN_UNSPECIFIED"
    case .pdf: "DOCUMENT_ORIGIN_PDF"
    case .ubl: "DOCUMENT_ORIGIN_UBL"
    case .network: "DOCUMENT_ORIGIN_NETWORK"
    case .unrecognized(let number): String(number)
    }
  }
}

/// What content to read.
package enum ContentPart: ProtobufEnum {
  /// The original.
  case unspecified
  /// The file that came in.
  case original
  /// The e-invoice.
  case eInvoice
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [ContentPart] = [.unspecified, .original, .eInvoice]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .original
    case 2: self = .eInvoice
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .original: 1
    case .eInvoice: 2
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "CONTENT_PART_UNSPECIFIED"
    case .original: "CONTENT_PART_ORIGINAL"
    case .eInvoice: "CONTENT_PART_E_INVOICE"
    case .unrecognized(let number): String(number)
    }
  }
}

/// A document of a business.
package struct Document: Sendable, Equatable {
  /// `businesses/{business}/documents/{document}`. Given by the service.
  package var name: String
  /// What it is.
  package var kind: DocumentKind
  /// Issued on behalf of the supplier; changes nothing in the flow.
  package var selfBilled: Bool
  /// The status. Output only.
  package var status: DocumentStatus
  /// How it came in. Output only.
  package var origin: DocumentOrigin
  /// What a person checks and completes before approval.
  package var fields: DocumentFields?
  /// Every rule that the fields break now, for a document that awaits validation. Output only.
  package var violations: [RuleViolation]
  /// The amount with VAT; absent while the fields do not give it. Output only.
  package var total: Amount?
  /// What is still to be paid; absent without a total. Output only.
  package var openAmount: Amount?
  /// The reconciled payments. Output only.
  package var payments: [Payment]
  /// The file that came in. Output only.
  package var original: ContentInfo?
  /// The e-invoice, a UBL file; absent before approval and for receipts. Output only.
  package var eInvoice: ContentInfo?
  /// When it came in. Output only.
  package var createTime: GoogleProtobufTimestamp?
  /// When it last changed. Output only.
  package var updateTime: GoogleProtobufTimestamp?
  /// When it was approved; absent before. Output only.
  package var approveTime: GoogleProtobufTimestamp?
  /// Changes with every change of the document.
  package var etag: String

  package init(
    name: String = "",
    kind: DocumentKind = .unspecified,
    selfBilled: Bool = false,
    status: DocumentStatus = .unspecified,
    origin: DocumentOrigin = .unspecified,
    fields: DocumentFields? = nil,
    violations: [RuleViolation] = [],
    total: Amount? = nil,
    openAmount: Amount? = nil,
    payments: [Payment] = [],
    original: ContentInfo? = nil,
    eInvoice: ContentInfo? = nil,
    createTime: GoogleProtobufTimestamp? = nil,
    updateTime: GoogleProtobufTimestamp? = nil,
    approveTime: GoogleProtobufTimestamp? = nil,
    etag: String = ""
  ) {
    self.name = name
    self.kind = kind
    self.selfBilled = selfBilled
    self.status = status
    self.origin = origin
    self.fields = fields
    self.violations = violations
    self.total = total
    self.openAmount = openAmount
    self.payments = payments
    self.original = original
    self.eInvoice = eInvoice
    self.createTime = createTime
    self.updateTime = updateTime
    self.approveTime = approveTime
    self.etag = etag
  }
}

/// The fields of an invoice, credit note or receipt, by EN 16931's business terms (BT, BG).
package struct DocumentFields: Sendable, Equatable {
  /// BT-1: the number that the seller gave it.
  package var number: String
  /// BT-2: the day of issue, ISO 8601: `2026-11-21`.
  package var issueDate: String
  /// BT-9: the day on which payment is due, ISO 8601; may be empty.
  package var dueDate: String
  /// BT-5: ISO 4217: `EUR`.
  package var currencyCode: String
  /// BT-10: the buyer's own reference; Peppol wants this or the order reference.
  package var buyerReference: String
  /// BT-13: the purchase order; may be empty.
  package var orderReference: String
  /// BT-25: the invoice that a credit note corrects; may be empty.
  package var precedingInvoice: String
  /// BG-4: the seller.
  package var seller: Party?
  /// BG-7: the buyer.
  package var buyer: Party?
  /// BG-16: how to pay.
  package var paymentInstructions: PaymentInstructions?
  /// BG-25: the lines. Totals and the VAT breakdown follow from them.
  package var lines: [DocumentLine]
  /// BT-22: a note; may be empty.
  package var note: String
  /// The amount with VAT of a receipt, a decimal with at most two places; for invoices it follows
  /// from the lines and is not read.
  package var receiptTotal: String

  package init(
    number: String = "",
    issueDate: String = "",
    dueDate: String = "",
    currencyCode: String = "",
    buyerReference: String = "",
    orderReference: String = "",
    precedingInvoice: String = "",
    seller: Party? = nil,
    buyer: Party? = nil,
    paymentInstructions: PaymentInstructions? = nil,
    lines: [DocumentLine] = [],
    note: String = "",
    receiptTotal: String = ""
  ) {
    self.number = number
    self.issueDate = issueDate
    self.dueDate = dueDate
    self.currencyCode = currencyCode
    self.buyerReference = buyerReference
    self.orderReference = orderReference
    self.precedingInvoice = precedingInvoice
    self.seller = seller
    self.buyer = buyer
    self.paymentInstructions = paymentInstructions
    self.lines = lines
    self.note = note
    self.receiptTotal = receiptTotal
  }
}

/// A seller or a buyer.
package struct Party: Sendable, Equatable {
  /// BT-27, BT-44: the legal name.
  package var displayName: String
  /// BT-31, BT-48: the VAT identifier with its country: `BE0123456749`.
  package var vatIdentifier: String
  /// BT-30, BT-47: the legal registration (enterprise) number.
  package var registrationNumber: String
  /// BT-34, BT-49: the electronic address; for Peppol `0208:0123456749`, scheme before the colon.
  package var endpoint: String
  /// BT-35, BT-50: street and number.
  package var street: String
  /// BT-37, BT-52: the city.
  package var city: String
  /// BT-38, BT-53: the postal code.
  package var postalCode: String
  /// BT-40, BT-55: ISO 3166-1: `BE`.
  package var countryCode: String

  package init(
    displayName: String = "",
    vatIdentifier: String = "",
    registrationNumber: String = "",
    endpoint: String = "",
    street: String = "",
    city: String = "",
    postalCode: String = "",
    countryCode: String = ""
  ) {
    self.displayName = displayName
    self.vatIdentifier = vatIdentifier
    self.registrationNumber = registrationNumber
    self.endpoint = endpoint
    self.street = street
    self.city = city
    self.postalCode = postalCode
    self.countryCode = countryCode
  }
}

/// How an invoice is to be paid.
package struct PaymentInstructions: Sendable, Equatable {
  /// BT-81: UNTDID 4461; `30` is a credit transfer. Empty is `30` when there is an account.
  package var meansCode: String
  /// BT-84: the IBAN.
  package var account: String
  /// BT-83: what the payer is to quote.
  package var reference: String
  /// BT-20: payment terms in words; needed without a due date while an amount is open.
  package var terms: String

  package init(
    meansCode: String = "",
    account: String = "",
    reference: String = "",
    terms: String = ""
  ) {
    self.meansCode = meansCode
    self.account = account
    self.reference = reference
    self.terms = terms
  }
}

/// A line of an invoice.
package struct DocumentLine: Sendable, Equatable {
  /// BT-126: the line's identifier; empty is its place, from 1.
  package var id: String
  /// BT-153: what was sold.
  package var itemName: String
  /// BT-129: how many, a decimal; empty is 1.
  package var quantity: String
  /// BT-130: UN/ECE Recommendation 20; empty is `C62` (one).
  package var unitCode: String
  /// BT-146: the price of one without VAT, a decimal.
  package var netPrice: String
  /// BT-151: the VAT category: `S` standard, `Z` zero, `E` exempt, `AE` reverse charge, `K`
  /// intra-community, `G` export, `O` outside.
  package var vatCategory: String
  /// BT-152: the VAT rate in percent, a decimal: `21`.
  package var vatRate: String

  package init(
    id: String = "",
    itemName: String = "",
    quantity: String = "",
    unitCode: String = "",
    netPrice: String = "",
    vatCategory: String = "",
    vatRate: String = ""
  ) {
    self.id = id
    self.itemName = itemName
    self.quantity = quantity
    self.unitCode = unitCode
    self.netPrice = netPrice
    self.vatCategory = vatCategory
    self.vatRate = vatRate
  }
}

/// A rule that a document breaks.
package struct RuleViolation: Sendable, Equatable {
  /// The rule's id: `BR-06` of EN 16931, `PEPPOL-EN16931-R003` of Peppol BIS Billing.
  package var rule: String
  /// What it asks, in words.
  package var message: String
  /// Where, as a path of business terms; may be empty.
  package var location: String

  package init(
    rule: String = "",
    message: String = "",
    location: String = ""
  ) {
    self.rule = rule
    self.message = message
    self.location = location
  }
}

/// A payment that is reconciled with a document.
package struct Payment: Sendable, Equatable {
  /// The bank's or the caller's id of the payment, unique in the document; 1 to 100 characters.
  package var paymentId: String
  /// How much; the currency is the document's.
  package var amount: Amount?
  /// The day of the payment, ISO 8601.
  package var date: String

  package init(
    paymentId: String = "",
    amount: Amount? = nil,
    date: String = ""
  ) {
    self.paymentId = paymentId
    self.amount = amount
    self.date = date
  }
}

/// A stored file.
package struct ContentInfo: Sendable, Equatable {
  /// SHA-256 of the bytes, in hexadecimal.
  package var sha256: String
  /// Its size in bytes.
  package var sizeBytes: Int64
  /// `application/pdf` or `application/xml`.
  package var mediaType: String
  /// The name under which it came in; may be empty.
  package var fileName: String

  package init(
    sha256: String = "",
    sizeBytes: Int64 = 0,
    mediaType: String = "",
    fileName: String = ""
  ) {
    self.sha256 = sha256
    self.sizeBytes = sizeBytes
    self.mediaType = mediaType
    self.fileName = fileName
  }
}

/// A piece of a file.
package struct ContentChunk: Sendable, Equatable {
  /// The next bytes, at most 64 KiB.
  package var data: [UInt8]
  /// What is sent; in the first chunk only.
  package var info: ContentInfo?

  package init(
    data: [UInt8] = [],
    info: ContentInfo? = nil
  ) {
    self.data = data
    self.info = info
  }
}

/// One message of an import.
package struct ImportDocumentRequest: Sendable, Equatable {
  /// `businesses/{business}`; in the first message.
  package var parent: String
  /// What it is; in the first message. For UBL it may be left out when the parties tell.
  package var kind: DocumentKind
  /// In the first message: issued on behalf of the supplier.
  package var selfBilled: Bool
  /// The name of the file, at most 255 characters; in the first message.
  package var fileName: String
  /// A UUID that makes a repeated import the same import for 24 hours; in the first message.
  package var requestId: String
  /// The next bytes of the file; at most 20 MiB in all, 1 MiB a message.
  package var chunk: [UInt8]

  package init(
    parent: String = "",
    kind: DocumentKind = .unspecified,
    selfBilled: Bool = false,
    fileName: String = "",
    requestId: String = "",
    chunk: [UInt8] = []
  ) {
    self.parent = parent
    self.kind = kind
    self.selfBilled = selfBilled
    self.fileName = fileName
    self.requestId = requestId
    self.chunk = chunk
  }
}

/// Asks for one document.
package struct GetDocumentRequest: Sendable, Equatable {
  /// `businesses/{business}/documents/{document}`.
  package var name: String

  package init(
    name: String = ""
  ) {
    self.name = name
  }
}

/// Asks for a page of documents.
package struct ListDocumentsRequest: Sendable, Equatable {
  /// `businesses/{business}`.
  package var parent: String
  /// Only this status; unspecified is all.
  package var status: DocumentStatus
  /// Only this kind; unspecified is all.
  package var kind: DocumentKind
  /// At most this many: 0 is 50, more than 1000 is 1000, negative is refused.
  package var pageSize: Int32
  /// From `next_page_token` of the page before; all else must be the same.
  package var pageToken: String

  package init(
    parent: String = "",
    status: DocumentStatus = .unspecified,
    kind: DocumentKind = .unspecified,
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.parent = parent
    self.status = status
    self.kind = kind
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

/// A page of documents.
package struct ListDocumentsResponse: Sendable, Equatable {
  /// The documents, without their violations and their fields' lines.
  package var documents: [Document]
  /// Empty on the last page.
  package var nextPageToken: String

  package init(
    documents: [Document] = [],
    nextPageToken: String = ""
  ) {
    self.documents = documents
    self.nextPageToken = nextPageToken
  }
}

/// Asks to save fields.
package struct UpdateDocumentRequest: Sendable, Equatable {
  /// The document as it should be: kind, self_billed and fields are read, and etag, which must be
  /// the present one.
  package var document: Document?
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    document: Document? = nil,
    requestId: String = ""
  ) {
    self.document = document
    self.requestId = requestId
  }
}

/// Asks to discard.
package struct DiscardDocumentRequest: Sendable, Equatable {
  /// `businesses/{business}/documents/{document}`.
  package var name: String
  /// The etag of what was seen.
  package var etag: String
  /// Why, for the business to read; at most 500 characters, may be empty.
  package var reason: String
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    name: String = "",
    etag: String = "",
    reason: String = "",
    requestId: String = ""
  ) {
    self.name = name
    self.etag = etag
    self.reason = reason
    self.requestId = requestId
  }
}

/// Nothing is left to tell.
package struct DiscardDocumentResponse: Sendable, Equatable {
  package init() {}
}

/// Asks to approve.
package struct ApproveDocumentRequest: Sendable, Equatable {
  /// `businesses/{business}/documents/{document}`.
  package var name: String
  /// The etag of what was seen: what was seen is what is approved.
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

/// Asks to approve many.
package struct BatchApproveDocumentsRequest: Sendable, Equatable {
  /// `businesses/{business}`.
  package var parent: String
  /// The documents with the etags that were seen, 1 to 1,000.
  package var documents: [DocumentVersion]
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    parent: String = "",
    documents: [DocumentVersion] = [],
    requestId: String = ""
  ) {
    self.parent = parent
    self.documents = documents
    self.requestId = requestId
  }
}

/// A document as it was seen.
package struct DocumentVersion: Sendable, Equatable {
  /// `businesses/{business}/documents/{document}`.
  package var name: String
  /// The etag of what was seen.
  package var etag: String

  package init(
    name: String = "",
    etag: String = ""
  ) {
    self.name = name
    self.etag = etag
  }
}

/// The answer for each document, in the order of the request.
package struct BatchApproveDocumentsResponse: Sendable, Equatable {
  /// One for each document.
  package var results: [BatchApproveDocumentsResult]

  package init(
    results: [BatchApproveDocumentsResult] = []
  ) {
    self.results = results
  }
}

/// The answer for one document.
package struct BatchApproveDocumentsResult: Sendable, Equatable {
  /// The name as asked.
  package var name: String
  /// Whether it was approved, and why not.
  package var status: ItemStatus?
  /// The document after approval; absent when it failed.
  package var document: Document?

  package init(
    name: String = "",
    status: ItemStatus? = nil,
    document: Document? = nil
  ) {
    self.name = name
    self.status = status
    self.document = document
  }
}

/// Asks to reconcile a payment.
package struct ReconcilePaymentRequest: Sendable, Equatable {
  /// `businesses/{business}/documents/{document}`.
  package var name: String
  /// The payment.
  package var payment: Payment?
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    name: String = "",
    payment: Payment? = nil,
    requestId: String = ""
  ) {
    self.name = name
    self.payment = payment
    self.requestId = requestId
  }
}

/// Asks to take a reconciliation back.
package struct UndoReconciliationRequest: Sendable, Equatable {
  /// `businesses/{business}/documents/{document}`.
  package var name: String
  /// The payment's id.
  package var paymentId: String
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    name: String = "",
    paymentId: String = "",
    requestId: String = ""
  ) {
    self.name = name
    self.paymentId = paymentId
    self.requestId = requestId
  }
}

/// Asks for content.
package struct ReadDocumentContentRequest: Sendable, Equatable {
  /// `businesses/{business}/documents/{document}`.
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
package struct ListDocumentHistoryRequest: Sendable, Equatable {
  /// `businesses/{business}/documents/{document}`.
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
package struct ListDocumentHistoryResponse: Sendable, Equatable {
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

extension Document: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.Document"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__Document>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__document__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__Document.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__Document.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.kind = DocumentKind(rawValue: Int32(bitPattern: c.pointee.kind.rawValue))
    unsafe self.selfBilled = c.pointee.self_billed != 0
    unsafe self.status = DocumentStatus(rawValue: Int32(bitPattern: c.pointee.status.rawValue))
    unsafe self.origin = DocumentOrigin(rawValue: Int32(bitPattern: c.pointee.origin.rawValue))
    unsafe self.fields = arena.liftMessage(c.pointee.fields)
    unsafe self.violations = arena.liftMessages(c.pointee.n_violations, c.pointee.violations)
    unsafe self.total = arena.liftMessage(c.pointee.total)
    unsafe self.openAmount = arena.liftMessage(c.pointee.open_amount)
    unsafe self.payments = arena.liftMessages(c.pointee.n_payments, c.pointee.payments)
    unsafe self.original = arena.liftMessage(c.pointee.original)
    unsafe self.eInvoice = arena.liftMessage(c.pointee.e_invoice)
    unsafe self.createTime = arena.liftMessage(c.pointee.create_time)
    unsafe self.updateTime = arena.liftMessage(c.pointee.update_time)
    unsafe self.approveTime = arena.liftMessage(c.pointee.approve_time)
    unsafe self.etag = arena.liftString(c.pointee.etag)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__Document.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.kind = Daybook__Documentstatus__V1alpha__DocumentKind(rawValue: UInt32(bitPattern: self.kind.rawValue))
    unsafe c.pointee.self_billed = self.selfBilled ? 1 : 0
    unsafe c.pointee.status = Daybook__Documentstatus__V1alpha__DocumentStatus(rawValue: UInt32(bitPattern: self.status.rawValue))
    unsafe c.pointee.origin = Daybook__Documentstatus__V1alpha__DocumentOrigin(rawValue: UInt32(bitPattern: self.origin.rawValue))
    unsafe c.pointee.fields = arena.lowerMessage(self.fields)
    unsafe c.pointee.n_violations = self.violations.count
    unsafe c.pointee.violations = arena.lowerMessages(self.violations)
    unsafe c.pointee.total = arena.lowerMessage(self.total)
    unsafe c.pointee.open_amount = arena.lowerMessage(self.openAmount)
    unsafe c.pointee.n_payments = self.payments.count
    unsafe c.pointee.payments = arena.lowerMessages(self.payments)
    unsafe c.pointee.original = arena.lowerMessage(self.original)
    unsafe c.pointee.e_invoice = arena.lowerMessage(self.eInvoice)
    unsafe c.pointee.create_time = arena.lowerMessage(self.createTime)
    unsafe c.pointee.update_time = arena.lowerMessage(self.updateTime)
    unsafe c.pointee.approve_time = arena.lowerMessage(self.approveTime)
    unsafe c.pointee.etag = arena.lowerString(self.etag)
  }
}

extension DocumentFields: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.DocumentFields"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__DocumentFields>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__document_fields__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__DocumentFields.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__DocumentFields.self)
    unsafe self.number = arena.liftString(c.pointee.number)
    unsafe self.issueDate = arena.liftString(c.pointee.issue_date)
    unsafe self.dueDate = arena.liftString(c.pointee.due_date)
    unsafe self.currencyCode = arena.liftString(c.pointee.currency_code)
    unsafe self.buyerReference = arena.liftString(c.pointee.buyer_reference)
    unsafe self.orderReference = arena.liftString(c.pointee.order_reference)
    unsafe self.precedingInvoice = arena.liftString(c.pointee.preceding_invoice)
    unsafe self.seller = arena.liftMessage(c.pointee.seller)
    unsafe self.buyer = arena.liftMessage(c.pointee.buyer)
    unsafe self.paymentInstructions = arena.liftMessage(c.pointee.payment_instructions)
    unsafe self.lines = arena.liftMessages(c.pointee.n_lines, c.pointee.lines)
    unsafe self.note = arena.liftString(c.pointee.note)
    unsafe self.receiptTotal = arena.liftString(c.pointee.receipt_total)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__DocumentFields.self)
    unsafe c.pointee.number = arena.lowerString(self.number)
    unsafe c.pointee.issue_date = arena.lowerString(self.issueDate)
    unsafe c.pointee.due_date = arena.lowerString(self.dueDate)
    unsafe c.pointee.currency_code = arena.lowerString(self.currencyCode)
    unsafe c.pointee.buyer_reference = arena.lowerString(self.buyerReference)
    unsafe c.pointee.order_reference = arena.lowerString(self.orderReference)
    unsafe c.pointee.preceding_invoice = arena.lowerString(self.precedingInvoice)
    unsafe c.pointee.seller = arena.lowerMessage(self.seller)
    unsafe c.pointee.buyer = arena.lowerMessage(self.buyer)
    unsafe c.pointee.payment_instructions = arena.lowerMessage(self.paymentInstructions)
    unsafe c.pointee.n_lines = self.lines.count
    unsafe c.pointee.lines = arena.lowerMessages(self.lines)
    unsafe c.pointee.note = arena.lowerString(self.note)
    unsafe c.pointee.receipt_total = arena.lowerString(self.receiptTotal)
  }
}

extension Party: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.Party"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__Party>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__party__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__Party.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__Party.self)
    unsafe self.displayName = arena.liftString(c.pointee.display_name)
    unsafe self.vatIdentifier = arena.liftString(c.pointee.vat_identifier)
    unsafe self.registrationNumber = arena.liftString(c.pointee.registration_number)
    unsafe self.endpoint = arena.liftString(c.pointee.endpoint)
    unsafe self.street = arena.liftString(c.pointee.street)
    unsafe self.city = arena.liftString(c.pointee.city)
    unsafe self.postalCode = arena.liftString(c.pointee.postal_code)
    unsafe self.countryCode = arena.liftString(c.pointee.country_code)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__Party.self)
    unsafe c.pointee.display_name = arena.lowerString(self.displayName)
    unsafe c.pointee.vat_identifier = arena.lowerString(self.vatIdentifier)
    unsafe c.pointee.registration_number = arena.lowerString(self.registrationNumber)
    unsafe c.pointee.endpoint = arena.lowerString(self.endpoint)
    unsafe c.pointee.street = arena.lowerString(self.street)
    unsafe c.pointee.city = arena.lowerString(self.city)
    unsafe c.pointee.postal_code = arena.lowerString(self.postalCode)
    unsafe c.pointee.country_code = arena.lowerString(self.countryCode)
  }
}

extension PaymentInstructions: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.PaymentInstructions"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__PaymentInstructions>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__payment_instructions__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__PaymentInstructions.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__PaymentInstructions.self)
    unsafe self.meansCode = arena.liftString(c.pointee.means_code)
    unsafe self.account = arena.liftString(c.pointee.account)
    unsafe self.reference = arena.liftString(c.pointee.reference)
    unsafe self.terms = arena.liftString(c.pointee.terms)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__PaymentInstructions.self)
    unsafe c.pointee.means_code = arena.lowerString(self.meansCode)
    unsafe c.pointee.account = arena.lowerString(self.account)
    unsafe c.pointee.reference = arena.lowerString(self.reference)
    unsafe c.pointee.terms = arena.lowerString(self.terms)
  }
}

extension DocumentLine: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.DocumentLine"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__DocumentLine>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__document_line__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__DocumentLine.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__DocumentLine.self)
    unsafe self.id = arena.liftString(c.pointee.id)
    unsafe self.itemName = arena.liftString(c.pointee.item_name)
    unsafe self.quantity = arena.liftString(c.pointee.quantity)
    unsafe self.unitCode = arena.liftString(c.pointee.unit_code)
    unsafe self.netPrice = arena.liftString(c.pointee.net_price)
    unsafe self.vatCategory = arena.liftString(c.pointee.vat_category)
    unsafe self.vatRate = arena.liftString(c.pointee.vat_rate)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__DocumentLine.self)
    unsafe c.pointee.id = arena.lowerString(self.id)
    unsafe c.pointee.item_name = arena.lowerString(self.itemName)
    unsafe c.pointee.quantity = arena.lowerString(self.quantity)
    unsafe c.pointee.unit_code = arena.lowerString(self.unitCode)
    unsafe c.pointee.net_price = arena.lowerString(self.netPrice)
    unsafe c.pointee.vat_category = arena.lowerString(self.vatCategory)
    unsafe c.pointee.vat_rate = arena.lowerString(self.vatRate)
  }
}

extension RuleViolation: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.RuleViolation"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__RuleViolation>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__rule_violation__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__RuleViolation.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__RuleViolation.self)
    unsafe self.rule = arena.liftString(c.pointee.rule)
    unsafe self.message = arena.liftString(c.pointee.message)
    unsafe self.location = arena.liftString(c.pointee.location)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__RuleViolation.self)
    unsafe c.pointee.rule = arena.lowerString(self.rule)
    unsafe c.pointee.message = arena.lowerString(self.message)
    unsafe c.pointee.location = arena.lowerString(self.location)
  }
}

extension Payment: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.Payment"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__Payment>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__payment__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__Payment.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__Payment.self)
    unsafe self.paymentId = arena.liftString(c.pointee.payment_id)
    unsafe self.amount = arena.liftMessage(c.pointee.amount)
    unsafe self.date = arena.liftString(c.pointee.date)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__Payment.self)
    unsafe c.pointee.payment_id = arena.lowerString(self.paymentId)
    unsafe c.pointee.amount = arena.lowerMessage(self.amount)
    unsafe c.pointee.date = arena.lowerString(self.date)
  }
}

extension ContentInfo: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ContentInfo"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ContentInfo>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__content_info__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ContentInfo.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ContentInfo.self)
    unsafe self.sha256 = arena.liftString(c.pointee.sha256)
    unsafe self.sizeBytes = c.pointee.size_bytes
    unsafe self.mediaType = arena.liftString(c.pointee.media_type)
    unsafe self.fileName = arena.liftString(c.pointee.file_name)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ContentInfo.self)
    unsafe c.pointee.sha256 = arena.lowerString(self.sha256)
    unsafe c.pointee.size_bytes = self.sizeBytes
    unsafe c.pointee.media_type = arena.lowerString(self.mediaType)
    unsafe c.pointee.file_name = arena.lowerString(self.fileName)
  }
}

extension ContentChunk: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ContentChunk"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ContentChunk>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__content_chunk__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ContentChunk.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ContentChunk.self)
    unsafe self.data = arena.liftBytes(c.pointee.data)
    unsafe self.info = arena.liftMessage(c.pointee.info)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ContentChunk.self)
    unsafe c.pointee.data = arena.lowerBytes(self.data)
    unsafe c.pointee.info = arena.lowerMessage(self.info)
  }
}

extension ImportDocumentRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ImportDocumentRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ImportDocumentRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__import_document_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ImportDocumentRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ImportDocumentRequest.self)
    unsafe self.parent = arena.liftString(c.pointee.parent)
    unsafe self.kind = DocumentKind(rawValue: Int32(bitPattern: c.pointee.kind.rawValue))
    unsafe self.selfBilled = c.pointee.self_billed != 0
    unsafe self.fileName = arena.liftString(c.pointee.file_name)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
    unsafe self.chunk = arena.liftBytes(c.pointee.chunk)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ImportDocumentRequest.self)
    unsafe c.pointee.parent = arena.lowerString(self.parent)
    unsafe c.pointee.kind = Daybook__Documentstatus__V1alpha__DocumentKind(rawValue: UInt32(bitPattern: self.kind.rawValue))
    unsafe c.pointee.self_billed = self.selfBilled ? 1 : 0
    unsafe c.pointee.file_name = arena.lowerString(self.fileName)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
    unsafe c.pointee.chunk = arena.lowerBytes(self.chunk)
  }
}

extension GetDocumentRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.GetDocumentRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__GetDocumentRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__get_document_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__GetDocumentRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__GetDocumentRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__GetDocumentRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
  }
}

extension ListDocumentsRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ListDocumentsRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ListDocumentsRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__list_documents_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListDocumentsRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListDocumentsRequest.self)
    unsafe self.parent = arena.liftString(c.pointee.parent)
    unsafe self.status = DocumentStatus(rawValue: Int32(bitPattern: c.pointee.status.rawValue))
    unsafe self.kind = DocumentKind(rawValue: Int32(bitPattern: c.pointee.kind.rawValue))
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = arena.liftString(c.pointee.page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListDocumentsRequest.self)
    unsafe c.pointee.parent = arena.lowerString(self.parent)
    unsafe c.pointee.status = Daybook__Documentstatus__V1alpha__DocumentStatus(rawValue: UInt32(bitPattern: self.status.rawValue))
    unsafe c.pointee.kind = Daybook__Documentstatus__V1alpha__DocumentKind(rawValue: UInt32(bitPattern: self.kind.rawValue))
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.lowerString(self.pageToken)
  }
}

extension ListDocumentsResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ListDocumentsResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ListDocumentsResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__list_documents_response__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListDocumentsResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListDocumentsResponse.self)
    unsafe self.documents = arena.liftMessages(c.pointee.n_documents, c.pointee.documents)
    unsafe self.nextPageToken = arena.liftString(c.pointee.next_page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListDocumentsResponse.self)
    unsafe c.pointee.n_documents = self.documents.count
    unsafe c.pointee.documents = arena.lowerMessages(self.documents)
    unsafe c.pointee.next_page_token = arena.lowerString(self.nextPageToken)
  }
}

extension UpdateDocumentRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.UpdateDocumentRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__UpdateDocumentRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__update_document_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__UpdateDocumentRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__UpdateDocumentRequest.self)
    unsafe self.document = arena.liftMessage(c.pointee.document)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__UpdateDocumentRequest.self)
    unsafe c.pointee.document = arena.lowerMessage(self.document)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension DiscardDocumentRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.DiscardDocumentRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__DiscardDocumentRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__discard_document_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__DiscardDocumentRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__DiscardDocumentRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.etag = arena.liftString(c.pointee.etag)
    unsafe self.reason = arena.liftString(c.pointee.reason)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__DiscardDocumentRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.etag = arena.lowerString(self.etag)
    unsafe c.pointee.reason = arena.lowerString(self.reason)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension DiscardDocumentResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.DiscardDocumentResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__DiscardDocumentResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__discard_document_response__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__DiscardDocumentResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
  }
}

extension ApproveDocumentRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ApproveDocumentRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ApproveDocumentRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__approve_document_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ApproveDocumentRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ApproveDocumentRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.etag = arena.liftString(c.pointee.etag)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ApproveDocumentRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.etag = arena.lowerString(self.etag)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension BatchApproveDocumentsRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.BatchApproveDocumentsRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__BatchApproveDocumentsRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__batch_approve_documents_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__BatchApproveDocumentsRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__BatchApproveDocumentsRequest.self)
    unsafe self.parent = arena.liftString(c.pointee.parent)
    unsafe self.documents = arena.liftMessages(c.pointee.n_documents, c.pointee.documents)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__BatchApproveDocumentsRequest.self)
    unsafe c.pointee.parent = arena.lowerString(self.parent)
    unsafe c.pointee.n_documents = self.documents.count
    unsafe c.pointee.documents = arena.lowerMessages(self.documents)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension DocumentVersion: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.DocumentVersion"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__DocumentVersion>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__document_version__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__DocumentVersion.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__DocumentVersion.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.etag = arena.liftString(c.pointee.etag)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__DocumentVersion.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.etag = arena.lowerString(self.etag)
  }
}

extension BatchApproveDocumentsResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.BatchApproveDocumentsResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__BatchApproveDocumentsResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__batch_approve_documents_response__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__BatchApproveDocumentsResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__BatchApproveDocumentsResponse.self)
    unsafe self.results = arena.liftMessages(c.pointee.n_results, c.pointee.results)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__BatchApproveDocumentsResponse.self)
    unsafe c.pointee.n_results = self.results.count
    unsafe c.pointee.results = arena.lowerMessages(self.results)
  }
}

extension BatchApproveDocumentsResult: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.BatchApproveDocumentsResult"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__BatchApproveDocumentsResult>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__batch_approve_documents_result__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__BatchApproveDocumentsResult.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__BatchApproveDocumentsResult.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.status = arena.liftMessage(c.pointee.status)
    unsafe self.document = arena.liftMessage(c.pointee.document)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__BatchApproveDocumentsResult.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.status = arena.lowerMessage(self.status)
    unsafe c.pointee.document = arena.lowerMessage(self.document)
  }
}

extension ReconcilePaymentRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ReconcilePaymentRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ReconcilePaymentRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__reconcile_payment_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReconcilePaymentRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReconcilePaymentRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.payment = arena.liftMessage(c.pointee.payment)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReconcilePaymentRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.payment = arena.lowerMessage(self.payment)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension UndoReconciliationRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.UndoReconciliationRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__UndoReconciliationRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__undo_reconciliation_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__UndoReconciliationRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__UndoReconciliationRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.paymentId = arena.liftString(c.pointee.payment_id)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__UndoReconciliationRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.payment_id = arena.lowerString(self.paymentId)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension ReadDocumentContentRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ReadDocumentContentRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ReadDocumentContentRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__read_document_content_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReadDocumentContentRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReadDocumentContentRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.part = ContentPart(rawValue: Int32(bitPattern: c.pointee.part.rawValue))
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReadDocumentContentRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.part = Daybook__Documentstatus__V1alpha__ContentPart(rawValue: UInt32(bitPattern: self.part.rawValue))
  }
}

extension ListDocumentHistoryRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ListDocumentHistoryRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ListDocumentHistoryRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__list_document_history_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListDocumentHistoryRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListDocumentHistoryRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = arena.liftString(c.pointee.page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListDocumentHistoryRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.lowerString(self.pageToken)
  }
}

extension ListDocumentHistoryResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ListDocumentHistoryResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ListDocumentHistoryResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__list_document_history_response__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListDocumentHistoryResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListDocumentHistoryResponse.self)
    unsafe self.entries = arena.liftMessages(c.pointee.n_entries, c.pointee.entries)
    unsafe self.nextPageToken = arena.liftString(c.pointee.next_page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ListDocumentHistoryResponse.self)
    unsafe c.pointee.n_entries = self.entries.count
    unsafe c.pointee.entries = arena.lowerMessages(self.entries)
    unsafe c.pointee.next_page_token = arena.lowerString(self.nextPageToken)
  }
}

/// The methods of daybook.documentstatus.v1alpha.DocumentService.
package enum DocumentServiceMethods {
  package static let importDocument = RPCMethod(
    service: "daybook.documentstatus.v1alpha.DocumentService", name: "ImportDocument",
    kind: .clientStreaming, idempotency: .idempotent)
  package static let getDocument = RPCMethod(
    service: "daybook.documentstatus.v1alpha.DocumentService", name: "GetDocument",
    kind: .unary, idempotency: .noSideEffects)
  package static let listDocuments = RPCMethod(
    service: "daybook.documentstatus.v1alpha.DocumentService", name: "ListDocuments",
    kind: .unary, idempotency: .noSideEffects)
  package static let updateDocument = RPCMethod(
    service: "daybook.documentstatus.v1alpha.DocumentService", name: "UpdateDocument",
    kind: .unary, idempotency: .idempotent)
  package static let discardDocument = RPCMethod(
    service: "daybook.documentstatus.v1alpha.DocumentService", name: "DiscardDocument",
    kind: .unary, idempotency: .idempotent)
  package static let approveDocument = RPCMethod(
    service: "daybook.documentstatus.v1alpha.DocumentService", name: "ApproveDocument",
    kind: .unary, idempotency: .idempotent)
  package static let batchApproveDocuments = RPCMethod(
    service: "daybook.documentstatus.v1alpha.DocumentService", name: "BatchApproveDocuments",
    kind: .unary, idempotency: .idempotent)
  package static let reconcilePayment = RPCMethod(
    service: "daybook.documentstatus.v1alpha.DocumentService", name: "ReconcilePayment",
    kind: .unary, idempotency: .idempotent)
  package static let undoReconciliation = RPCMethod(
    service: "daybook.documentstatus.v1alpha.DocumentService", name: "UndoReconciliation",
    kind: .unary, idempotency: .idempotent)
  package static let readDocumentContent = RPCMethod(
    service: "daybook.documentstatus.v1alpha.DocumentService", name: "ReadDocumentContent",
    kind: .serverStreaming, idempotency: .noSideEffects)
  package static let listDocumentHistory = RPCMethod(
    service: "daybook.documentstatus.v1alpha.DocumentService", name: "ListDocumentHistory",
    kind: .unary, idempotency: .noSideEffects)

  package static let all: [RPCMethod] = [importDocument, getDocument, listDocuments, updateDocument, discardDocument, approveDocument, batchApproveDocuments, reconcilePayment, undoReconciliation, readDocumentContent, listDocumentHistory]
}

/// What a business does with its documents. Callers: administrator and member of the business space
/// named in the request; for ReconcilePayment and UndoReconciliation also the service `bank-feed`.
package protocol DocumentServiceServer: RPCService {
  /// Imports a PDF, a scan in PDF, or a UBL file: the first message says what it is, the others
  /// carry its bytes. The document awaits validation. ALREADY_EXISTS for the same content, or the
  /// same sender, number, type and year; INVALID_ARGUMENT for bytes that are no PDF and no UBL.
  func importDocument(_ requests: RequestStream<ImportDocumentRequest>, _ call: ServerCall) async throws -> Document
  /// Reads one document.
  func getDocument(_ request: GetDocumentRequest, _ call: ServerCall) async throws -> Document
  /// Lists documents, newest first.
  func listDocuments(_ request: ListDocumentsRequest, _ call: ServerCall) async throws -> ListDocumentsResponse
  /// Saves the fields of a document that awaits validation. Neither side's status changes and
  /// nothing is sent: saving is not approving. ABORTED when the etag is not the present one.
  func updateDocument(_ request: UpdateDocumentRequest, _ call: ServerCall) async throws -> Document
  /// Discards a document that awaits validation: gone from both sides; its history stays.
  func discardDocument(_ request: DiscardDocumentRequest, _ call: ServerCall) async throws -> DiscardDocumentResponse
  /// Approves what was seen (the etag): converts an invoice to a compliant e-invoice, moves both
  /// sides' statuses, and hands the document to every active integration on both sides, in one
  /// atomic step. Approving twice is approving once. FAILED_PRECONDITION, with every rule that is
  /// broken, when the fields do not make a compliant e-invoice.
  func approveDocument(_ request: ApproveDocumentRequest, _ call: ServerCall) async throws -> Document
  /// Approves many documents; answers for each.
  func batchApproveDocuments(_ request: BatchApproveDocumentsRequest, _ call: ServerCall) async throws -> BatchApproveDocumentsResponse
  /// Reconciles a payment with a document: paid in full, the document is fully_paid.
  /// INVALID_ARGUMENT when the payments would add up to more than the total. Callers: also the
  /// service `bank-feed`, for any business.
  func reconcilePayment(_ request: ReconcilePaymentRequest, _ call: ServerCall) async throws -> Document
  /// Takes a reconciliation back. Callers: as ReconcilePayment.
  func undoReconciliation(_ request: UndoReconciliationRequest, _ call: ServerCall) async throws -> Document
  /// Reads the original or the e-invoice of a document, in chunks. The bytes are verified against
  /// their hash: DATA_LOSS when they are damaged.
  func readDocumentContent(_ request: ReadDocumentContentRequest, _ replies: ReplyWriter<ContentChunk>, _ call: ServerCall) async throws
  /// Lists what happened to a document, newest first, as far as the business may see it. Answers
  /// for discarded documents too.
  func listDocumentHistory(_ request: ListDocumentHistoryRequest, _ call: ServerCall) async throws -> ListDocumentHistoryResponse
}

extension DocumentServiceServer {
  package var handlers: [RPCHandler] {
    [
      .clientStreaming(DocumentServiceMethods.importDocument) { (request, call) in try await self.importDocument(request, call) },
      .unary(DocumentServiceMethods.getDocument) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GetDocumentRequest.self)
          : await exchange.onlyRequest(GetDocumentRequest.self)
        let reply = try await self.getDocument(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(DocumentServiceMethods.listDocuments) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ListDocumentsRequest.self)
          : await exchange.onlyRequest(ListDocumentsRequest.self)
        let reply = try await self.listDocuments(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(DocumentServiceMethods.updateDocument) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(UpdateDocumentRequest.self)
          : await exchange.onlyRequest(UpdateDocumentRequest.self)
        let reply = try await self.updateDocument(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(DocumentServiceMethods.discardDocument) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(DiscardDocumentRequest.self)
          : await exchange.onlyRequest(DiscardDocumentRequest.self)
        let reply = try await self.discardDocument(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(DocumentServiceMethods.approveDocument) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ApproveDocumentRequest.self)
          : await exchange.onlyRequest(ApproveDocumentRequest.self)
        let reply = try await self.approveDocument(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(DocumentServiceMethods.batchApproveDocuments) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(BatchApproveDocumentsRequest.self)
          : await exchange.onlyRequest(BatchApproveDocumentsRequest.self)
        let reply = try await self.batchApproveDocuments(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(DocumentServiceMethods.reconcilePayment) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ReconcilePaymentRequest.self)
          : await exchange.onlyRequest(ReconcilePaymentRequest.self)
        let reply = try await self.reconcilePayment(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(DocumentServiceMethods.undoReconciliation) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(UndoReconciliationRequest.self)
          : await exchange.onlyRequest(UndoReconciliationRequest.self)
        let reply = try await self.undoReconciliation(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .serverStreaming(DocumentServiceMethods.readDocumentContent) { (request, replies, call) in try await self.readDocumentContent(request, replies, call) },
      .unary(DocumentServiceMethods.listDocumentHistory) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ListDocumentHistoryRequest.self)
          : await exchange.onlyRequest(ListDocumentHistoryRequest.self)
        let reply = try await self.listDocumentHistory(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
    ]
  }
}

/// What a business does with its documents. Callers: administrator and member of the business space
/// named in the request; for ReconcilePayment and UndoReconciliation also the service `bank-feed`.
package struct DocumentServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// Imports a PDF, a scan in PDF, or a UBL file: the first message says what it is, the others
  /// carry its bytes. The document awaits validation. ALREADY_EXISTS for the same content, or the
  /// same sender, number, type and year; INVALID_ARGUMENT for bytes that are no PDF and no UBL.
  package func importDocument(_ options: CallOptions = CallOptions(), _ write: @Sendable (RequestWriter<ImportDocumentRequest>) async throws -> Void) async throws(RPCError) -> Document {
    try await channel.clientStreaming(DocumentServiceMethods.importDocument, options, as: Document.self, write)
  }

  /// Reads one document.
  package func getDocument(_ request: GetDocumentRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Document {
    try await channel.unary(DocumentServiceMethods.getDocument, request, options, as: Document.self)
  }

  /// Lists documents, newest first.
  package func listDocuments(_ request: ListDocumentsRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> ListDocumentsResponse {
    try await channel.unary(DocumentServiceMethods.listDocuments, request, options, as: ListDocumentsResponse.self)
  }

  /// Saves the fields of a document that awaits validation. Neither side's status changes and
  /// nothing is sent: saving is not approving. ABORTED when the etag is not the present one.
  package func updateDocument(_ request: UpdateDocumentRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Document {
    try await channel.unary(DocumentServiceMethods.updateDocument, request, options, as: Document.self)
  }

  /// Discards a document that awaits validation: gone from both sides; its history stays.
  package func discardDocument(_ request: DiscardDocumentRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> DiscardDocumentResponse {
    try await channel.unary(DocumentServiceMethods.discardDocument, request, options, as: DiscardDocumentResponse.self)
  }

  /// Approves what was seen (the etag): converts an invoice to a compliant e-invoice, moves both
  /// sides' statuses, and hands the document to every active integration on both sides, in one
  /// atomic step. Approving twice is approving once. FAILED_PRECONDITION, with every rule that is
  /// broken, when the fields do not make a compliant e-invoice.
  package func approveDocument(_ request: ApproveDocumentRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Document {
    try await channel.unary(DocumentServiceMethods.approveDocument, request, options, as: Document.self)
  }

  /// Approves many documents; answers for each.
  package func batchApproveDocuments(_ request: BatchApproveDocumentsRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> BatchApproveDocumentsResponse {
    try await channel.unary(DocumentServiceMethods.batchApproveDocuments, request, options, as: BatchApproveDocumentsResponse.self)
  }

  /// Reconciles a payment with a document: paid in full, the document is fully_paid.
  /// INVALID_ARGUMENT when the payments would add up to more than the total. Callers: also the
  /// service `bank-feed`, for any business.
  package func reconcilePayment(_ request: ReconcilePaymentRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Document {
    try await channel.unary(DocumentServiceMethods.reconcilePayment, request, options, as: Document.self)
  }

  /// Takes a reconciliation back. Callers: as ReconcilePayment.
  package func undoReconciliation(_ request: UndoReconciliationRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Document {
    try await channel.unary(DocumentServiceMethods.undoReconciliation, request, options, as: Document.self)
  }

  /// Reads the original or the e-invoice of a document, in chunks. The bytes are verified against
  /// their hash: DATA_LOSS when they are damaged.
  package func readDocumentContent(_ request: ReadDocumentContentRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Replies<ContentChunk> {
    try await channel.serverStreaming(DocumentServiceMethods.readDocumentContent, request, options, as: ContentChunk.self)
  }

  /// Lists what happened to a document, newest first, as far as the business may see it. Answers
  /// for discarded documents too.
  package func listDocumentHistory(_ request: ListDocumentHistoryRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> ListDocumentHistoryResponse {
    try await channel.unary(DocumentServiceMethods.listDocumentHistory, request, options, as: ListDocumentHistoryResponse.self)
  }
}
