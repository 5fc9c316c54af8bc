import Contracts
import Identity
import RPC
import Testing

@testable import ClientLink

@Suite struct `Who may call` {
  /// Said a second time, by method: A the partner's administrator, M its client manager, C its
  /// accountant, B the business's administrator, E its member, O the back office, D and I the services
  /// that hold grants.
  static let expected: [String: String] = [
    "CreateClient": "AM", "ImportClients": "AM", "GetClient": "AMC", "ListClients": "AMC",
    "UpdateClient": "AM", "InviteClient": "AM", "BatchInviteClients": "AM",
    "ResendInvitation": "AM", "WithdrawInvitation": "AM", "ArchiveClient": "AM",
    "DeleteClient": "AM", "AssignAccountant": "AM", "UnassignAccountant": "AM",
    "ListClientHistory": "AMC", "OpenInvitation": "BE", "AcceptInvitation": "B", "ListLinks": "BE",
    "RemoveLink": "B", "ListLinkHistory": "BE", "RejectAccess": "O", "LiftRejection": "O",
    "PassKycCheck": "O", "ReconcileLinks": "O", "RenewLease": "DI",
  ]

  static let letters: [CallerRole: Character] = [
    .partner(.administrator): "A", .partner(.clientManager): "M", .partner(.accountant): "C",
    .business(.administrator): "B", .business(.member): "E", .backOffice: "O",
    .service(.documentStatus): "D", .service(.integrationDispatch): "I",
  ]

  static let methods =
    ClientServiceMethods.all + LinkServiceMethods.all + BackOfficeServiceMethods.all
    + LinkReconciliationServiceMethods.all + LeaseServiceMethods.all

  @Test(arguments: methods, CallerRole.allCases)
  func `A method lets in exactly the roles that it is for`(
    method: RPCMethod, role: CallerRole
  ) throws {
    let allowed = try #require(Self.expected[method.name], "\(method.name) is not expected")
    let mayCall = Self.letters[role].map(allowed.contains) ?? false
    let caller = try caller(in: role)
    if mayCall {
      try Access.table.check(caller, mayCall: method)
    } else {
      let error = #expect(throws: RPCError.self) {
        try Access.table.check(caller, mayCall: method)
      }
      #expect(error?.code == .permissionDenied)
    }
  }

  @Test func `Every method that is served has a row`() throws {
    try Access.table.validate(against: Self.methods)
    #expect(Self.methods.count == Self.expected.count)
  }

  private func caller(in role: CallerRole) throws -> Caller {
    switch role {
    case .partner(let role): try People.partner("firm-jansen", role)
    case .business(let role): try People.business("bakery", role)
    case .backOffice: try People.backOffice()
    case .service(let name): People.service(name)
    }
  }
}
