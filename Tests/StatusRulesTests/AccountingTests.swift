import StatusRules
import Testing

@Suite struct AccountingTests {
  private static func expected(
    of document: DocumentStatus, _ text: String? = nil
  ) throws -> ExpectedTable<AccountingMachine> {
    let appears = document == .awaitingValidation ? "client_action_needed" : "ready_to_process"
    return try ExpectedTable(
      text ?? """
        none|arrive|service|active_link|\(appears)|
        client_action_needed|approve|service||ready_to_process|
        client_action_needed|discard|service||gone|
        none|take_over|administrator|active_link|\(appears)|
        none|take_over|accountant|active_link assigned|\(appears)|
        client_action_needed ready_to_process processed|take_over|administrator|active_link|again|
        client_action_needed ready_to_process processed|take_over|accountant|active_link assigned|again|
        ready_to_process|mark_processed|administrator|active_link|processed|
        ready_to_process|mark_processed|accountant|active_link assigned|processed|
        processed|unmark_processed|administrator|active_link|ready_to_process|
        processed|unmark_processed|accountant|active_link assigned|ready_to_process|
        processed|mark_processed|administrator|active_link|again|
        processed|mark_processed|accountant|active_link assigned|again|
        ready_to_process|unmark_processed|administrator|active_link|again|
        ready_to_process|unmark_processed|accountant|active_link assigned|again|
        client_action_needed ready_to_process processed|link_returns|service||again|
        """
    ) { _ in
      var facts = AccountingFacts(document: document)
      facts.linkIsActive = true
      facts.isAssigned = true
      return facts
    }
  }

  @Test(arguments: DocumentStatus.allCases)
  func `every status, event and actor does what the table says, or is refused`(
    document: DocumentStatus
  ) throws {
    try Self.expected(of: document).checkEveryPair()
  }

  @Test(arguments: DocumentStatus.allCases)
  func `each guard failing alone refuses what asks for it, and nothing else`(
    document: DocumentStatus
  ) throws {
    try Self.expected(of: document).checkGuards { condition, facts in
      switch condition {
      case .activeLink: facts.linkIsActive = false
      case .assigned: facts.isAssigned = false
      }
    }
  }

  @Test func `the two sides match as the mapping says`() {
    let pairs = DocumentStatus.allCases.flatMap { document in
      AccountingStatus.allCases.filter { $0.mayStand(beside: document) }.map {
        "\(document.rawValue) \($0.rawValue)"
      }
    }
    #expect(
      pairs == [
        "awaiting_validation client_action_needed",
        "unpaid ready_to_process", "unpaid processed",
        "fully_paid ready_to_process", "fully_paid processed",
      ])
    #expect(
      DocumentStatus.allCases.map(AccountingStatus.matching) == [
        .clientActionNeeded, .readyToProcess, .readyToProcess,
      ])
  }

  @Test func `each status has its tab`() {
    #expect(
      AccountingStatus.allCases.map(\.tab) == [.clientActionNeeded, .toCheck, .processed])
  }
}
