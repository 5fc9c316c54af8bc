import ArgumentParser
import Contracts

struct AccountingMark: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: "Mark a document as processed: its bookkeeping is done.")
  static let methods = [AccountingServiceMethods.markProcessed]

  @Argument(help: .accountingDocument) var document: String
  @Option(help: "The etag of what you saw (default: whatever is there).") var etag: String = ""
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = MarkProcessedRequest(
      name: try services.names.accountingDocument(document), etag: etag,
      requestId: change.requestId)
    try services.output.show(await services.accounting.markProcessed(request, services.call))
  }
}

struct AccountingUnmark: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmark", abstract: "Take the mark back.")
  static let methods = [AccountingServiceMethods.unmarkProcessed]

  @Argument(help: .accountingDocument) var document: String
  @Option(help: "The etag of what you saw (default: whatever is there).") var etag: String = ""
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = UnmarkProcessedRequest(
      name: try services.names.accountingDocument(document), etag: etag,
      requestId: change.requestId)
    try services.output.show(await services.accounting.unmarkProcessed(request, services.call))
  }
}

struct AccountingTakeOver: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "take-over", abstract: "Take a client's earlier documents into your tabs.")
  static let methods = [AccountingServiceMethods.takeOverDocuments]

  @Argument(help: "The client's business space.") var business: String
  @Option(help: "From this day of issue on, ISO 8601.") var from: String = ""
  @Option(help: "Up to and with this day of issue, ISO 8601.") var to: String = ""
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = TakeOverDocumentsRequest(
      parent: try services.names.accountingBusiness(business), fromDate: from, toDate: to,
      requestId: change.requestId)
    let answer = try await services.accounting.takeOverDocuments(request, services.call)
    try services.output.done("\(answer.takenOver) documents taken over", answer)
  }
}
