import ArgumentParser

struct DocumentCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document", abstract: "Work with the documents of a business.",
    discussion:
      "DOCUMENT is an id of your own business (01kb…) or businesses/BUSINESS/documents/ID.",
    subcommands: [
      DocumentImport.self, DocumentShow.self, DocumentList.self, DocumentUpdate.self,
      DocumentDiscard.self, DocumentApprove.self, DocumentReconcile.self,
      DocumentUndoReconciliation.self, DocumentRead.self, DocumentHistory.self,
    ])
}
