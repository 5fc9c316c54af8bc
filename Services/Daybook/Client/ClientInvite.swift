import ArgumentParser
import Contracts

struct ClientInvite: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "invite", abstract: "Invite clients by e-mail, with a link and a QR code.",
    discussion: "Several clients are answered one by one: a bad address does not stop the others.")
  static let methods = [
    ClientServiceMethods.inviteClient, ClientServiceMethods.batchInviteClients,
  ]

  @Argument(help: "One client, or up to 1000.") var client: [String]
  @Option(help: "Your own words in the mail.") var message: String = ""
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let names = try client.map { try services.names.client($0) }
    if let name = names.first, names.count == 1 {
      let request = InviteClientRequest(name: name, message: message, requestId: change.requestId)
      try services.output.show(await services.clients.inviteClient(request, services.call))
    } else {
      try await inviteAll(names, services)
    }
  }

  private func inviteAll(_ names: [String], _ services: Services) async throws {
    let request = BatchInviteClientsRequest(
      parent: try services.names.partner, names: names, message: message,
      requestId: change.requestId)
    let results = try await services.clients.batchInviteClients(request, services.call).results
    try services.output.list(results, none: "nobody was invited")
    try Failure.checkAll(results.map(\.status), "invited")
  }
}

struct ClientResend: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "resend", abstract: "Send a fresh invitation; every earlier link is void.")
  static let methods = [ClientServiceMethods.resendInvitation]

  @Argument(help: .client) var client: String
  @Option(help: "Your own words in the mail.") var message: String = ""
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = ResendInvitationRequest(
      name: try services.names.client(client), message: message, requestId: change.requestId)
    try services.output.show(await services.clients.resendInvitation(request, services.call))
  }
}

struct ClientWithdraw: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Withdraw an invitation: the client goes back to the status before it.")
  static let methods = [ClientServiceMethods.withdrawInvitation]

  @Argument(help: .client) var client: String
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = WithdrawInvitationRequest(
      name: try services.names.client(client), requestId: change.requestId)
    try services.output.show(await services.clients.withdrawInvitation(request, services.call))
  }
}
