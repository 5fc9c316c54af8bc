import ArgumentParser

/// How much is called, and for how long.
struct LoadFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Open loop: so many calls begin each second, whether or not earlier ones were answered.",
      valueName: "calls"))
  var rate: Double?
  @Option(
    help: ArgumentHelp("How an open loop's calls are spaced: even or random.", valueName: "spacing")
  )
  var spacing = OpenLoop.Spacing.even
  @Option(help: "An open loop's most calls in flight; further ones wait, and their latency counts.")
  var inFlight = 1_000
  @Option(
    help: ArgumentHelp(
      "Closed loop, without --rate: so many callers call again as soon as they are answered.",
      valueName: "callers"))
  var concurrency = 1
  @Option(help: ArgumentHelp("How long calls are made.", valueName: "seconds"))
  var duration = 10.0
  @Option(help: "How many calls are made, instead of --duration.")
  var calls: Int?
  @Option(help: ArgumentHelp("Of the duration, what is not counted.", valueName: "seconds"))
  var warmup = 0.0

  func validate() throws {
    if let rate, !(0.001...1_000_000).contains(rate) {
      throw ValidationError("--rate is 0.001 to 1000000 calls a second")
    }
    guard (1...100_000).contains(concurrency), (1...100_000).contains(inFlight) else {
      throw ValidationError("--concurrency and --in-flight are 1 to 100000")
    }
    guard (0.01...86_400).contains(duration) else {
      throw ValidationError("--duration is 0.01 to 86400 seconds")
    }
    if let calls, calls < 1 { throw ValidationError("--calls is 1 or more") }
    guard warmup >= 0, calls != nil || warmup < duration else {
      throw ValidationError("--warmup is less than --duration")
    }
  }

  var schedule: any Schedule {
    let limit = calls.map(RunLimit.calls) ?? .time(Nanoseconds(duration * 1e9))
    guard let rate else { return ClosedLoop(callers: concurrency, limit: limit) }
    return OpenLoop(rate: rate, spacing: spacing, callers: inFlight, limit: limit)
  }

  /// Until the last call is due; nil where that depends on the server.
  var lastDue: Double? {
    guard let calls else { return duration }
    return rate.map { Double(calls) / $0 }
  }

  var description: String {
    guard let rate else { return "closed loop, \(concurrency) callers" }
    return "open loop, \(rate.short) calls a second, \(spacing.rawValue)"
  }
}

extension OpenLoop.Spacing: ExpressibleByArgument {}
