import Contracts
import Identity
import RPC
import Records

/// Links and invitations between their records and their messages.
extension LinkChange {
  /// As it is kept until it is delivered: complete but for the sequence, which its outbox gives it.
  func payload() throws -> [UInt8] {
    try ApplyLinkChangeRequest(
      partner: "partners/\(link.partner)", business: "businesses/\(link.business)",
      epoch: link.epoch, active: link.active, accountants: accountants,
      preparedIntegrations: preparedIntegrations.map(\.message), actor: author.message,
      time: GoogleProtobufTimestamp(microseconds: time), client: link.client.description,
      clientDisplayName: displayName
    ).wireBytes()
  }
}

extension EndedLink {
  /// What a receiver has taken in when it said yes to this change.
  init(_ change: ApplyLinkChangeRequest) throws {
    let partner = ResourcePattern("partners/{space}").match(change.partner)
    let business = ResourcePattern("businesses/{space}").match(change.business)
    guard let partner, let business else {
      throw RPCError(.internalError, "a change of a link names no link")
    }
    self.init(
      partner: partner["space"], business: business["space"], epoch: change.epoch)
  }

  var message: LinkEpoch {
    LinkEpoch(partner: "partners/\(partner)", business: "businesses/\(business)", epoch: epoch)
  }
}

extension Link {
  init(_ link: LinkRecord, with partner: PartnerRecord, status: ClientStatus) {
    self.init(
      name: LinkName(business: link.business, partner: link.partner).description,
      partner: "partners/\(link.partner)", partnerDisplayName: partner.shownName,
      active: link.active, epoch: link.epoch,
      startTime: GoogleProtobufTimestamp(microseconds: link.startTime),
      endTime: link.endTime.map(GoogleProtobufTimestamp.init(microseconds:)), status: status)
  }

  /// Where no link was made: an identity check is pending, or the invitation was rejected.
  init(pending name: LinkName, with partner: PartnerRecord, status: ClientStatus) {
    self.init(
      name: name.description, partner: "partners/\(name.partner)",
      partnerDisplayName: partner.shownName, status: status)
  }
}

extension Contracts.Invitation {
  init(
    _ invitation: ClientLink.Invitation, to client: ClientRecord, from partner: PartnerRecord,
    now: Int64
  ) {
    self.init(
      partner: "partners/\(partner.partner)", partnerDisplayName: partner.shownName,
      clientDisplayName: client.displayName, enterpriseNumber: client.enterpriseNumber,
      message: invitation.message, status: invitation.shownStatus(now).message,
      expireTime: GoogleProtobufTimestamp(microseconds: invitation.expireTime))
  }
}
