import Identity
import RPC
import Testing

private func method(_ name: String) -> RPCMethod {
  RPCMethod(service: "daybook.test.v1.Service", name: name, kind: .unary, idempotency: .unknown)
}

@Suite struct AccessTableTests {
  static let rows: [MethodAccess] = [
    MethodAccess(method("InviteClient"), allow: .partner(.administrator), .partner(.clientManager)),
    MethodAccess(method("MarkProcessed"), allow: .partner(.accountant)),
    MethodAccess(method("Consent"), allow: .business(.administrator)),
    MethodAccess(method("Approve"), allow: .business(.administrator), .business(.member)),
    MethodAccess(method("RejectAccess"), allow: .backOffice),
    MethodAccess(method("Receive"), allow: .service(.network)),
    MethodAccess(
      method("Renew"), allow: .service(.documentStatus), .service(.integrationDispatch),
      .service(.clientLink)),
    MethodAccess(method("Pay"), allow: .service(.bankFeed), .business(.member)),
    .everybody(method("Check")),
  ]

  /// Written down again, by hand: a mistake in the roles' bits or order shows as a difference.
  static let expected: [String: Set<String>] = [
    "InviteClient": ["partner administrator", "partner client_manager"],
    "MarkProcessed": ["partner accountant"],
    "Consent": ["business administrator"],
    "Approve": ["business administrator", "business member"],
    "RejectAccess": ["back_office"],
    "Receive": ["service network"],
    "Renew": ["service document-status", "service integration-dispatch", "service client-link"],
    "Pay": ["service bank-feed", "business member"],
    "Check": Set(everyRole),
  ]
  static let everyRole = [
    "partner administrator", "partner client_manager", "partner accountant",
    "business administrator",
    "business member", "back_office", "service client-link", "service document-status",
    "service integration-dispatch", "service network", "service bank-feed", "service gateway",
  ]

  @Test func `Every role has its own name`() {
    #expect(CallerRole.allCases.map(\.description) == Self.everyRole)
  }

  @Test(
    "Each method lets in the roles of its row and no other", arguments: rows, CallerRole.allCases)
  func walk(_ row: MethodAccess, _ role: CallerRole) throws {
    let table = AccessTable(Self.rows)
    let allowed = try #require(Self.expected[row.method.name])
    if allowed.contains(role.description) {
      try table.check(Caller.with([role]), mayCall: row.method)
    } else {
      let error = #expect(throws: RPCError.self) {
        try table.check(Caller.with([role]), mayCall: row.method)
      }
      #expect(error?.code == .permissionDenied)
      let roles = error?.message.split(separator: ": ").last?.split(separator: ", ").map(
        String.init)
      #expect(Set(roles ?? []) == allowed)
    }
  }

  @Test func `A user with several roles may do what any of them may`() throws {
    let table = AccessTable(Self.rows)
    let caller = Caller.with([.partner(.clientManager), .partner(.accountant)])
    try table.check(caller, mayCall: method("InviteClient"))
    try table.check(caller, mayCall: method("MarkProcessed"))
    #expect(throws: RPCError.self) { try table.check(caller, mayCall: method("Approve")) }
  }

  @Test("A method without a row lets nobody in", arguments: CallerRole.allCases)
  func missing(_ role: CallerRole) {
    let error = #expect(throws: RPCError.self) {
      try AccessTable(Self.rows).check(Caller.with([role]), mayCall: method("Invented"))
    }
    #expect(error?.code == .permissionDenied)
    #expect(error?.message == "nobody may call /daybook.test.v1.Service/Invented")
  }

  @Test("A method with two rows lets nobody in", arguments: CallerRole.allCases)
  func repeated(_ role: CallerRole) {
    let table = AccessTable(Self.rows + [.everybody(method("Consent"))])
    #expect(throws: RPCError.self) {
      try table.check(Caller.with([role]), mayCall: method("Consent"))
    }
  }

  @Test func `A table with one row for each method is valid`() throws {
    try AccessTable(Self.rows).validate(against: Self.rows.map(\.method))
  }

  @Test func `A table that differs from what is offered stops the start and says where`() {
    let offered = Self.rows.map(\.method).filter { $0.name != "Pay" } + [method("New")]
    let table = AccessTable(
      Self.rows.filter { $0.method.name != "Receive" }
        + [.everybody(method("Consent")), MethodAccess(method("Receive"), allow: [])])
    let error = #expect(throws: AccessTableError.self) { try table.validate(against: offered) }
    #expect(error?.missing == ["/daybook.test.v1.Service/New"])
    #expect(error?.repeated == ["/daybook.test.v1.Service/Consent"])
    #expect(error?.unknown == ["/daybook.test.v1.Service/Pay"])
    #expect(error?.empty == ["/daybook.test.v1.Service/Receive"])
    #expect(error?.description.contains("without a row: /daybook.test.v1.Service/New") == true)
  }

  @Test func `The table prints as one row for each method`() {
    let lines = AccessTable(Self.rows).description.split(separator: "\n")
    #expect(lines.count == Self.rows.count + 2)
    #expect(
      lines[2] == "| /daybook.test.v1.Service/Approve | business administrator, business member |")
    #expect(lines.contains("| /daybook.test.v1.Service/Check | everybody |"))
  }
}

extension Caller {
  /// A caller with these roles, each of the same space, or the one service.
  static func with(_ roles: [CallerRole], space: String = "space-1") -> Caller {
    let kind: SpaceKind
    switch roles.first {
    case .service(let name): return Caller(.service(name))
    case .partner, nil: kind = .partner(.accounting)
    case .business: kind = .business
    case .backOffice: kind = .backOffice
    }
    guard let subject = Subject("s"), let space = SpaceID(space) else {
      return Caller(.service(.gateway))
    }
    return Caller(.user(User(subject: subject, space: space, spaceKind: kind, roles: roles)))
  }
}
