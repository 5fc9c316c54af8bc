import Testing

@testable import ClientLink

/// What is done about one link where a receiver knows it otherwise.
@Suite struct `A link beside what a receiver holds of it` {
  typealias Step = LinkComparison.Step

  struct Case: Sendable, CustomTestStringConvertible {
    /// Epoch and whether it stands; nil for none.
    let link: (Int64, Bool)?
    let held: (Int64, Bool)?
    let step: Step

    var testDescription: String { "\(String(describing: link)) \(String(describing: held))" }
  }

  private static let client = ClientName(partner: "firm", client: "1")

  private static func link(_ epoch: Int64, _ active: Bool) -> LinkRecord {
    LinkRecord(
      business: "bakery", client: client, epoch: epoch, active: active, startTime: 1, endTime: nil)
  }

  private static func held(_ epoch: Int64, _ active: Bool, _ accountants: [String]) -> HeldLink {
    HeldLink(
      pair: LinkPair(partner: "firm", business: "bakery"), epoch: epoch, active: active,
      accountants: accountants, client: client)
  }

  @Test(
    arguments: [
      Case(link: nil, held: nil, step: .nothing),
      Case(link: (1, true), held: (1, true), step: .nothing),
      Case(link: (2, false), held: (2, false), step: .nothing),
      Case(link: (2, false), held: nil, step: .nothing),
      // The receiver was restored, or has not heard yet.
      Case(link: (1, true), held: nil, step: .resend),
      Case(link: (2, false), held: (1, true), step: .resend),
      Case(link: (3, true), held: (2, false), step: .resend),
      Case(link: (3, true), held: (1, true), step: .resend),
      // The links were restored: what only the receiver knows is closed, and never forgotten.
      Case(link: nil, held: (1, true), step: .endGrant(epoch: 2)),
      Case(link: nil, held: (4, false), step: .adopt(epoch: 4)),
      Case(link: (2, false), held: (3, true), step: .endGrant(epoch: 4)),
      Case(link: (2, false), held: (4, false), step: .adopt(epoch: 4)),
      Case(link: (1, true), held: (2, false), step: .endLink(after: 2)),
      Case(link: (1, true), held: (3, true), step: .endLink(after: 3)),
      // One epoch given twice, before and after a restore.
      Case(link: (3, true), held: (3, false), step: .endLink(after: 3)),
      Case(link: (3, false), held: (3, true), step: .endGrant(epoch: 4)),
    ], [false, true])
  func `is closed unless it is proven`(_ one: Case, isRestored: Bool) {
    let comparison = LinkComparison(
      link: one.link.map { Self.link($0.0, $0.1) }, accountants: [],
      held: one.held.map { Self.held($0.0, $0.1, []) }, isRestored: isRestored)
    #expect(comparison.step == one.step)
  }

  @Test func `keeps the accountants that both know after a restore, and its own otherwise`() {
    for (isRestored, step) in [(true, Step.narrow(to: ["both"])), (false, .resend)] {
      let comparison = LinkComparison(
        link: Self.link(1, true), accountants: ["both", "here"],
        held: Self.held(1, true, ["there", "both"]), isRestored: isRestored)
      #expect(comparison.step == step)
    }
  }

  @Test func `compares accountants without regard to their order`() {
    let comparison = LinkComparison(
      link: Self.link(1, true), accountants: ["a", "b"], held: Self.held(1, true, ["b", "a"]),
      isRestored: true)
    #expect(comparison.step == .nothing)
  }
}
