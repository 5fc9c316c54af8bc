import ArgumentParser

struct DeliveryCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delivery", abstract: "Follow documents on their way to integrations.",
    discussion: """
      DOCUMENT, INTEGRATION and DELIVERY are ids of your own business, BUSINESS/ID for a firm's \
      token, or full names.
      """,
    subcommands: [
      DeliveryList.self, DeliveryShow.self, DeliveryResend.self, DeliveryExplain.self,
      DeliveryExportStates.self,
    ])
}
