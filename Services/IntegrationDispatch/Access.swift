import Contracts
import Identity

/// Who may call what: one row a method. A method without a row lets nobody in and stops the start.
enum Access {
  static let table = AccessTable(
    MethodAccess.rows(
      IntegrationServiceMethods.all, allow: businessAdministrator, administrator, accountant)
      + MethodAccess.rows(
        DeliveryServiceMethods.all, allow: businessAdministrator, member, administrator, accountant)
      + MethodAccess.rows(ApprovalServiceMethods.all, allow: .service(.documentStatus))
      + MethodAccess.rows(LinkGrantServiceMethods.all, allow: .service(.clientLink)))

  private static let businessAdministrator = CallerRole.business(.administrator)
  private static let member = CallerRole.business(.member)
  private static let administrator = CallerRole.partner(.administrator)
  /// Of the clients assigned to them: `SideAccess` asks.
  private static let accountant = CallerRole.partner(.accountant)
}
