import Assembly
import Contracts
import Database
import Identity
import RPC
import Records
import StatusRules

/// What a partner does with many clients at once.
extension ClientService {
  func batchInviteClients(
    _ request: BatchInviteClientsRequest, _ call: ServerCall
  ) async throws -> BatchInviteClientsResponse {
    let cause = try Cause(call)
    let parent = try Names.partner(request.parent, of: call)
    let partner = try PartnerRecord(call.caller.user, for: request.parent)
    let message = try InputText.optional(request.message, field: "message", maximum: 2_000)
    guard (1...1_000).contains(request.names.count) else {
      throw RPCError(.invalidArgument, "names must hold 1 to 1,000 clients")
    }
    let items = request.names.enumerated().map { place, name in
      BulkItem(id: Int64(place), content: Array("\(name)\n\(message)".utf8), item: name)
    }
    let bulk = try BulkChanges(in: database, call, requestID: request.requestId)
    let results = try await bulk.each(items) { [events] text, tx in
      let name = try Names.client(text, field: "names", of: call)
      guard name.partner == parent else { throw RPCError.notFound(text) }
      let client = try await events.invite(
        name, message: message, from: partner, by: cause, in: tx)
      return BatchInviteClientsResult(
        name: text, status: .ok, client: try await events.view(client, in: tx).message)
    } refused: { item, error in
      BatchInviteClientsResult(name: item.item, status: ItemStatus(error))
    }
    return BatchInviteClientsResponse(results: results)
  }

  func importClients(
    _ requests: RequestStream<ImportClientsRequest>,
    _ replies: ReplyWriter<ImportClientsResponse>, _ call: ServerCall
  ) async throws {
    var stream = requests.makeAsyncIterator()
    guard let first = try await stream.next() else {
      throw RPCError(.invalidArgument, "the first message must name the partner in parent")
    }
    let importing = try ClientImport(first, call, database: database, events: events)
    var file = ClientFile()
    var chunk: [UInt8]? = first.chunk
    while let bytes = chunk {
      let (read, lines) = try await Self.parse(file, bytes)
      file = read
      try await replies.write(contentsOf: try await importing.add(lines))
      chunk = try await stream.next()?.chunk
    }
    try await replies.write(contentsOf: try await importing.add(try file.end()))
  }

  /// Reads the lines of a chunk off the event loop: a MiB takes some milliseconds.
  private static func parse(
    _ file: ClientFile, _ chunk: [UInt8]
  ) async throws -> (ClientFile, [ClientLine]) {
    guard chunk.count <= 1 << 20 else {
      throw RPCError(.invalidArgument, "chunk must be at most 1 MiB: send the file in parts")
    }
    // The preference is named because a handler's task prefers its event loop, also for what is
    // @concurrent.
    return try await withTaskExecutorPreference(globalConcurrentExecutor) {
      try await read(file, chunk)
    }
  }

  @concurrent
  private static func read(
    _ file: ClientFile, _ chunk: [UInt8]
  ) async throws -> (ClientFile, [ClientLine]) {
    var file = file
    let lines = try file.read(chunk)
    return (file, lines)
  }
}

/// One import: which partner it is for, and what makes a line of it a client.
private struct ClientImport {
  let bulk: BulkChanges
  let partner: PartnerRecord
  let cause: Cause
  let events: ClientEvents

  init(
    _ first: ImportClientsRequest, _ call: ServerCall, database: Database, events: ClientEvents
  ) throws {
    cause = try Cause(call)
    _ = try Names.partner(first.parent, of: call)
    partner = try PartnerRecord(call.caller.user, for: first.parent)
    bulk = try BulkChanges(in: database, call, requestID: first.requestId)
    self.events = events
  }

  /// An answer for each line, in order.
  func add(_ lines: [ClientLine]) async throws -> [ImportClientsResponse] {
    let items = lines.map { BulkItem(id: $0.line, content: $0.content, item: $0) }
    return try await bulk.each(items) { [events, partner, cause] line, tx in
      let client = try await events.add(
        try line.draft.get(), to: partner, as: .import, by: cause, in: tx)
      return ImportClientsResponse(
        line: line.line, status: .ok, client: client.name.description)
    } refused: { item, error in
      ImportClientsResponse(line: item.id, status: ItemStatus(error))
    }
  }
}
