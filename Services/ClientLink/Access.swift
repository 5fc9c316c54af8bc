import Contracts
import Identity

/// Who may call what: one row a method. A method without a row lets nobody in and stops the start.
enum Access {
  static let table = AccessTable(clients)

  /// An accountant reads the clients assigned to them and changes none.
  private static let clients = [
    MethodAccess(ClientServiceMethods.createClient, allow: administrator, clientManager),
    MethodAccess(ClientServiceMethods.getClient, allow: administrator, clientManager, accountant),
    MethodAccess(ClientServiceMethods.listClients, allow: administrator, clientManager, accountant),
  ]

  private static let administrator = CallerRole.partner(.administrator)
  private static let clientManager = CallerRole.partner(.clientManager)
  private static let accountant = CallerRole.partner(.accountant)
}
