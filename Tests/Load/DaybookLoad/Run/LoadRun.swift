import RPC

/// A run from its first call to its last: callers take arrivals from the schedule and make them.
struct LoadRun: Sendable {
  let caller: Caller
  let channels: [RPCChannel]
  let schedule: any Schedule
  let measurements: Measurements
  /// What is not under way this long after the run's start never will be.
  let patience: Duration

  /// Returns when every call has ended; each has a deadline.
  func run() async {
    schedule.start()
    let impatience = Task {
      try await Task.sleep(for: patience)
      let now = steadyNow()
      for arrival in schedule.abandon() { measurements.recordUnsent(arrival, at: now) }
    }
    await withDiscardingTaskGroup { group in
      for index in 0..<schedule.callers {
        let channel = channels[index % channels.count]
        group.addTask { await callUntilOver(channel) }
      }
    }
    impatience.cancel()
    measurements.finish()
  }

  private func callUntilOver(_ channel: RPCChannel) async {
    while let arrival = await schedule.next() {
      measurements.begin()
      let outcome = await caller.call(channel, arrival.number)
      measurements.record(arrival, outcome, at: steadyNow())
    }
  }
}
