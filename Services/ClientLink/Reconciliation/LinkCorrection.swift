import Contracts
import Database
import RPC
import StatusRules

/// What is done about one link where a receiver knows it otherwise, in one transaction.
struct LinkCorrection: Sendable {
  let receiver: LinkReceiver
  let database: Database
  let events: ClientEvents
  let isRestored: Bool
  let isDryRun: Bool

  struct Outcome: Sendable {
    var finding: LinkFinding?
    /// Whether the receiver has to take something in.
    var isToBeTold = false
  }

  func settle(_ pair: LinkPair, _ held: HeldLink?) async throws -> Outcome {
    // Most links agree, and reading is cheap.
    let first = try await database.read { tx in
      try await comparison(of: pair, held, in: tx).comparison.step
    }
    if first == .nothing { return Outcome() }
    if isDryRun {
      return try await database.read { tx in try await look(pair, held, in: tx) }
    }
    return try await database.write { tx in try await correct(pair, held, in: tx) }
  }

  private func comparison(
    of pair: LinkPair, _ held: HeldLink?, in tx: isolated Transaction
  ) async throws -> (comparison: LinkComparison, client: ClientRecord?) {
    let link = try await LinkStore().link(
      partner: pair.partner, business: pair.business, in: tx)
    var client: ClientRecord?
    if let link { client = try await events.clients.client(link.client, in: tx) }
    return (
      LinkComparison(
        link: link, accountants: client?.accountants ?? [], held: held, isRestored: isRestored),
      client
    )
  }

  private func look(
    _ pair: LinkPair, _ held: HeldLink?, in tx: isolated Transaction
  ) async throws -> Outcome {
    let (comparison, _) = try await comparison(of: pair, held, in: tx)
    return Outcome(finding: finding(comparison, pair))
  }

  private func correct(
    _ pair: LinkPair, _ held: HeldLink?, in tx: isolated Transaction
  ) async throws -> Outcome {
    let links = events.effects.links
    let (comparison, client) = try await comparison(of: pair, held, in: tx)
    let name = comparison.link?.client ?? held?.client
    guard let name else { return Outcome() }
    switch comparison.step {
    case .nothing: return Outcome()
    case .adopt(let epoch):
      try await links.adopt(epoch, name, with: pair.business, ends: false, in: tx)
      return Outcome()
    case .endGrant(let epoch):
      try await links.adopt(epoch, name, with: pair.business, ends: true, in: tx)
    case .endLink(let epoch):
      guard let link = comparison.link else { return Outcome() }
      try await links.raise(link, to: epoch, in: tx)
      try await events.closeUnproven(name, in: tx)
    case .resend:
      // On its way already, also where the other receiver was behind too.
      let outbox = links.outboxes.links(to: receiver)
      if try await outbox.hasUndone(tx, space: pair.partner, key: pair.key) {
        return Outcome(isToBeTold: true)
      }
      guard let link = comparison.link else { return Outcome() }
      try await links.announceAgain(
        link, displayName: client?.displayName ?? "", accountants: comparison.accountants, in: tx)
    case .narrow(let accountants):
      try await events.narrow(name, to: accountants, in: tx)
    }
    return Outcome(finding: finding(comparison, pair), isToBeTold: true)
  }

  private func finding(_ comparison: LinkComparison, _ pair: LinkPair) -> LinkFinding? {
    var finding = LinkFinding(
      service: receiver.rawValue, partner: "partners/\(pair.partner)",
      business: "businesses/\(pair.business)",
      client: (comparison.link?.client ?? comparison.held?.client)?.description ?? "")
    switch comparison.step {
    case .nothing, .adopt: return nil
    case .endGrant: finding.kind = .grantEnded
    case .endLink: finding.kind = .linkEnded
    case .resend: finding.kind = .changeResent
    case .narrow(let kept):
      finding.kind = .accountantsNarrowed
      let all = comparison.accountants + (comparison.held?.accountants ?? [])
      finding.accountants = Set(all).subtracting(kept).sorted()
    }
    return finding
  }
}
