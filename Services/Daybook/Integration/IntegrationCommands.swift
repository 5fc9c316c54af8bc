import ArgumentParser

struct IntegrationCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "integration", abstract: "Set up where approved documents are sent.",
    discussion: """
      INTEGRATION is an id of your own business, BUSINESS/ID for a firm's token, or the full name.
      """,
    subcommands: [
      IntegrationCreate.self, IntegrationShow.self, IntegrationList.self, IntegrationUpdate.self,
      IntegrationActivate.self, IntegrationDeactivate.self, IntegrationHistory.self,
    ])
}
