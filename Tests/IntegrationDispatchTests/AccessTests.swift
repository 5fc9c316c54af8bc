import Contracts
import Identity
import RPC
import Testing

@testable import IntegrationDispatch

@Suite struct AccessTests {
  private static let integrationCallers = [
    "business administrator", "partner administrator", "partner accountant",
  ]
  private static let expected: [(methods: [RPCMethod], callers: [String])] = [
    (IntegrationServiceMethods.all, integrationCallers),
    (DeliveryServiceMethods.all, integrationCallers + ["business member"]),
    (ApprovalServiceMethods.all, ["service document-status"]),
    (LinkGrantServiceMethods.all, ["service client-link"]),
  ]

  @Test func `Every method lets in whom it is for and nobody else`() throws {
    var methods = 0
    for (group, callers) in Self.expected {
      for method in group {
        methods += 1
        for role in CallerRole.allCases {
          let isLetIn = (try? Access.table.check(caller(role), mayCall: method)) != nil
          #expect(isLetIn == callers.contains(role.description), "\(role) \(method.path)")
        }
      }
    }
    #expect(methods == 16)
  }

  private func caller(_ role: CallerRole) -> Caller {
    switch role {
    case .partner: .user("u", "space", .partner(.accounting), [role])
    case .business: .user("u", "space", .business, [role])
    case .backOffice: .user("u", "space", .backOffice, [role])
    case .service(let name): Caller(.service(name))
    }
  }
}
