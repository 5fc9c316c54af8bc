import ArgumentParser

struct AccountingCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accounting", abstract: "Work with the documents of a firm's clients.",
    discussion: """
      DOCUMENT is BUSINESS/ID, businesses/BUSINESS/documents/ID, or the full name. Documents in no \
      tab are earlier ones that were not taken over.
      """,
    subcommands: [
      AccountingList.self, AccountingShow.self, AccountingCountCommand.self, AccountingMark.self,
      AccountingUnmark.self, AccountingTakeOver.self, AccountingRead.self, AccountingHistory.self,
    ])
}
