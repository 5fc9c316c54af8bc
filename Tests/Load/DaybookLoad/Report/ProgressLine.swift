import Foundation

/// A line on standard error for each second while the run goes on.
struct ProgressLine {
  let measurements: Measurements

  /// Until the task is cancelled.
  func keepWriting() async {
    var shown = 0
    while (try? await Task.sleep(for: .milliseconds(200))) != nil {
      let state = measurements.snapshot
      for second in state.seconds.dropFirst(shown) {
        write(second, inFlight: state.inFlight)
      }
      shown = state.seconds.count
    }
  }

  private func write(_ second: Second, inFlight: Int) {
    let failed = second.failed > 0 ? "  failed \(second.failed)" : ""
    let line =
      "\(second.second + 1) s  \(second.calls) calls  p50 \(Latency.milliseconds(second.p50)) ms  "
      + "p99 \(Latency.milliseconds(second.p99)) ms  in flight \(inFlight)\(failed)\n"
    FileHandle.standardError.write(Data(line.utf8))
  }
}
