import ArgumentParser
import Dispatch
import Foundation
import RPC

/// Puts load on a gRPC service by the project's own client and says how long its calls took.
@main struct DaybookLoad: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daybook-load",
    abstract: "Puts load on a service and says how long its calls took.",
    discussion: """
      Requests are JSON; {unique} in a string becomes a UUID of each call's own, {number} the \
      call's number in ten digits. Several requests take turns; a method that takes a stream of \
      them gets all in each call. The exit is 1 when a call failed.
      """)

  @Argument(help: "The method, by its full name or its end: ClientService/GetClient.")
  var method: String
  @Option(help: "The request, or @ and a file that has one or several.")
  var data = "{}"
  @Option(
    help: ArgumentHelp(
      "Other proto files, as protoc --include_imports --descriptor_set_out writes them.",
      valueName: "file"))
  var descriptors: String?
  @OptionGroup(title: "Load") var load: LoadFlags
  @OptionGroup(title: "Connection") var connection: ConnectionFlags
  @Flag(help: "Print the report as JSON.")
  var json = false
  @Option(
    help: ArgumentHelp(
      "Also write a page with the latency curve and the throughput over time.", valueName: "file"))
  var html: String?
  @Flag(help: "Do not write a line for each second.")
  var quiet = false

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let schema = try schema()
    let shape = try schema.method(method)
    let channels = try connection.channels(environment)
    let caller = Caller(
      method: shape, requests: try RequestSource(try requests(), shape, schema),
      options: try connection.callOptions(environment))
    let report = await measure(caller, channels)
    for channel in channels { await channel.close() }
    print(json ? String(decoding: try report.json, as: UTF8.self) : report.text)
    if let html { try Data(report.page.utf8).write(to: URL(filePath: html)) }
    guard report.failed == 0, report.unsent == 0 else { throw ExitCode(1) }
  }

  private func measure(_ caller: Caller, _ channels: [RPCChannel]) async -> Report {
    let begun = Date.now
    let measurements = Measurements(begin: steadyNow() + Nanoseconds(load.warmup * 1e9))
    let schedule = load.schedule
    let run = LoadRun(
      caller: caller, channels: channels, schedule: schedule, measurements: measurements,
      patience: .seconds((load.lastDue ?? 86_400) + connection.timeout))
    let interrupt = Self.onInterrupt { schedule.stop() }
    let progress =
      quiet ? nil : Task { await ProgressLine(measurements: measurements).keepWriting() }
    await run.run()
    progress?.cancel()
    interrupt.cancel()
    return Report(
      measurements.snapshot, method: caller.method.fullName, target: connection.target,
      load: load.description, connections: channels.count, begun: begun)
  }

  private func schema() throws -> Schema {
    guard let descriptors else { return try .daybook() }
    var schema = Schema()
    do {
      try schema.add(set: Array(try Data(contentsOf: URL(filePath: descriptors))))
    } catch {
      throw LoadFailure("\(descriptors) is not a set of descriptors that can be read")
    }
    return schema
  }

  private func requests() throws(LoadFailure) -> String {
    data.hasPrefix("@") ? try ConnectionFlags.text(of: String(data.dropFirst())) : data
  }

  /// Ctrl-C ends the run early, with its report.
  private static func onInterrupt(
    _ stop: @escaping @Sendable () -> Void
  ) -> any DispatchSourceSignal {
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT)
    source.setEventHandler(handler: stop)
    source.resume()
    return source
  }
}
