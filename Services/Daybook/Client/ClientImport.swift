import ArgumentParser
import Contracts
import RPC

/// Chunks go up while results come down, so a file of any size needs little memory.
struct ClientImport: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add many clients from a CSV file; a bad line stops no other.",
    discussion: """
      The file is UTF-8 with a header line: display_name, enterprise_number, contact_email, \
      language_code, subscription_plan, in any order; the first two are needed. With --json, each \
      line's result is a line of its own.
      """)
  static let methods = [ClientServiceMethods.importClients]

  @Argument(help: "The CSV file; - is standard input.") var file: String
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let parent = try services.names.partner
    let call = try await services.channel(.clientLink).bidirectional(
      ClientServiceMethods.importClients, services.transfer,
      requests: ImportClientsRequest.self, as: ImportClientsResponse.self)
    async let sent: Void = send(call.requests, parent: parent)
    let tally = try await receive(call.replies, services.output)
    try await sent
    try services.output.note("\(tally.done) added, \(tally.failed) not")
    guard tally.failed == 0 else {
      throw Failure(.partly, "\(tally.failed) of \(tally.done + tally.failed) lines were not added")
    }
  }

  /// A call that the service ended early is told by the replies, not by the write that met its end.
  private func send(_ requests: RequestWriter<ImportClientsRequest>, parent: String) async throws {
    let input = InputFile(file)
    let output = CallInput(requests)
    do {
      try await output.write(ImportClientsRequest(parent: parent, requestId: change.requestId))
      try await input.forEachChunk { chunk in
        try await output.write(ImportClientsRequest(chunk: chunk))
      }
    } catch is CallInput<ImportClientsRequest>.Ended {
      return
    }
    await requests.finish()
  }

  private func receive(
    _ replies: Replies<ImportClientsResponse>, _ output: Output
  ) async throws -> (done: Int, failed: Int) {
    var tally = (done: 0, failed: 0)
    var table = Table(ImportClientsResponse.columns)
    for try await reply in replies {
      if reply.status?.isOK ?? true { tally.done += 1 } else { tally.failed += 1 }
      try output.print(output.json ? [JSONText.of(reply)] : table.lines([reply]))
    }
    return tally
  }
}
