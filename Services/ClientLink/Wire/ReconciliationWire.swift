import Contracts
import Identity
import RPC

/// What receivers tell of the grants they hold.
extension HeldLink {
  init(_ grant: HeldLinkGrant) throws {
    let partner = try ResourcePattern("partners/{space}").parse(grant.partner, field: "partner")
    let business = try ResourcePattern("businesses/{space}")
      .parse(grant.business, field: "business")
    let pair = LinkPair(
      partner: try partner.space.description, business: try business.space.description)
    // An end that came before the news of its beginning was kept without the client's name.
    let client =
      grant.client.isEmpty
      ? ClientName(partner: pair.partner, client: "")
      : try Names.clientOfAnyPartner(grant.client)
    self.init(
      pair: pair, epoch: grant.epoch, active: grant.active, accountants: grant.accountants,
      client: client)
  }
}

extension LinkPair {
  /// As the order of a link's changes is kept.
  var key: String { "\(partner)/\(business)" }
}
