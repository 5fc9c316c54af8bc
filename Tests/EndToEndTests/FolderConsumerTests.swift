import Contracts
import Foundation
import Testing

@Suite(.serialized) struct `A folder whose consumer takes files out` {
  @Test(.timeLimit(.minutes(3)))
  func `gets no document twice, also when integration-dispatch is killed again and again`()
    async throws
  {
    try await Platform.run { platform in
      let story = try await Story(on: platform, index: 1)
      try await story.play(upTo: "import a PDF")
      let consumer = Consumer(folder: platform.folder.appending(path: "delivered"))
      let taking = Task { try await consumer.run() }
      defer { taking.cancel() }
      for step in story.steps.drop(while: { $0.name != "save the fields" }).prefix(2) {
        try await step.run()
      }
      for _ in 0..<6 {
        try await Task.sleep(for: .milliseconds(Int.random(in: 0...300)))
        platform.integrationDispatch.kill()
        try await platform.integrationDispatch.start()
      }
      try await eventually(within: .seconds(40), "the document is delivered") {
        let listed = try await Retry.whileAway {
          try await story.firm.deliveries.listDeliveries(
            ListDeliveriesRequest(parent: story.clientSpace), story.firm.options)
        }
        return listed.deliveries.map(\.status) == [.delivered]
      }
      #expect(consumer.taken.values.allSatisfy { $0 == 1 }, "\(consumer.taken)")
      #expect(consumer.taken.count == 2)
    }
  }
}

/// Moves every file out of a folder as soon as it is there, as bookkeeping software does, and counts.
final class Consumer: Sendable {
  private let folder: URL
  private let counts = Counts()

  init(folder: URL) { self.folder = folder }

  var taken: [String: Int] { counts.all }

  func run() async throws {
    while true {
      for path in VisibleFiles.below(folder) {
        try FileManager.default.removeItem(at: folder.appending(path: path))
        counts.add(path)
      }
      try await Task.sleep(for: .milliseconds(5))
    }
  }
}
