import Foundation

/// The process itself, in the names that Prometheus's client libraries share; read from /proc when
/// it is asked for.
struct ProcessMetrics: Sendable {
  private let resident: GaugeCell
  private let descriptors: GaugeCell
  private let cpu: GaugeCell

  init(registry: MetricRegistry) {
    registry.describe("process_resident_memory_bytes", "Memory that is in RAM.")
    registry.describe("process_open_fds", "Open file descriptors.")
    registry.describe("process_cpu_seconds", "Processor time used, user and system.")
    registry.describe("process_start_time_seconds", "When the process started, since 1970 UTC.")
    resident = registry.gauge("process_resident_memory_bytes")
    descriptors = registry.gauge("process_open_fds")
    cpu = registry.gauge("process_cpu_seconds")
    registry.gauge("process_start_time_seconds").set(Double(UTCTime.now()) / 1e6)
  }

  func refresh() {
    if let bytes = FileManager.default.contents(atPath: "/proc/self/statm") {
      let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
      if fields.count > 1, let pages = Int64(fields[1]) { resident.set(pages * 4_096) }
    }
    if let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
      descriptors.set(Int64(open.count))
    }
    var usage = rusage()
    if unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 {
      cpu.set(seconds(usage.ru_utime) + seconds(usage.ru_stime))
    }
  }

  private func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
