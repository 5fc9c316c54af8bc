import Contracts
import RPC
import Testing

@Suite(.serialized) struct `Approval` {
  @Test(.timeLimit(.minutes(2)))
  func `a hundred at once are one: one e-invoice, one delivery for each integration`() async throws
  {
    try await Platform.run { platform in
      let story = try await Story(on: platform, index: 40)
      try await story.play(upTo: "save the fields")
      let (business, seen) = (story.business, story.document)
      let answers = try await withThrowingTaskGroup(of: Document.self) { group in
        for _ in 0..<100 {
          group.addTask {
            try await business.documents.approveDocument(
              ApproveDocumentRequest(name: seen.name, etag: seen.etag), business.options)
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.count == 100)
      #expect(Set(answers.map { $0.eInvoice?.sha256 ?? "" }).count == 1)
      #expect(answers.allSatisfy { $0.status == .unpaid })
      for step in story.steps where step.name == "wait for the deliveries" { try await step.run() }
      #expect(story.deliveredFiles().count == 2)
      #expect(try story.receivedCalls().count == 1)
      let history = try await business.documents.listDocumentHistory(
        ListDocumentHistoryRequest(name: seen.name), business.options)
      #expect(history.entries.filter { $0.event == "approve" }.count == 1)
    }
  }

  @Test(.timeLimit(.minutes(2)))
  func `with an old etag while another saves is refused`() async throws {
    try await Platform.run { platform in
      let story = try await Story(on: platform, index: 41)
      try await story.play(upTo: "import a PDF")
      let old = story.document
      for step in story.steps where step.name == "save the fields" { try await step.run() }
      let business = story.business
      let error = await failure {
        try await business.documents.approveDocument(
          ApproveDocumentRequest(name: old.name, etag: old.etag), business.options)
      }
      #expect(error?.code == .aborted)
      let now = try await business.documents.getDocument(
        GetDocumentRequest(name: old.name), business.options)
      #expect(now.status == .awaitingValidation)
    }
  }
}
