import ArgumentParser
import CMallocCount

/// Feeds recorded calls to one server connection in this process, without a socket or a second
/// thread: what a call costs is then the same number in each run.
@main struct CallCosts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call-costs", abstract: "Replays recorded calls; prints allocations per call.")

  @Argument(help: "The file that Tests/Load/record made.")
  var script: String
  @Flag(help: "Serve the calls by a plain function instead of an asynchronous one.")
  var sync = false
  @Option(help: "Calls that are counted.")
  var calls = 10_000
  @Option(help: "Calls before, which fill pools and tables.")
  var warmUp = 2_000
  @Option(help: "Calls that arrive in one read.")
  var batch = 32

  func run() throws {
    let replay = try Replay(script: Script(path: script), batch: batch, isSync: sync)
    try replay.play(warmUp / batch)
    let before = malloc_count()
    try replay.play(calls / batch)
    let allocated = malloc_count() - before
    print(Double(allocated) / Double(calls / batch * batch))
  }
}
