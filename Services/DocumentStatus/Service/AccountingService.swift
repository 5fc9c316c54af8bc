import Content
import Contracts
import Database
import Identity
import LinkGrants
import RPC
import Records
import StatusRules

/// What a firm does with the documents of its active clients.
struct AccountingService: AccountingServiceServer {
  let database: Database
  let contents: ContentStore
  let changes: Changes
  let pages: PageTokens
  let access: PartnerAccess

  func getAccountingDocument(
    _ request: GetAccountingDocumentRequest, _ call: ServerCall
  ) async throws -> AccountingDocument {
    let name = try Names.accounting(request.name, of: call)
    let reading = AccountingReading(by: try call.caller.user, access: access)
    return try await database.read(
      under: reading.links(to: name.document.business, for: request.name)
    ) { _, tx in try await reading.view(name, in: tx).message }
  }

  func listAccountingDocuments(
    _ request: ListAccountingDocumentsRequest, _ call: ServerCall
  ) async throws -> ListAccountingDocumentsResponse {
    let user = try call.caller.user
    let (partner, business) = try Names.client(request.parent, of: call)
    let size = try PageSize.resolve(request.pageSize)
    let filter = [
      "accounting documents", request.parent, request.accountingStatus.name, request.kind.name,
      user.subject.description,
    ]
    let after = try pages.position(of: request.pageToken, filter: filter)
    let query = AccountingQuery(
      partner: partner, status: try .init(request.accountingStatus),
      type: try .init(request.kind), limit: size + 1)
    let reading = AccountingReading(by: user, access: access)
    let views = try await database.read(
      under: reading.links(to: business, for: request.parent)
    ) { clients, tx in try await reading.views(query, of: clients, after: after, in: tx) }
    let page = pages.page(
      views, size: size, filter: filter, position: AccountingReading.position(of:))
    return ListAccountingDocumentsResponse(
      documents: page.items.map(\.listed), nextPageToken: page.nextPageToken)
  }

  func countAccountingDocuments(
    _ request: CountAccountingDocumentsRequest, _ call: ServerCall
  ) async throws -> CountAccountingDocumentsResponse {
    let partner = try Names.partner(request.parent, of: call)
    let reading = AccountingReading(by: try call.caller.user, access: access)
    let tallies = try await database.read(
      under: reading.links(to: nil, for: request.parent)
    ) { clients, tx in try await reading.tallies(of: partner, for: clients, in: tx) }
    return CountAccountingDocumentsResponse(counts: tallies.map(\.message))
  }

  func markProcessed(
    _ request: MarkProcessedRequest, _ call: ServerCall
  ) async throws -> AccountingDocument {
    let name = try Names.accounting(request.name, of: call)
    let events = AccountingEvents(by: try call.caller.user, access: access)
    return try await changes.once(
      call, request.requestId, request,
      permitted: events.permission(name.document.business, for: request.name)
    ) { tx in
      try await events.mark(.markProcessed, name, etag: request.etag, in: tx).message
    }
  }

  func unmarkProcessed(
    _ request: UnmarkProcessedRequest, _ call: ServerCall
  ) async throws -> AccountingDocument {
    let name = try Names.accounting(request.name, of: call)
    let events = AccountingEvents(by: try call.caller.user, access: access)
    return try await changes.once(
      call, request.requestId, request,
      permitted: events.permission(name.document.business, for: request.name)
    ) { tx in
      try await events.mark(.unmarkProcessed, name, etag: request.etag, in: tx).message
    }
  }

  func takeOverDocuments(
    _ request: TakeOverDocumentsRequest, _ call: ServerCall
  ) async throws -> TakeOverDocumentsResponse {
    let (_, business) = try Names.client(request.parent, of: call)
    guard let business else {
      throw RPCError(
        .invalidArgument, "parent must name one client: documents are taken over by it")
    }
    let from = try Read.date(request.fromDate, field: "from_date")
    let to = try Read.date(request.toDate, field: "to_date")
    let events = AccountingEvents(by: try call.caller.user, access: access)
    let permission = events.permission(business, for: request.parent)
    if let answer = try await changes.answer(
      given: TakeOverDocumentsResponse.self, call, request.requestId, request,
      permitted: permission)
    {
      return answer
    }
    let taken = try await takeOver(
      TakeOver(business: business, from: from, to: to, parent: request.parent), by: events)
    return try await changes.once(call, request.requestId, request, permitted: permission) { _ in
      TakeOverDocumentsResponse(takenOver: taken)
    }
  }

  /// In pieces, so that no transaction is long whatever the range: a call that is cut short is
  /// repeated and goes on where it stopped.
  private func takeOver(_ range: TakeOver, by events: AccountingEvents) async throws -> Int64 {
    var total: Int64 = 0
    while true {
      let taken = try await database.write { tx in try await events.takeOver(range, in: tx) }
      total += taken
      if taken < TakeOver.piece { return total }
    }
  }

  /// Asks before each piece whether the firm may still read: a link that ends stops what runs.
  func readAccountingContent(
    _ request: ReadAccountingContentRequest, _ replies: ReplyWriter<ContentChunk>,
    _ call: ServerCall
  ) async throws {
    let name = try Names.accounting(request.name, of: call)
    let part = try DocumentPart(request.part)
    let reading = AccountingReading(by: try call.caller.user, access: access)
    let links = reading.links(to: name.document.business, for: request.name)
    let view = try await database.read(under: links) { _, tx in
      try await reading.view(name, in: tx)
    }
    let file = try view.document.file(part)
    try await ContentReading(contents: contents).send(file) { piece, isFirst in
      _ = try await database.read(links)
      try await replies.write(ContentChunk(data: piece, info: isFirst ? file.message : nil))
    }
  }

  func listAccountingHistory(
    _ request: ListAccountingHistoryRequest, _ call: ServerCall
  ) async throws -> ListAccountingHistoryResponse {
    let name = try Names.accounting(request.name, of: call)
    let size = try PageSize.resolve(request.pageSize)
    let filter = ["accounting history", name.description]
    let after = try pages.position(of: request.pageToken, filter: filter)
    let history = AccountingHistory(name: name)
    let marks = try after.map(AccountingHistory.Marks.init)
    let reading = AccountingReading(by: try call.caller.user, access: access)
    let page = try await database.read(
      under: reading.links(to: name.document.business, for: request.name)
    ) { _, tx in try await history.page(before: marks, size: size, in: tx) }
    guard !page.entries.isEmpty || after != nil || page.documentIsThere else {
      throw RPCError.notFound(request.name)
    }
    return ListAccountingHistoryResponse(
      entries: page.entries,
      nextPageToken: page.next.map { pages.token(at: $0.position, filter: filter) } ?? "")
  }
}
