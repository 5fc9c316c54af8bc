import StatusRules
import Testing

@Suite struct DocumentTests {
  /// An unpaid invoice of 100.00 with which everything is right.
  private static func facts(_ event: DocumentEvent) -> DocumentFacts {
    var facts = DocumentFacts(
      kind: .purchaseInvoice, payments: Payments(total: 10000, reconciled: 4000))
    facts.isNotDuplicate = true
    facts.isCorrectlyFormatted = true
    facts.etagMatches = true
    facts.isCompliantEInvoice = true
    facts.fieldsAreComplete = true
    facts.linkIsActive = true
    facts.isAssigned = true
    return facts
  }

  private static func expected(
    _ text: String = table, change: @escaping (inout DocumentFacts) -> Void = { _ in }
  ) throws -> ExpectedTable<DocumentMachine> {
    try ExpectedTable(text) { event in
      var facts = facts(event)
      change(&facts)
      return facts
    }
  }

  static let table = """
    none|import|business_administrator member|not_duplicate|awaiting_validation|openAccountingRows
    none|receive|network||unpaid|keepReceivedEInvoice openAccountingRows createDeliveries
    awaiting_validation unpaid fully_paid|receive|network||again|
    awaiting_validation|save|business_administrator member|etag|same|storeFields
    awaiting_validation|discard|business_administrator member|etag|gone|discardAccountingRows removeDocument
    awaiting_validation|approve|business_administrator member|etag compliant_e_invoice|unpaid|convertToEInvoice approveAccountingRows createDeliveries
    unpaid fully_paid|approve|business_administrator member|etag|again|
    awaiting_validation|reconcile|business_administrator member bank_feed|payments_within_total|same|storePayments
    awaiting_validation|undo_reconciliation|business_administrator member bank_feed|payments_within_total|same|storePayments
    unpaid fully_paid|reconcile|business_administrator member bank_feed|payments_within_total|unpaid|storePayments
    unpaid fully_paid|undo_reconciliation|business_administrator member bank_feed|payments_within_total|unpaid|storePayments
    unpaid fully_paid|resend|business_administrator member||same|createBusinessDeliveries
    unpaid fully_paid|resend|administrator|active_link|same|createPartnerDeliveries
    unpaid fully_paid|resend|accountant|active_link assigned|same|createPartnerDeliveries
    unpaid fully_paid|send|business_administrator member||same|createBusinessDeliveries
    unpaid fully_paid|send|administrator|active_link|same|createPartnerDeliveries
    unpaid fully_paid|send|accountant|active_link assigned|same|createPartnerDeliveries
    """

  private static let receipts = """
    awaiting_validation|approve|business_administrator member|etag complete_fields|unpaid|approveAccountingRows createDeliveries
    """

  @Test func `every status, event and actor does what the table says, or is refused`() throws {
    try Self.expected().checkEveryPair()
  }

  @Test func `each guard failing alone refuses what asks for it, and nothing else`() throws {
    // Invoices and receipts together ask for every guard.
    try Self.expected(Self.table).checkGuards(besides: [.completeFields], Self.breakGuard)
    try Self.expected(Self.receipts) { $0.kind = .salesReceipt }.checkGuards(
      besides: [.notDuplicate, .compliantEInvoice, .paymentsWithinTotal, .activeLink, .assigned],
      Self.breakGuard)
  }

  private static func breakGuard(_ condition: DocumentGuard, _ facts: inout DocumentFacts) {
    switch condition {
    case .notDuplicate: facts.isNotDuplicate = false
    case .etag: facts.etagMatches = false
    case .compliantEInvoice: facts.isCompliantEInvoice = false
    case .completeFields: facts.fieldsAreComplete = false
    case .paymentsWithinTotal: facts.payments.reconciled = 10001
    case .activeLink: facts.linkIsActive = false
    case .assigned: facts.isAssigned = false
    }
  }

  @Test(arguments: DocumentKind.allCases)
  func `approval converts invoices alone, and pays what payments cover`(kind: DocumentKind) throws {
    let conversion = kind.isInvoice ? "convertToEInvoice " : ""
    for (reconciled, to) in [(0, "unpaid"), (9999, "unpaid"), (10000, "fully_paid")] {
      try Self.expected(
        "awaiting_validation|approve|member||\(to)|\(conversion)approveAccountingRows createDeliveries"
      ) {
        $0.kind = kind
        $0.payments.reconciled = Int64(reconciled)
      }.checkRows()
    }
  }

  @Test(arguments: [DocumentKind.purchaseInvoice, .purchaseReceipt])
  func `an old etag approves nothing, paid or not`(kind: DocumentKind) {
    for reconciled: Int64 in [0, 10000] {
      var facts = Self.facts(.approve)
      facts.kind = kind
      facts.payments.reconciled = reconciled
      facts.etagMatches = false
      let refusal = #expect(throws: TransitionRefused.self) {
        try DocumentMachine.decide(
          .approve, in: .awaitingValidation, by: .business(.member), given: facts)
      }
      #expect(refusal?.reason.word == "etag")
    }
  }

  @Test func `what the network delivers in good form never awaits validation`() throws {
    try Self.expected(
      "none|receive|network||fully_paid|keepReceivedEInvoice openAccountingRows createDeliveries"
    ) { $0.payments = Payments(total: 0, reconciled: 0) }.checkRows()
    for reconciled: Int64 in [0, 10000] {
      try Self.expected(
        "none|receive|network||awaiting_validation|listBrokenRules openAccountingRows"
      ) {
        $0.isCorrectlyFormatted = false
        $0.payments.reconciled = reconciled
      }.checkRows()
    }
  }

  @Test func `a redelivery of a discarded document does not bring it back`() throws {
    try Self.expected("none|receive|network||again|") { $0.isRedelivery = true }.checkRows()
  }

  @Test func `payments that cover the total make it fully paid, fewer make it unpaid`() throws {
    try Self.expected(
      """
      unpaid fully_paid|reconcile|bank_feed||fully_paid|storePayments
      unpaid fully_paid|undo_reconciliation|bank_feed||fully_paid|storePayments
      awaiting_validation|reconcile|bank_feed||awaiting_validation|storePayments
      """
    ) { $0.payments.reconciled = 10000 }.checkRows()
  }

  @Test(
    arguments: [
      (10000, 0, true, 10000), (10000, 10000, true, 0), (10000, 10001, false, nil),
      (10000, -1, false, nil), (-500, -200, true, -300), (-500, -501, false, nil),
      (-500, 1, false, nil), (0, 0, true, 0), (.max, .min, false, nil), (.min, .min, true, 0),
    ] as [(Int64, Int64, Bool, Int64?)])
  func `payments add up to at most the total, also of a credit note`(
    total: Int64, reconciled: Int64, areWithinTotal: Bool, open: Int64?
  ) {
    let payments = Payments(total: total, reconciled: reconciled)
    #expect(payments.areWithinTotal == areWithinTotal)
    #expect(payments.openAmount == open)
    #expect(payments.coverTotal == (open == 0))
  }
}
