import Assembly
import Contracts
import Database
import Identity
import RPC
import Records
import StatusRules

/// What a partner does with its clients: each method decodes, asks the rules in one transaction, and
/// answers. Import and invitations of many stand in `ClientService+Bulk.swift`.
struct ClientService: ClientServiceServer {
  let database: Database
  let changes: Changes
  let pages: PageTokens
  let events: ClientEvents
  let endings: LinkEndings

  func createClient(_ request: CreateClientRequest, _ call: ServerCall) async throws -> Client {
    let cause = try Cause(call)
    _ = try Names.partner(request.parent, of: call)
    let partner = try PartnerRecord(call.caller.user, for: request.parent)
    let draft = try ClientDraft(request.client ?? Client())
    return try await changes.once(call, request.requestId, request) { tx in
      let client = try await events.add(draft, to: partner, by: cause, in: tx)
      return try await events.view(client, in: tx).message
    }
  }

  func getClient(_ request: GetClientRequest, _ call: ServerCall) async throws -> Client {
    let user = try call.caller.user
    let name = try Names.client(request.name, of: call)
    return try await database.readByKey { tx in
      let client = try await events.client(name, in: tx)
      guard user.sees(client) else { throw RPCError.notFound(request.name) }
      return try await events.view(client, in: tx).message
    }
  }

  func listClients(
    _ request: ListClientsRequest, _ call: ServerCall
  ) async throws -> ListClientsResponse {
    let user = try call.caller.user
    let partner = try Names.partner(request.parent, of: call)
    let tab = try request.tab.rule
    let size = try PageSize.resolve(request.pageSize)
    let filter = [
      "ListClients", partner, tab?.rawValue ?? "", user.limitedView.map { "of \($0)" } ?? "",
    ]
    let after = try pages.position(of: request.pageToken, filter: filter)
    let query = ClientQuery(
      partner: partner, tab: tab, seenBy: user.limitedView, limit: size + 1)
    let views = try await database.read { tx in
      var views: [ClientView] = []
      for client in try await ClientStore().clients(query, after: after, in: tx) {
        views.append(try await events.view(client, in: tx))
      }
      return views
    }
    let page = pages.page(views, size: size, filter: filter) {
      ClientStore.position(of: $0.client)
    }
    return ListClientsResponse(
      clients: page.items.map(\.message), nextPageToken: page.nextPageToken)
  }

  func updateClient(_ request: UpdateClientRequest, _ call: ServerCall) async throws -> Client {
    let client = request.client ?? Client()
    let edit = try ClientEdit(client)
    return try await change(client.name, "client.name", request.requestId, request, call) {
      name, cause, tx in
      try await events.update(name, with: edit, by: cause, in: tx)
    }
  }

  func inviteClient(_ request: InviteClientRequest, _ call: ServerCall) async throws -> Client {
    let message = try InputText.optional(request.message, field: "message", maximum: 2_000)
    let partner = try PartnerRecord(call.caller.user, for: request.name)
    return try await change(request.name, "name", request.requestId, request, call) {
      name, cause, tx in
      try await events.invite(name, message: message, from: partner, by: cause, in: tx)
    }
  }

  func resendInvitation(
    _ request: ResendInvitationRequest, _ call: ServerCall
  ) async throws -> Client {
    let message = try InputText.optional(request.message, field: "message", maximum: 2_000)
    let partner = try PartnerRecord(call.caller.user, for: request.name)
    return try await change(request.name, "name", request.requestId, request, call) {
      name, cause, tx in
      try await events.invite(
        name, as: .resend, message: message, from: partner, by: cause, in: tx)
    }
  }

  func withdrawInvitation(
    _ request: WithdrawInvitationRequest, _ call: ServerCall
  ) async throws -> Client {
    try await change(request.name, "name", request.requestId, request, call) { name, cause, tx in
      try await events.cause(.withdrawInvitation, of: name, by: cause, in: tx)
    }
  }

  func archiveClient(_ request: ArchiveClientRequest, _ call: ServerCall) async throws -> Client {
    let reason = try InputText.optional(request.reason, field: "reason", maximum: 500)
    let client = try await change(request.name, "name", request.requestId, request, call) {
      name, cause, tx in
      try await events.cause(.archive, of: name, reason: reason, by: cause, in: tx)
    }
    try await endings.settle(try Names.client(request.name, of: call))
    return client
  }

  func deleteClient(
    _ request: DeleteClientRequest, _ call: ServerCall
  ) async throws -> DeleteClientResponse {
    let cause = try Cause(call)
    let name = try Names.client(request.name, of: call)
    return try await changes.once(call, request.requestId, request) { tx in
      _ = try await events.cause(.deleteReference, of: name, by: cause, in: tx)
      return DeleteClientResponse()
    }
  }

  func assignAccountant(
    _ request: AssignAccountantRequest, _ call: ServerCall
  ) async throws -> Client {
    let subject = try ClientSetup.subject(request.subject, field: "subject")
    return try await change(request.name, "name", request.requestId, request, call) {
      name, cause, tx in
      try await events.assign(subject, to: name, by: cause, in: tx)
    }
  }

  func unassignAccountant(
    _ request: UnassignAccountantRequest, _ call: ServerCall
  ) async throws -> Client {
    let subject = try ClientSetup.subject(request.subject, field: "subject")
    return try await change(request.name, "name", request.requestId, request, call) {
      name, cause, tx in
      try await events.unassign(subject, from: name, by: cause, in: tx)
    }
  }

  func listClientHistory(
    _ request: ListClientHistoryRequest, _ call: ServerCall
  ) async throws -> ListClientHistoryResponse {
    let user = try call.caller.user
    let name = try Names.client(request.name, of: call)
    let size = try PageSize.resolve(request.pageSize)
    let filter = ["ListClientHistory", name.description]
    let after = try pages.position(of: request.pageToken, filter: filter)
    let entries = try await database.read { tx in
      // A deleted client has no accountants any more: its history is for those who see all.
      let client = try await events.clients.client(name, in: tx)
      guard client.map(user.sees) ?? (user.limitedView == nil) else {
        throw RPCError.notFound(request.name)
      }
      let entries = try await HistoryStore().entries(
        of: name.description, space: name.partner, reader: .partner, before: after?.sequence,
        periods: nil, limit: size + 1, in: tx)
      guard client != nil || !entries.isEmpty || after != nil else {
        throw RPCError.notFound(request.name)
      }
      return entries
    }
    let page = pages.page(entries, size: size, filter: filter) { [.int($0.sequence)] }
    return ListClientHistoryResponse(
      entries: page.items, nextPageToken: page.nextPageToken)
  }

  /// A change of one client of the caller's space, made once, answered with the client as it is then.
  private func change(
    _ name: String, _ field: String, _ requestID: String, _ request: some WireMessage,
    _ call: ServerCall,
    _ change:
      @escaping @Sendable (ClientName, Cause, isolated Transaction) async throws -> ClientRecord
  ) async throws -> Client {
    let cause = try Cause(call)
    let name = try Names.client(name, field: field, of: call)
    return try await changes.once(call, requestID, request) { tx in
      let client = try await change(name, cause, tx)
      return try await events.view(client, in: tx).message
    }
  }
}

extension [SQLValue] {
  /// The sequence that a history's page token holds.
  var sequence: Int64? {
    if case .int(let sequence)? = last { sequence } else { nil }
  }
}
