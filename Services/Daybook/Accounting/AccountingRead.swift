import ArgumentParser
import Contracts

struct AccountingList: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the documents of one client, or of all, newest first.")
  static let methods = [AccountingServiceMethods.listAccountingDocuments]

  @Option(help: "Only of this client's business space.") var business: String?
  @Option(help: "Only this tab (default: all that may be read).")
  var status: Choice<AccountingStatus>?
  @Option(help: "Only this kind.") var kind: Choice<DocumentKind>?
  @OptionGroup var list: ListOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let parent = try services.names.accountingBusiness(business ?? "-")
    let accounting = try services.accounting
    try await services.list(list, none: "no documents") { size, token in
      let page = try await accounting.listAccountingDocuments(
        ListAccountingDocumentsRequest(
          parent: parent, accountingStatus: status?.value ?? .unspecified,
          kind: kind?.value ?? .unspecified, pageSize: size, pageToken: token),
        services.call)
      return (page.documents, page.nextPageToken)
    }
  }
}

struct AccountingShow: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one document as the firm sees it.")
  static let methods = [AccountingServiceMethods.getAccountingDocument]

  @Argument(help: .accountingDocument) var document: String
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = GetAccountingDocumentRequest(
      name: try services.names.accountingDocument(document))
    try services.output.show(
      await services.accounting.getAccountingDocument(request, services.call))
  }
}

struct AccountingCountCommand: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "Count the documents in each tab, by client and kind.")
  static let methods = [AccountingServiceMethods.countAccountingDocuments]

  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = CountAccountingDocumentsRequest(parent: try services.names.partner)
    let answer = try await services.accounting.countAccountingDocuments(request, services.call)
    try services.output.list(answer.counts, none: "no documents in any tab")
  }
}

struct AccountingRead: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read the original or the e-invoice of a client's document.")
  static let methods = [AccountingServiceMethods.readAccountingContent]

  @Argument(help: .accountingDocument) var document: String
  @OptionGroup var content: ContentOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = ReadAccountingContentRequest(
      name: try services.names.accountingDocument(document), part: content.part.value)
    try await content.save(
      try await services.accounting.readAccountingContent(request, services.transfer),
      services.output)
  }
}

struct AccountingHistory: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "List what happened to a document in your link periods, newest first.")
  static let methods = [AccountingServiceMethods.listAccountingHistory]

  @Argument(help: .accountingDocument) var document: String
  @OptionGroup var list: ListOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let name = try services.names.accountingDocument(document)
    let accounting = try services.accounting
    try await services.list(list, none: "no history") { size, token in
      let page = try await accounting.listAccountingHistory(
        ListAccountingHistoryRequest(name: name, pageSize: size, pageToken: token), services.call)
      return (page.entries, page.nextPageToken)
    }
  }
}
