import ArgumentParser

/// `daybook`: one noun after the other, each with its verbs.
struct DaybookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daybook",
    abstract:
      "Works with Daybook: clients, links, documents, accounting, integrations, deliveries.",
    discussion: """
      Every call of Daybook's three services is a command. Names may be short: the space in your \
      token completes them.

      \(ExitKind.help)
      """,
    subcommands: [
      ClientCommands.self, InvitationCommands.self, LinkCommands.self, BackOfficeCommands.self,
      DocumentCommands.self, AccountingCommands.self, NetworkCommands.self,
      IntegrationCommands.self, DeliveryCommands.self, ReconcileCommand.self, HealthCommand.self,
      TokenCommand.self,
      KeysCommands.self, MachinesCommand.self,
    ])
}
