import ArgumentParser

/// The partner's client list.
struct ClientCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "client", abstract: "Work with the client list of a partner.",
    discussion: "CLIENT is an id of your own list (01kb…) or partners/PARTNER/clients/ID.",
    subcommands: [
      ClientAdd.self, ClientImport.self, ClientShow.self, ClientList.self, ClientUpdate.self,
      ClientInvite.self, ClientResend.self, ClientWithdraw.self, ClientArchive.self,
      ClientDelete.self, ClientAssign.self, ClientUnassign.self, ClientHistory.self,
    ])
}
