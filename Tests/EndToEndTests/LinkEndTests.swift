import Contracts
import RPC
import Testing

/// The guarantee: after archive has answered, no read by that partner succeeds anywhere.
@Suite(.serialized) struct `The end of a link` {
  @Test(.timeLimit(.minutes(2)))
  func `holds the moment archive has answered`() async throws {
    try await Platform.run { platform in
      for index in 10..<15 {
        let story = try await Story(on: platform, index: index)
        try await story.play(upTo: "archive the client")
        for read in Self.reads(of: story) {
          #expect(await failure(read)?.code == .notFound)
        }
      }
    }
  }

  @Test(.timeLimit(.minutes(2)))
  func `is answered after a lease when document-status is cut off, and holds when it comes back`()
    async throws
  {
    try await Platform.run(lease: "2s") { platform in
      let story = try await Story(on: platform, index: 20)
      try await story.play(upTo: "approve")
      platform.documentStatus.freeze()
      let start = ContinuousClock.now
      for step in story.steps where step.name == "archive the client" { try await step.run() }
      let took = ContinuousClock.now - start
      #expect(took > .milliseconds(500) && took < .seconds(10), "\(took)")
      platform.documentStatus.thaw()
      let error = await failure(Self.reads(of: story)[0])
      #expect(error?.code == .notFound || error?.code == .unavailable, "\(error as Any)")
      for step in story.steps where step.name == "see that the firm sees nothing" {
        try await step.run()
      }
    }
  }

  @Test(.timeLimit(.minutes(2)))
  func `cannot be missed: without client-link the firm reads nothing once the lease is over`()
    async throws
  {
    try await Platform.run(lease: "2s") { platform in
      let story = try await Story(on: platform, index: 30)
      try await story.play(upTo: "approve")
      for read in Self.reads(of: story) { try await read() }
      platform.clientLink.kill()
      try await eventually(within: .seconds(4), "the firm's reads fail") {
        for read in Self.reads(of: story) where await failure(read)?.code != .unavailable {
          return false
        }
        return true
      }
      // The business works on: its own documents need no lease.
      _ = try await story.business.documents.getDocument(
        GetDocumentRequest(name: story.document.name), story.business.options)
      try await platform.clientLink.start()
      for read in Self.reads(of: story) { try await Retry.whileAway(read) }
    }
  }

  /// The firm's ways to read something of the client, at both services.
  private static func reads(of story: Story) -> [@Sendable () async throws -> Void] {
    let (firm, document, space) = (story.firm, story.firmDocument, story.clientSpace)
    return [
      {
        _ = try await firm.accounting.getAccountingDocument(
          GetAccountingDocumentRequest(name: document), firm.options)
      },
      {
        let content = try await firm.accounting.readAccountingContent(
          ReadAccountingContentRequest(name: document, part: .original), firm.options)
        for try await _ in content {}
      },
      {
        _ = try await firm.accounting.listAccountingDocuments(
          ListAccountingDocumentsRequest(parent: space), firm.options)
      },
      {
        _ = try await firm.deliveries.listDeliveries(
          ListDeliveriesRequest(parent: space), firm.options)
      },
      {
        _ = try await firm.integrations.listIntegrations(
          ListIntegrationsRequest(parent: space), firm.options)
      },
    ]
  }
}
