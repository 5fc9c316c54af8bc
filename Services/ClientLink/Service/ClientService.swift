import Contracts
import Database
import Identity
import RPC
import Records

/// What a partner does with its clients: each method decodes, asks the rules in one transaction, and
/// answers.
struct ClientService: ClientServiceServer {
  let database: Database
  let changes: Changes
  let pages: PageTokens

  func createClient(_ request: CreateClientRequest, _ call: ServerCall) async throws -> Client {
    let user = try call.caller.user
    let partner = try Names.partner(request.parent, of: call)
    let draft = try ClientDraft(request.client ?? Client())
    return try await changes.once(call, request.requestId, request) { tx in
      try await ClientEvents(by: user).add(draft, to: partner, in: tx).message
    }
  }

  func getClient(_ request: GetClientRequest, _ call: ServerCall) async throws -> Client {
    let user = try call.caller.user
    let name = try Names.client(request.name, of: call)
    return try await database.read { tx in
      guard let client = try await ClientStore().client(name, in: tx), user.sees(client) else {
        throw RPCError.notFound(request.name)
      }
      return client.message
    }
  }

  func listClients(
    _ request: ListClientsRequest, _ call: ServerCall
  ) async throws -> ListClientsResponse {
    let user = try call.caller.user
    let partner = try Names.partner(request.parent, of: call)
    let size = try PageSize.resolve(request.pageSize)
    let filter = ["clients", partner, request.tab.name, user.subject.description]
    let after = try pages.position(of: request.pageToken, filter: filter)
    let query = ClientQuery(
      partner: partner, tab: try request.tab.rule, seenBy: user.limitedView, limit: size + 1)
    let clients = try await database.read { tx in
      try await ClientStore().clients(query, after: after, in: tx)
    }
    let page = pages.page(clients, size: size, filter: filter, position: ClientStore.position(of:))
    return ListClientsResponse(
      clients: page.items.map(\.message), nextPageToken: page.nextPageToken)
  }
}
