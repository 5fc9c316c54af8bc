/// What a receiver holds of one link.
struct HeldLink: Sendable, Equatable {
  let pair: LinkPair
  let epoch: Int64
  let active: Bool
  let accountants: [String]
  let client: ClientName
}

/// One link here beside what a receiver holds of it, and what is to be done where they differ.
///
/// An epoch that only the receiver knows was given after the backup that these links were restored
/// from: whatever it was, it cannot be proven any more, and is closed. An epoch that only these links
/// know is news that the receiver lost.
struct LinkComparison: Sendable {
  enum Step: Sendable, Equatable {
    case nothing
    /// Give the next link a later epoch than this.
    case adopt(epoch: Int64)
    /// End the receiver's grant by this epoch.
    case endGrant(epoch: Int64)
    /// End the link here and there, after this epoch.
    case endLink(after: Int64)
    /// Tell the receiver how the link is.
    case resend
    /// Keep those accountants alone that both know.
    case narrow(to: [String])
  }

  /// Nil where there was never a link.
  let link: LinkRecord?
  /// Of the client here.
  let accountants: [String]
  /// Nil where the receiver never heard of it.
  let held: HeldLink?
  /// Whether these links were restored, and may be older than what receivers know.
  let isRestored: Bool

  var step: Step {
    switch (link, held) {
    case (nil, nil): .nothing
    case (nil, let held?):
      held.active ? .endGrant(epoch: held.epoch + 1) : .adopt(epoch: held.epoch)
    case (let link?, nil): link.active ? .resend : .nothing
    case (let link?, let held?): step(link, held)
    }
  }

  private func step(_ link: LinkRecord, _ held: HeldLink) -> Step {
    if held.epoch < link.epoch { return .resend }
    if held.epoch > link.epoch || held.active != link.active {
      if link.active { return .endLink(after: held.epoch) }
      return held.active ? .endGrant(epoch: held.epoch + 1) : .adopt(epoch: held.epoch)
    }
    guard link.active, Set(held.accountants) != Set(accountants) else { return .nothing }
    // Whoever was taken off, or put on, after the backup is not known here.
    return isRestored ? .narrow(to: accountants.filter(held.accountants.contains)) : .resend
  }
}
