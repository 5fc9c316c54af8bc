import StatusRules
import Testing

/// Random walks of one client, with a model that carries out the effects as client-link would.
@Suite struct ClientWalkTests {
  private struct Model {
    var status: ClientStatus?
    var hasEntry = false
    var liveInvitations = 0
    var isLinked = false
    var isSubscribed = false
    var consentIsKept = false
    var rejectionStands = false
    var statusBefore: ClientStatus?

    mutating func carryOut(_ effect: ClientEffect, from status: ClientStatus?) {
      switch effect {
      case .makeEntry: hasEntry = true
      case .removeEntry: (hasEntry, statusBefore) = (false, nil)
      case .keepStatusBefore: statusBefore = status
      case .makeInvitation: liveInvitations += 1
      case .useInvitation: liveInvitations -= 1
      case .voidInvitations: liveInvitations = 0
      case .keepConsent: consentIsKept = true
      case .dropConsent: consentIsKept = false
      case .openLink: isLinked = true
      case .endLink: isLinked = false
      case .startSubscription: isSubscribed = true
      case .endSubscriptions: isSubscribed = false
      case .keepRejection: rejectionStands = true
      case .endRejection: rejectionStands = false
      case .keepSetup, .applySetup, .sendInvitation, .useRegistrationLink,
        .switchOffPartnerIntegrations, .cancelPartnerDeliveries:
        break
      }
    }

    /// What holds after every event, whatever came before.
    func check(_ context: Comment) {
      #expect(hasEntry == (status != nil), context)
      #expect(isLinked == (status == .active), "linked exactly while active: \(context)")
      #expect(isSubscribed == isLinked, context)
      #expect((0...1).contains(liveInvitations), "one live invitation at most: \(context)")
      #expect(liveInvitations == 0 || status == .invited, "live only while invited: \(context)")
      #expect(!consentIsKept || status == .invited, "consent kept only while invited: \(context)")
      #expect(
        !rejectionStands || status == .accessRejected || status == nil,
        "a standing rejection lets nothing through: \(context)")
      #expect(status != .accessRejected || rejectionStands, context)
    }
  }

  @Test func `links, invitations, consents and rejections always match the status`() {
    var visited: Set<ClientStatus?> = []
    for seed: UInt64 in 1...30 { walk(seed, &visited) }
    #expect(visited.count == ClientStatus.allCases.count + 1, "the walks met every status")
  }

  private func walk(_ seed: UInt64, _ visited: inout Set<ClientStatus?>) {
    var random = SeededGenerator(seed: seed)
    var model = Model()
    for step in 0..<600 {
      let event = random.pick(ClientEvent.allCases)
      // The roles that act on clients at all, so that the walk moves.
      let actor = random.pick([
        Actor.partner(.clientManager), .business(.administrator), .backOffice,
      ])
      var facts = random.clientFacts()
      facts.hasNoStandingRejection = !model.rejectionStands
      facts.invitationIsLive = model.liveInvitations > 0
      facts.consentIsKept = model.consentIsKept
      facts.statusBeforeInvitation = model.statusBefore
      let before = model.status
      guard
        let outcome = try? ClientMachine.decide(event, in: before, by: actor, given: facts)
      else { continue }
      model.status = outcome.status
      for effect in outcome.effects { model.carryOut(effect, from: before) }
      visited.insert(model.status)
      model.check("seed \(seed), step \(step): \(event.rawValue) by \(actor.name)")
      // A rejection outlives the deleted entry; the walk goes on with another business.
      if model.status == nil { model.rejectionStands = false }
    }
  }
}
