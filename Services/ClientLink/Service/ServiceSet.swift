import Database
import Identity
import RPC
import Records

/// The services that this executable serves.
enum ServiceSet {
  /// - Throws: `AccessTableError` where a method has no row in the access table, or a row no method.
  static func open(
    _ database: Database, events: ClientEvents, endings: LinkEndings
  ) async throws -> [any RPCService] {
    let changes = Changes(in: database)
    let pages = try await PageTokens.open(in: database)
    let services: [any RPCService] = [
      ClientService(
        database: database, changes: changes, pages: pages, events: events, endings: endings),
      LinkService(
        database: database, changes: changes, pages: pages, events: events, endings: endings),
      BackOfficeService(changes: changes, events: events, endings: endings),
      LeaseService(database: database, leases: endings.leases),
    ]
    try Access.table.validate(against: services.flatMap { $0.handlers.map(\.method) })
    return services
  }
}
