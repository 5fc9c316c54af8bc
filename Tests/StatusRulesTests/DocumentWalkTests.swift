import StatusRules
import Testing

/// Random walks of one document beside the rows of three firms whose links come and go, with a model
/// that carries out the effects as document-status would.
@Suite struct DocumentWalkTests {
  private struct Firm {
    var isLinked = false
    var status: AccountingStatus?
  }

  private struct Model {
    var status: DocumentStatus?
    var payments = Payments(total: 100, reconciled: 0)
    var firms = [Firm(), Firm(), Firm()]
    var eInvoices = 0
    var deliveries = 0

    mutating func move(_ event: AccountingEvent, _ firm: Int, by actor: Actor = .service) {
      guard let status else { return }
      var facts = AccountingFacts(document: status)
      facts.linkIsActive = firms[firm].isLinked
      facts.isAssigned = true
      if let outcome = try? AccountingMachine.decide(
        event, in: firms[firm].status, by: actor, given: facts)
      {
        firms[firm].status = outcome.status
      }
    }

    mutating func carryOut(_ effect: DocumentEffect) {
      switch effect {
      case .openAccountingRows: for firm in firms.indices { move(.arrive, firm) }
      case .approveAccountingRows: for firm in firms.indices { move(.approve, firm) }
      case .discardAccountingRows:
        // The document is gone by now; its rows go with it, linked or not.
        for firm in firms.indices where firms[firm].status != nil {
          firms[firm].status =
            (try? AccountingMachine.decide(
              .discard, in: firms[firm].status, by: .service,
              given: AccountingFacts(document: .awaitingValidation)))?.status
        }
      case .convertToEInvoice, .keepReceivedEInvoice: eInvoices += 1
      case .createDeliveries: deliveries += 1
      default: break
      }
    }

    func check(kind: DocumentKind, _ context: Comment) {
      let isApproved = status?.isApproved ?? false
      #expect(deliveries == (isApproved ? 1 : 0), "released once, by approval: \(context)")
      #expect(eInvoices <= deliveries, context)
      if kind.isInvoice { #expect(eInvoices == deliveries, context) }
      if isApproved { #expect((status == .fullyPaid) == payments.coverTotal, context) }
      for firm in firms {
        guard let row = firm.status else { continue }
        #expect(status.map(row.mayStand(beside:)) == true, "\(row) beside \(context)")
      }
    }
  }

  @Test(arguments: UInt64(1)...50)
  func `both sides match, and approval releases a document once`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var model = Model()
    let kind = random.pick(DocumentKind.allCases)
    for step in 0..<300 {
      let firm = random.pick(model.firms.indices)
      switch random.pick(0..<4) {
      case 0: model.firms[firm].isLinked.toggle()
      case 1: model.move(random.pick(AccountingEvent.acts), firm, by: .partner(.accountant))
      default: act(on: &model, kind: kind, using: &random)
      }
      model.check(kind: kind, "seed \(seed), step \(step)")
      if model.status == nil { (model.eInvoices, model.deliveries) = (0, 0) }
    }
  }

  private func act(
    on model: inout Model, kind: DocumentKind, using random: inout SeededGenerator
  ) {
    let event = random.pick(DocumentEvent.allCases)
    // Received documents are e-invoices, whatever the walk's kind.
    if event == .receive && !kind.isInvoice { return }
    var facts = random.documentFacts()
    facts.kind = kind
    if event != .reconcile && event != .undoReconciliation { facts.payments = model.payments }
    let actor: Actor = event == .receive ? .network : .business(.member)
    guard
      let outcome = try? DocumentMachine.decide(event, in: model.status, by: actor, given: facts)
    else { return }
    model.status = outcome.status
    if outcome.effects.contains(.storePayments) { model.payments = facts.payments }
    for effect in outcome.effects { model.carryOut(effect) }
    if model.status == nil { model.payments.reconciled = 0 }
  }
}

extension AccountingEvent {
  /// What an accountant does by hand.
  fileprivate static let acts: [AccountingEvent] = [.takeOver, .markProcessed, .unmarkProcessed]
}
