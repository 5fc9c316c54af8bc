import ArgumentParser
import Contracts

struct LinkCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Work with the links of a business to its partners.",
    discussion: "LINK is the partner's id, or businesses/BUSINESS/links/PARTNER.",
    subcommands: [LinkList.self, LinkRemove.self, LinkHistory.self])
}

struct LinkList: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the partners that this business is linked to now.")
  static let methods = [LinkServiceMethods.listLinks]

  @OptionGroup var list: ListOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let parent = try services.names.business
    let links = try services.links
    try await services.list(list, none: "no links") { size, token in
      let page = try await links.listLinks(
        ListLinksRequest(parent: parent, pageSize: size, pageToken: token), services.call)
      return (page.links, page.nextPageToken)
    }
  }
}

struct LinkRemove: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "End the link with a partner.",
    discussion: "When the command has answered, the partner reads nothing of yours any more.")
  static let methods = [LinkServiceMethods.removeLink]

  @Argument(help: .link) var link: String
  @Option(help: "Why, for both sides to read.") var reason: String = ""
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = RemoveLinkRequest(
      name: try services.names.link(link), reason: reason, requestId: change.requestId)
    try services.output.show(await services.links.removeLink(request, services.call))
  }
}

struct LinkHistory: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List what happened with a partner, newest first.")
  static let methods = [LinkServiceMethods.listLinkHistory]

  @Argument(help: .link) var link: String
  @OptionGroup var list: ListOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let name = try services.names.link(link)
    let links = try services.links
    try await services.list(list, none: "no history") { size, token in
      let page = try await links.listLinkHistory(
        ListLinkHistoryRequest(name: name, pageSize: size, pageToken: token), services.call)
      return (page.entries, page.nextPageToken)
    }
  }
}

extension Link: Listed, Shown {
  static let columns: [Column<Link>] = [
    Column("PARTNER") { lastPart($0.partner) },
    Column("NAME") { $0.partnerDisplayName },
    Column("ACCESS") { $0.active ? "yes" : "no" },
    Column("SINCE") { TimeText.local($0.startTime) },
  ]

  var facts: Facts {
    var facts = Facts()
    facts.add("link", name)
    facts.add(
      "partner", partnerDisplayName.isEmpty ? partner : "\(partnerDisplayName) (\(partner))")
    facts.add("access", active ? "yes" : "no")
    facts.add("status", status.words)
    facts.add("from", TimeText.local(startTime))
    facts.add("until", TimeText.local(endTime))
    return facts
  }
}
