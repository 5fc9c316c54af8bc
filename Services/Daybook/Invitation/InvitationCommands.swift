import ArgumentParser
import Contracts

struct InvitationCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invitation", abstract: "Open and accept an invitation, as the invited business.",
    discussion: "TOKEN is the token or the whole link that the mail brought.",
    subcommands: [InvitationOpen.self, InvitationAccept.self])
}

struct InvitationOpen: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "See who invites, and note that the invitation was opened.")
  static let methods = [LinkServiceMethods.openInvitation]

  @Argument(help: .token) var token: String
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = OpenInvitationRequest(token: InvitationToken.read(token))
    try services.output.show(await services.links.openInvitation(request, services.call))
  }
}

struct InvitationAccept: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Accept an invitation: your business space is linked.")
  static let methods = [LinkServiceMethods.acceptInvitation]

  @Argument(help: .token) var token: String
  @Flag(help: "I grant this partner access to the data in my business space.")
  var consent = false
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = AcceptInvitationRequest(
      parent: try services.names.business, token: InvitationToken.read(token), consent: consent,
      requestId: change.requestId)
    try services.output.show(await services.links.acceptInvitation(request, services.call))
  }
}

extension Invitation: Shown {
  var facts: Facts {
    var facts = Facts()
    facts.add("from", partnerDisplayName.isEmpty ? partner : "\(partnerDisplayName) (\(partner))")
    facts.add("to", clientDisplayName)
    facts.add("number", enterpriseNumber)
    facts.add("status", status.words)
    facts.add("until", TimeText.local(expireTime))
    facts.add("message", message)
    return facts
  }
}
