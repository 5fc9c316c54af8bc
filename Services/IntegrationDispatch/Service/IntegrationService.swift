import Contracts
import Database
import Identity
import RPC
import Records
import StatusRules

/// Sets up integrations: each method decodes, asks the rules in one transaction, and answers.
struct IntegrationService: IntegrationServiceServer {
  let calls: SideCalls
  let connectors: ConnectorTable
  let keys: KeyRing
  let pages: PageTokens

  func createIntegration(
    _ request: CreateIntegrationRequest, _ call: ServerCall
  ) async throws -> Integration {
    let side = try Names.side(request.parent, of: call)
    let draft = try IntegrationDraft(request.integration)
    try connectors.require(draft.connector)
    let events = try events(of: call)
    return try await calls.change(call, side, for: request.parent, request.requestId, request) {
      try await events.create(draft, on: side, in: $0).message
    }
  }

  func getIntegration(
    _ request: GetIntegrationRequest, _ call: ServerCall
  ) async throws -> Integration {
    let name = try Names.integration(request.name, of: call)
    return try await calls.read(call, name.side, for: request.name) { tx in
      try await Self.present(name, in: tx).message
    }
  }

  func listIntegrations(
    _ request: ListIntegrationsRequest, _ call: ServerCall
  ) async throws -> ListIntegrationsResponse {
    let side = try Names.side(request.parent, of: call)
    let size = try PageSize.resolve(request.pageSize)
    let filter = ["integrations", side.description]
    let after = try pages.position(of: request.pageToken, filter: filter)
    let records = try await calls.read(call, side, for: request.parent) { tx in
      try await IntegrationStore().integrations(of: side, after: after, limit: size + 1, in: tx)
    }
    let page = pages.page(
      records, size: size, filter: filter, position: IntegrationStore.position(of:))
    return ListIntegrationsResponse(
      integrations: page.items.map(\.message), nextPageToken: page.nextPageToken)
  }

  func updateIntegration(
    _ request: UpdateIntegrationRequest, _ call: ServerCall
  ) async throws -> Integration {
    let wanted = request.integration ?? Integration()
    let name = try Names.integration(wanted.name, field: "integration.name", of: call)
    guard !wanted.etag.isEmpty else {
      throw RPCError(
        .invalidArgument,
        "integration.etag is needed: read the integration, and send the etag that it has")
    }
    let events = try events(of: call)
    return try await calls.change(call, name.side, for: wanted.name, request.requestId, request) {
      tx in
      let record = try await Self.present(name, in: tx)
      try ETag.check(wanted.etag, version: record.version)
      let draft = try IntegrationDraft(wanted, connector: record.connector)
      return try await events.configure(record, as: draft, in: tx).message
    }
  }

  func activateIntegration(
    _ request: ActivateIntegrationRequest, _ call: ServerCall
  ) async throws -> Integration {
    let name = try Names.integration(request.name, of: call)
    let events = try events(of: call)
    return try await calls.change(call, name.side, for: request.name, request.requestId, request) {
      try await events.activate(try await Self.present(name, in: $0), in: $0).message
    }
  }

  func deactivateIntegration(
    _ request: DeactivateIntegrationRequest, _ call: ServerCall
  ) async throws -> Integration {
    let name = try Names.integration(request.name, of: call)
    let events = try events(of: call)
    return try await calls.change(call, name.side, for: request.name, request.requestId, request) {
      try await events.deactivate(try await Self.present(name, in: $0), in: $0).message
    }
  }

  func listIntegrationHistory(
    _ request: ListIntegrationHistoryRequest, _ call: ServerCall
  ) async throws -> ListIntegrationHistoryResponse {
    let name = try Names.integration(request.name, of: call)
    let size = try PageSize.resolve(request.pageSize)
    let filter = ["integration history", name.description]
    let after = try pages.position(of: request.pageToken, filter: filter)
    let entries = try await calls.read(call, name.side, for: request.name) { tx in
      _ = try await Self.present(name, in: tx)
      return try await HistoryStore().entries(
        of: name.description, space: name.side.space, reader: name.side.reader,
        before: after?.first?.int, periods: nil, limit: size + 1, in: tx)
    }
    let page = pages.page(entries, size: size, filter: filter) { [.int($0.sequence)] }
    return ListIntegrationHistoryResponse(
      entries: page.items, nextPageToken: page.nextPageToken)
  }

  private func events(of call: ServerCall) throws -> IntegrationEvents {
    let user = try call.caller.user
    return IntegrationEvents(
      connectors: connectors, keys: keys, author: Author(user), actor: user.sideActor)
  }

  private static func present(
    _ name: IntegrationName, in tx: isolated Transaction
  ) async throws -> IntegrationRecord {
    guard let record = try await IntegrationStore().integration(name, in: tx) else {
      throw RPCError.notFound(name.description)
    }
    return record
  }
}

extension SQLValue {
  fileprivate var int: Int64? {
    guard case .int(let value) = self else { return nil }
    return value
  }
}
