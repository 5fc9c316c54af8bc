import StatusRules
import Testing

@Suite struct StateDiagramTests {
  @Test func `a machine is drawn with its edges and their events`() {
    #expect(
      RegistrationLinkMachine.mermaid == """
        stateDiagram-v2
            [*] --> live: make
            live --> live: use
            live --> used_up: use
            live --> expired: expire
            live --> revoked: revoke

        """)
  }

  @Test func `every machine is drawn, once`() {
    #expect(
      StateMachines.all.map { $0.name } == [
        "client", "invitation", "registration_link", "document", "accounting",
        "integration_activity", "integration_configuration", "delivery",
      ])
  }

  @Test func `the diagrams show exactly the transitions that happen`() throws {
    try check(ClientMachine.self) { $0.clientFacts() }
    try check(InvitationMachine.self) { $0.invitationFacts() }
    try check(RegistrationLinkMachine.self) { $0.registrationLinkFacts() }
    try check(DocumentMachine.self) { $0.documentFacts() }
    try check(AccountingMachine.self) { $0.accountingFacts() }
    try check(IntegrationActivityMachine.self) { $0.integrationFacts() }
    try check(IntegrationConfigurationMachine.self) { $0.integrationFacts() }
    try check(DeliveryMachine.self) { $0.deliveryFacts() }
  }

  private func check<Machine: StateMachine>(
    _ machine: Machine.Type, facts: (inout SeededGenerator) -> Machine.Guard.Facts
  ) throws {
    #expect(try drawn(Machine.mermaid) == happening(machine, facts: facts), "\(Machine.name)")
  }

  /// The edges of a diagram, as "from event to".
  private func drawn(_ mermaid: String) throws -> Set<String> {
    let lines = mermaid.split(separator: "\n")
    try #require(lines.first == "stateDiagram-v2")
    var edges: Set<String> = []
    for line in lines.dropFirst() {
      let words = line.split(separator: " ").map {
        String($0.last == "," || $0.last == ":" ? $0.dropLast() : $0)
      }
      try #require(words.count >= 4 && words[1] == "-->", "\(line)")
      for event in words[3...] {
        let (isNew, _) = edges.insert("\(words[0]) \(event) \(words[2])")
        #expect(isNew, "drawn twice: \(line)")
      }
    }
    return edges
  }

  /// The transitions that 100 draws of facts for each bring about, repeats aside.
  private func happening<Machine: StateMachine>(
    _ machine: Machine.Type, facts: (inout SeededGenerator) -> Machine.Guard.Facts
  ) -> Set<String> {
    var random = SeededGenerator(seed: 1)
    var edges: Set<String> = []
    for _ in 0..<100 {
      for status in [nil] + Machine.Status.allCases.map(Optional.some) {
        for event in Machine.Event.allCases {
          for actor in Actor.allCases {
            guard
              let outcome = try? Machine.decide(
                event, in: status, by: actor, given: facts(&random)),
              !outcome.isRepeat
            else { continue }
            let (from, to) = (status?.rawValue ?? "[*]", outcome.status?.rawValue ?? "[*]")
            edges.insert("\(from) \(event.rawValue) \(to)")
          }
        }
      }
    }
    return edges
  }
}
