// swift-format-ignore-file
// Made from daybook/documentstatus/v1alpha/internal.proto by Protos/generate. Change that, not this.

import ContractsC
package import Protobuf
package import RPC

/// An e-invoice from the network.
package struct ReceiveDocumentRequest: Sendable, Equatable {
  /// The receiving space, `businesses/{business}`.
  package var parent: String
  /// The network's id of the transmission (SBDH instance identifier), 1 to 200 characters: the same
  /// id is the same transmission, for ever.
  package var transmissionId: String
  /// The UBL Invoice or CreditNote, at most 4 MiB less the other fields.
  package var content: [UInt8]

  package init(
    parent: String = "",
    transmissionId: String = "",
    content: [UInt8] = []
  ) {
    self.parent = parent
    self.transmissionId = transmissionId
    self.content = content
  }
}

/// What became of it.
package struct ReceiveDocumentResponse: Sendable, Equatable {
  /// The document.
  package var document: Document?
  /// Whether the transmission, or the same bytes in another one, were there already.
  package var redelivery: Bool

  package init(
    document: Document? = nil,
    redelivery: Bool = false
  ) {
    self.document = document
    self.redelivery = redelivery
  }
}

/// Asks for the state.
package struct GetDocumentStateRequest: Sendable, Equatable {
  /// `businesses/{business}/documents/{document}`.
  package var name: String

  package init(
    name: String = ""
  ) {
    self.name = name
  }
}

/// The state.
package struct GetDocumentStateResponse: Sendable, Equatable {
  /// The status.
  package var status: DocumentStatus

  package init(
    status: DocumentStatus = .unspecified
  ) {
    self.status = status
  }
}

/// Asks for content.
package struct ReadSourceContentRequest: Sendable, Equatable {
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

extension ReceiveDocumentRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ReceiveDocumentRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ReceiveDocumentRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__receive_document_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReceiveDocumentRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReceiveDocumentRequest.self)
    unsafe self.parent = arena.liftString(c.pointee.parent)
    unsafe self.transmissionId = arena.liftString(c.pointee.transmission_id)
    unsafe self.content = arena.liftBytes(c.pointee.content)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReceiveDocumentRequest.self)
    unsafe c.pointee.parent = arena.lowerString(self.parent)
    unsafe c.pointee.transmission_id = arena.lowerString(self.transmissionId)
    unsafe c.pointee.content = arena.lowerBytes(self.content)
  }
}

extension ReceiveDocumentResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ReceiveDocumentResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ReceiveDocumentResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__receive_document_response__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReceiveDocumentResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReceiveDocumentResponse.self)
    unsafe self.document = arena.liftMessage(c.pointee.document)
    unsafe self.redelivery = c.pointee.redelivery != 0
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReceiveDocumentResponse.self)
    unsafe c.pointee.document = arena.lowerMessage(self.document)
    unsafe c.pointee.redelivery = self.redelivery ? 1 : 0
  }
}

extension GetDocumentStateRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.GetDocumentStateRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__GetDocumentStateRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__get_document_state_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__GetDocumentStateRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__GetDocumentStateRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__GetDocumentStateRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
  }
}

extension GetDocumentStateResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.GetDocumentStateResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__GetDocumentStateResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__get_document_state_response__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__GetDocumentStateResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__GetDocumentStateResponse.self)
    unsafe self.status = DocumentStatus(rawValue: Int32(bitPattern: c.pointee.status.rawValue))
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__GetDocumentStateResponse.self)
    unsafe c.pointee.status = Daybook__Documentstatus__V1alpha__DocumentStatus(rawValue: UInt32(bitPattern: self.status.rawValue))
  }
}

extension ReadSourceContentRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.documentstatus.v1alpha.ReadSourceContentRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Documentstatus__V1alpha__ReadSourceContentRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__documentstatus__v1alpha__read_source_content_request__init(c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReadSourceContentRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReadSourceContentRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.part = ContentPart(rawValue: Int32(bitPattern: c.pointee.part.rawValue))
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Documentstatus__V1alpha__ReadSourceContentRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.part = Daybook__Documentstatus__V1alpha__ContentPart(rawValue: UInt32(bitPattern: self.part.rawValue))
  }
}

/// The methods of daybook.documentstatus.v1alpha.NetworkService.
package enum NetworkServiceMethods {
  package static let receiveDocument = RPCMethod(
    service: "daybook.documentstatus.v1alpha.NetworkService", name: "ReceiveDocument",
    kind: .unary, idempotency: .idempotent)

  package static let all: [RPCMethod] = [receiveDocument]
}

/// Where the Peppol access point hands over what it received. Callers: `network`.
package protocol NetworkServiceServer: RPCService {
  /// Takes an e-invoice. One that is correctly formatted is approved at once; any other awaits
  /// validation, with every rule that it breaks. The same bytes, and the same transmission, are the
  /// same document; other bytes with the sender, number, type and year of a document that is there
  /// await validation.
  func receiveDocument(_ request: ReceiveDocumentRequest, _ call: ServerCall) async throws -> ReceiveDocumentResponse
}

extension NetworkServiceServer {
  package var handlers: [RPCHandler] {
    [
      .unary(NetworkServiceMethods.receiveDocument) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ReceiveDocumentRequest.self)
          : await exchange.onlyRequest(ReceiveDocumentRequest.self)
        let reply = try await self.receiveDocument(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
    ]
  }
}

/// Where the Peppol access point hands over what it received. Callers: `network`.
package struct NetworkServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// Takes an e-invoice. One that is correctly formatted is approved at once; any other awaits
  /// validation, with every rule that it breaks. The same bytes, and the same transmission, are the
  /// same document; other bytes with the sender, number, type and year of a document that is there
  /// await validation.
  package func receiveDocument(_ request: ReceiveDocumentRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> ReceiveDocumentResponse {
    try await channel.unary(NetworkServiceMethods.receiveDocument, request, options, as: ReceiveDocumentResponse.self)
  }
}

/// The methods of daybook.documentstatus.v1alpha.DocumentSourceService.
package enum DocumentSourceServiceMethods {
  package static let getDocumentState = RPCMethod(
    service: "daybook.documentstatus.v1alpha.DocumentSourceService", name: "GetDocumentState",
    kind: .unary, idempotency: .noSideEffects)
  package static let readSourceContent = RPCMethod(
    service: "daybook.documentstatus.v1alpha.DocumentSourceService", name: "ReadSourceContent",
    kind: .serverStreaming, idempotency: .noSideEffects)

  package static let all: [RPCMethod] = [getDocumentState, readSourceContent]
}

/// What integration-dispatch needs to deliver. Callers: `integration-dispatch`.
package protocol DocumentSourceServiceServer: RPCService {
  /// Tells the status of a document. NOT_FOUND when there is none.
  func getDocumentState(_ request: GetDocumentStateRequest, _ call: ServerCall) async throws -> GetDocumentStateResponse
  /// Reads content of an approved document, in chunks.
  func readSourceContent(_ request: ReadSourceContentRequest, _ replies: ReplyWriter<ContentChunk>, _ call: ServerCall) async throws
}

extension DocumentSourceServiceServer {
  package var handlers: [RPCHandler] {
    [
      .unary(DocumentSourceServiceMethods.getDocumentState) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GetDocumentStateRequest.self)
          : await exchange.onlyRequest(GetDocumentStateRequest.self)
        let reply = try await self.getDocumentState(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .serverStreaming(DocumentSourceServiceMethods.readSourceContent) { (request, replies, call) in try await self.readSourceContent(request, replies, call) },
    ]
  }
}

/// What integration-dispatch needs to deliver. Callers: `integration-dispatch`.
package struct DocumentSourceServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// Tells the status of a document. NOT_FOUND when there is none.
  package func getDocumentState(_ request: GetDocumentStateRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> GetDocumentStateResponse {
    try await channel.unary(DocumentSourceServiceMethods.getDocumentState, request, options, as: GetDocumentStateResponse.self)
  }

  /// Reads content of an approved document, in chunks.
  package func readSourceContent(_ request: ReadSourceContentRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Replies<ContentChunk> {
    try await channel.serverStreaming(DocumentSourceServiceMethods.readSourceContent, request, options, as: ContentChunk.self)
  }
}
