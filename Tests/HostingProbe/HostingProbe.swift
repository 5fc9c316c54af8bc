import Foundation
import Hosting
import RPC

/// A service without methods, for the tests of start, signals and exit codes. It writes what
/// happens, in order, to the file that `--journal` names.
@main struct HostingProbe {
  static let journal = Setting.path("journal", help: "Where to write what happens.").optional
  static let start = Setting.choice(
    "start", ["well", "locked", "throws", "slow"], default: "well", help: "How the start goes.")
  static let broken = Setting.path(
    "broken", help: "While this file is there the check of the store fails."
  ).optional
  static let round = Setting.duration(
    "round", .zero ... .seconds(60), default: .milliseconds(10), help: "How long a round takes.")
  static let password = Setting.text("mail.password", help: "A secret.").secret.optional

  static func main() async {
    await ServiceMain(
      name: "hosting-probe", summary: "a service for tests", port: 0,
      settings: [journal, start, broken, round, password],
      commands: [
        ServiceCommand("database status", help: "Print a word.") { context in
          print("command ran in \(context.name)")
        }
      ]
    ) { context in
      let journal = Journal(path: try context.settings[journal])
      switch try context.settings[start] {
      case "locked": throw StartFailure(.locked, "another process holds the folder")
      case "throws": throw RPCError(.internalError, "broken\nline")
      case "slow": try await Task.sleep(for: .milliseconds(500))
      default: break
      }
      journal.write("open")
      let length = try context.settings[round]
      let broken = try context.settings[broken]
      return ServiceAssembly(
        services: [],
        loops: [
          BackgroundLoop("rounds", every: .milliseconds(1), logger: context.logger) {
            journal.write("round begins")
            await Task.detached { try? await Task.sleep(for: length) }.value
            journal.write("round ends")
          }
        ],
        checks: [
          ReadyCheck("store") {
            if let broken, FileManager.default.fileExists(atPath: broken) {
              throw RPCError(.unavailable, "broken")
            }
          }
        ],
        gauges: [ScrapedGauge("probe_depth", help: "A depth.") { 3 }],
        close: { journal.write("close") })
    }.run()
  }
}

/// Lines appended one write each, so that the last one stands there whatever ends the process.
struct Journal: Sendable {
  let path: String?

  func write(_ line: String) {
    guard let path else { return }
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    defer { close(descriptor) }
    try? FileHandle(fileDescriptor: descriptor).write(contentsOf: Data((line + "\n").utf8))
  }
}
