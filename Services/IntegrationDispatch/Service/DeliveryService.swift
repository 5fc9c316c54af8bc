import Contracts
import Database
import Identity
import RPC
import Records
import StatusRules

/// Follows deliveries and sends again.
struct DeliveryService: DeliveryServiceServer {
  private static let maximumDocuments = 1_000

  let calls: SideCalls
  let queue: DeliveryQueue
  let pages: PageTokens
  /// Whether a document is approved, asked of document-status; nil when there is none.
  let isApproved: @Sendable (DocumentName) async throws -> Bool?
  private let deliveries = DeliveryStore()

  init(
    calls: SideCalls, queue: DeliveryQueue, pages: PageTokens,
    isApproved: @escaping @Sendable (DocumentName) async throws -> Bool?
  ) {
    self.calls = calls
    self.queue = queue
    self.pages = pages
    self.isApproved = isApproved
  }

  func listDeliveries(
    _ request: ListDeliveriesRequest, _ call: ServerCall
  ) async throws -> ListDeliveriesResponse {
    let side = try Names.side(request.parent, of: call)
    let size = try PageSize.resolve(request.pageSize)
    let query = DeliveryQuery(
      side: side,
      document: request.document.isEmpty
        ? nil : try Names.document(request.document, field: "document", on: side),
      integration: try Names.integration(request.integration, on: side, of: call),
      limit: size + 1)
    let filter = ["deliveries", side.description, request.document, request.integration]
    let after = try pages.position(of: request.pageToken, filter: filter)
    let records = try await calls.read(call, side, for: request.parent) { [deliveries] tx in
      try await deliveries.deliveries(query, after: after, in: tx)
    }
    let page = pages.page(
      records, size: size, filter: filter, position: DeliveryStore.position(of:))
    return ListDeliveriesResponse(
      deliveries: page.items.map { $0.message() }, nextPageToken: page.nextPageToken)
  }

  func getDelivery(_ request: GetDeliveryRequest, _ call: ServerCall) async throws -> Delivery {
    let name = try Names.delivery(request.name, of: call)
    return try await calls.read(call, name.side, for: request.name) { [deliveries] tx in
      guard let delivery = try await deliveries.delivery(name, in: tx) else {
        throw RPCError.notFound(request.name)
      }
      return delivery.message(attempts: try await deliveries.attempts(of: name, in: tx))
    }
  }

  func resendDocument(
    _ request: ResendDocumentRequest, _ call: ServerCall
  ) async throws -> ResendDocumentResponse {
    let (side, document) = try Names.document(request.document, of: call)
    let integration = try Names.integration(request.integration, on: side, of: call)
    let resending = Resending(queue: queue, by: try call.caller.user)
    if try await stateElsewhere(document, side, request.document, call) == .onItsWay {
      throw RPCError(
        .unavailable, "the approval has not arrived here yet: try again in a few seconds")
    }
    return try await calls.change(call, side, for: request.document, request.requestId, request) {
      let made = try await resending.resend(document, on: side, to: integration, in: $0)
      return ResendDocumentResponse(deliveries: made.map { $0.message() })
    }
  }

  func explainDelivery(
    _ request: ExplainDeliveryRequest, _ call: ServerCall
  ) async throws -> ExplainDeliveryResponse {
    let (side, document) = try Names.document(request.document, of: call)
    let wanted = try Names.integration(request.integration, on: side, of: call)
    guard let wanted else { throw RPCError(.invalidArgument, "integration is needed") }
    let state = try await stateElsewhere(document, side, request.document, call)
    return try await calls.read(call, side, for: request.document) { tx in
      guard let integration = try await IntegrationStore().integration(wanted, in: tx) else {
        throw RPCError.notFound(request.integration)
      }
      let explanation = try await Explanation.of(
        document, to: integration, knownElsewhere: state, in: tx)
      return explanation.reason.message(delivery: explanation.delivery)
    }
  }

  func batchGetExportStates(
    _ request: BatchGetExportStatesRequest, _ call: ServerCall
  ) async throws -> BatchGetExportStatesResponse {
    let side = try Names.side(request.parent, of: call)
    guard (1...Self.maximumDocuments).contains(request.documents.count) else {
      throw RPCError(.invalidArgument, "documents must be 1 to \(Self.maximumDocuments)")
    }
    let names = try request.documents.map {
      try Names.document($0, field: "documents", on: side)
    }
    return try await calls.read(call, side, for: request.parent) { [deliveries] tx in
      var states: [DocumentExportState] = []
      for name in names {
        let statuses = try await deliveries.newestStatuses(of: name, on: side, in: tx)
        states.append(
          DocumentExportState(
            document: name.description, state: ExportState(newest: statuses).message))
      }
      return BatchGetExportStatesResponse(states: states)
    }
  }

  /// What document-status says of a document whose approval is not here; nil when it is here.
  /// NOT_FOUND when there is no such document, and to whom it is not shown.
  private func stateElsewhere(
    _ document: DocumentName, _ side: Side, _ name: String, _ call: ServerCall
  ) async throws -> Explanation.Elsewhere? {
    let isHere = try await calls.read(call, side, for: name) { tx in
      try await DocumentStore().isApproved(document, in: tx)
    }
    if isHere { return nil }
    switch try await isApproved(document) {
    case true?: return .onItsWay
    case false?: return .notApproved
    case nil: throw RPCError.notFound(name)
    }
  }
}
