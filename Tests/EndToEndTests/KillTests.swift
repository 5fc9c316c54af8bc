import Testing

/// kill -9 of each service at each step of the story, with the step's call in flight: after a restart
/// the story goes on, nothing that was acknowledged is lost, and nothing comes twice.
@Suite(.serialized) struct `A service that is killed` {
  @Test(
    .timeLimit(.minutes(5)), arguments: ["client-link", "document-status", "integration-dispatch"])
  func `loses nothing and doubles nothing, at whatever step it dies`(name: String) async throws {
    try await Platform.run { platform in
      guard let victim = platform.services.first(where: { $0.name == name }) else { return }
      let count = try await Story(on: platform, index: 0).steps.count
      for index in 0..<count {
        let story = try await Story(on: platform, index: 100 + index)
        for (place, step) in story.steps.enumerated() {
          if place == index {
            try await Self.kill(victim, during: step)
          } else {
            try await step.run()
          }
        }
        try await Self.checkDeliveries(of: story)
      }
    }
  }

  /// Kills at a moment somewhere within the step, and starts again; the step's own calls are repeated
  /// with their request ids until they are answered.
  private static func kill(_ victim: ServiceProcess, during step: Story.Step) async throws {
    let pause = Duration.microseconds(Int.random(in: 0...30_000))
    async let restart: Void = {
      try await Task.sleep(for: pause)
      victim.kill()
      try await victim.start()
    }()
    try await step.run()
    try await restart
  }

  /// Two files (the original and the e-invoice) in the folder, and one call of the webhook.
  private static func checkDeliveries(of story: Story) async throws {
    #expect(story.deliveredFiles().count == 2)
    #expect(try story.receivedCalls().count == 1)
  }
}
