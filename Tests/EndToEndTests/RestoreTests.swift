import Contracts
import Foundation
import RPC
import Testing

/// Each service alone loses its data and comes back from a backup, while the other two know more than
/// it does: nobody reads what is not theirs, nothing arrives twice, what was there at the backup is
/// there again, and what came after it is told by its name.
@Suite(.serialized) struct `A service that is restored from a backup` {
  @Test(.timeLimit(.minutes(3)))
  func `client-link closes every link that it cannot prove`() async throws {
    try await Platform.run { platform in
      let kept = try await Story(on: platform, index: 50)
      let ended = try await Story(on: platform, index: 51)
      let late = try await Story(on: platform, index: 52)
      try await kept.play(upTo: "wait for the deliveries")
      try await ended.play(upTo: "wait for the deliveries")
      try await late.play(upTo: "open the invitation")
      let added = try await platform.backUp(platform.clientLink) { [firm = kept.firm] number in
        try await firm.addAnother(number)
      }
      try await ended.play("archive the client")
      try await late.play(from: "accept with consent", upTo: "wait for the deliveries")
      let delivered = platform.deliveredFiles
      try await platform.restore(platform.clientLink, keeping: "invitation-key")

      // Nobody is answered before the comparison: the leases of before run out, and there is no new one.
      try await eventually(within: .seconds(6), "firms are not answered") {
        await kept.readCode() == .unavailable
      }
      #expect(await ended.readCode() != nil)
      let report = try await platform.reconcile()
      #expect(report.tells("link_ended", ended), "\(report)")
      #expect(report.tells("grant_ended", late), "\(report)")
      #expect(!report.contains("business-50"), "\(report)")

      try await eventually("the kept link is answered again") { await kept.readCode() == nil }
      #expect(try await kept.firm.clientNames().isSuperset(of: added))
      for _ in 0..<20 {
        #expect(await ended.readCode() == .notFound)
        #expect(await late.readCode() == .notFound)
        try await Task.sleep(for: .milliseconds(50))
      }
      #expect(try await ended.clientStatus() == .lost)
      #expect(try await late.clientStatus() == .invited)
      #expect(try await kept.clientStatus() == .active)

      // The consent that was lost can be given again, and counts although its epoch was used before.
      try await late.play("accept with consent")
      try await eventually("the link made again is answered") { await late.readCode() == nil }
      try await platform.settled()
      #expect(platform.deliveredFiles == delivered)
      #expect(try await platform.reconcile().contains("links: the services agree"))
    }
  }

  @Test(.timeLimit(.minutes(3)))
  func `document-status ends the grants that ended, and names the documents that are lost`()
    async throws
  {
    try await Platform.run { platform in
      let kept = try await Story(on: platform, index: 60)
      let ended = try await Story(on: platform, index: 61)
      let late = try await Story(on: platform, index: 62)
      let half = try await Story(on: platform, index: 63)
      try await kept.play(upTo: "wait for the deliveries")
      try await ended.play(upTo: "wait for the deliveries")
      try await half.play(upTo: "save the fields")
      let imported = try await platform.backUp(platform.documentStatus) {
        [business = kept.business] number in
        try await business.importAnother(number)
      }
      try await ended.play("archive the client")
      try await late.play(upTo: "wait for the deliveries")
      try await half.play(from: "approve", upTo: "wait for the deliveries")
      let delivered = platform.deliveredFiles
      try await platform.restore(platform.documentStatus)

      // Everything that was answered before the backup is there, and no row is without its file.
      for name in imported {
        _ = try await Retry.whileAway {
          try await kept.business.documents.getDocument(
            GetDocumentRequest(name: name), kept.business.options)
        }
      }
      try platform.documentStatus.command("database", "check")
      // Its grants are as old as the backup: the ended one stands in them.
      for _ in 0..<40 {
        #expect(await ended.readCode() == .unavailable)
        try await Task.sleep(for: .milliseconds(50))
      }
      let report = try await platform.reconcile()
      #expect(report.tells("change_resent", ended), "\(report)")
      #expect(report.tells("change_resent", late), "\(report)")
      #expect(report.tells("document_unknown", late), "\(report)")
      #expect(report.tells("approval_lost", half), "\(report)")

      try await eventually("the kept link is answered again") { await kept.readCode() == nil }
      #expect(await ended.readCode() == .notFound)
      #expect(await late.readCode() == .notFound)
      #expect(await half.readCode() == nil)
      // The approval that was lost is given again, and sends nothing twice.
      try await half.approveAgain()
      try await platform.settled()
      #expect(platform.deliveredFiles == delivered)
      for story in [kept, ended, half] { #expect(try story.receivedCalls().count == 1) }
    }
  }

  @Test(.timeLimit(.minutes(3)))
  func `integration-dispatch learns again what it delivered, and sends nothing twice`()
    async throws
  {
    try await Platform.run { platform in
      let kept = try await Story(on: platform, index: 70)
      let ended = try await Story(on: platform, index: 71)
      let busy = try await Story(on: platform, index: 72)
      try await kept.play(upTo: "wait for the deliveries")
      try await ended.play(upTo: "wait for the deliveries")
      try await busy.play(upTo: "save the fields")
      let switched = try await kept.business.addWebhook(on: platform)
      _ = try await platform.backUp(platform.integrationDispatch) {
        [business = kept.business] number in
        try await business.toggle(switched, number)
      }
      try await ended.play("archive the client")
      try await busy.play(from: "approve", upTo: "wait for the deliveries")
      let delivered = platform.deliveredFiles
      try await platform.restore(platform.integrationDispatch, keeping: "secrets.keys")

      let report = try await platform.reconcile()
      #expect(report.tells("change_resent", ended), "\(report)")
      #expect(report.tells("approval_resent", busy), "\(report)")
      for person in [busy.firm, busy.business] {
        try await eventually(within: .seconds(40), "the delivery is known again") {
          let parent = person.space == busy.firm.space ? busy.clientSpace : busy.business.space
          let listed = try await Retry.whileAway {
            try await person.deliveries.listDeliveries(
              ListDeliveriesRequest(parent: parent), person.options)
          }
          return listed.deliveries.map(\.status) == [.delivered]
        }
      }
      try await platform.settled()
      #expect(platform.deliveredFiles == delivered)
      _ = try await kept.business.integrations.getIntegration(
        GetIntegrationRequest(name: switched), kept.business.options)
      for story in [kept, ended, busy] { #expect(try story.receivedCalls().count == 1) }
      let refused = await failure {
        try await ended.firm.integrations.listIntegrations(
          ListIntegrationsRequest(parent: ended.clientSpace), ended.firm.options)
      }
      #expect(refused?.code == .notFound)
    }
  }
}
