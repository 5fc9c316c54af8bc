import Contracts
import Identity

/// Who may call what: one row a method. A method without a row lets nobody in and stops the start.
enum Access {
  static let table = AccessTable(clients + links + backOffice + services)

  /// An accountant reads the clients assigned to them and changes none.
  private static let clients = [
    MethodAccess(ClientServiceMethods.createClient, allow: clientManagers),
    MethodAccess(ClientServiceMethods.importClients, allow: clientManagers),
    MethodAccess(ClientServiceMethods.getClient, allow: clientManagers + [accountant]),
    MethodAccess(ClientServiceMethods.listClients, allow: clientManagers + [accountant]),
    MethodAccess(ClientServiceMethods.updateClient, allow: clientManagers),
    MethodAccess(ClientServiceMethods.inviteClient, allow: clientManagers),
    MethodAccess(ClientServiceMethods.batchInviteClients, allow: clientManagers),
    MethodAccess(ClientServiceMethods.resendInvitation, allow: clientManagers),
    MethodAccess(ClientServiceMethods.withdrawInvitation, allow: clientManagers),
    MethodAccess(ClientServiceMethods.archiveClient, allow: clientManagers),
    MethodAccess(ClientServiceMethods.deleteClient, allow: clientManagers),
    MethodAccess(ClientServiceMethods.assignAccountant, allow: clientManagers),
    MethodAccess(ClientServiceMethods.unassignAccountant, allow: clientManagers),
    MethodAccess(ClientServiceMethods.listClientHistory, allow: clientManagers + [accountant]),
  ]

  /// Consent and the end of a link bind the business: a member may not give them.
  private static let links = [
    MethodAccess(LinkServiceMethods.openInvitation, allow: businessAdministrator, member),
    MethodAccess(LinkServiceMethods.acceptInvitation, allow: businessAdministrator),
    MethodAccess(LinkServiceMethods.listLinks, allow: businessAdministrator, member),
    MethodAccess(LinkServiceMethods.removeLink, allow: businessAdministrator),
    MethodAccess(LinkServiceMethods.listLinkHistory, allow: businessAdministrator, member),
  ]

  private static let backOffice = MethodAccess.rows(
    BackOfficeServiceMethods.all + LinkReconciliationServiceMethods.all, allow: .backOffice)

  /// Those that hold a grant for each link.
  private static let services = [
    MethodAccess(
      LeaseServiceMethods.renewLease, allow: .service(.documentStatus),
      .service(.integrationDispatch))
  ]

  private static let clientManagers: [CallerRole] = [
    .partner(.administrator), .partner(.clientManager),
  ]
  private static let accountant = CallerRole.partner(.accountant)
  private static let businessAdministrator = CallerRole.business(.administrator)
  private static let member = CallerRole.business(.member)
}
