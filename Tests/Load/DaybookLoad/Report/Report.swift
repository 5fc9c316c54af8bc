import Foundation
import Histogram
import RPC

/// What a run found: what --json writes.
struct Report: Codable {
  let method: String
  let target: String
  /// "open loop, 1000 calls a second, even", "closed loop, 8 callers"
  let load: String
  let connections: Int
  let begun: Date
  /// From the first counted call to the last one's end.
  let seconds: Double
  /// That ended, with whichever status.
  let calls: Int
  let callsPerSecond: Double
  /// That ended with another status than OK.
  let failed: Int
  /// That were due and never began.
  let unsent: Int
  let statuses: [String: Int]
  /// What the first failure of each status said.
  let failures: [String: String]
  let messagesSent: Int
  let messagesReceived: Int
  let bytesReceived: Int
  /// From when a call was due to its end.
  let latency: Latency
  /// From when a call of a stream was due to its first reply.
  let firstReply: Latency?
  let timeline: [Second]
}

extension Report {
  init(
    _ state: Measurements.State, method: String, target: String, load: String, connections: Int,
    begun: Date
  ) {
    self.method = method
    self.target = target
    self.load = load
    self.connections = connections
    self.begun = begun
    seconds = Double(state.end - state.begin) / 1e9
    calls = state.statuses.values.reduce(0, +)
    callsPerSecond = seconds > 0 ? Double(calls) / seconds : 0
    failed = calls - state.statuses[.ok, default: 0]
    unsent = state.unsent
    statuses = Dictionary(uniqueKeysWithValues: state.statuses.map { ($0.key.name, $0.value) })
    failures = Dictionary(uniqueKeysWithValues: state.failures.map { ($0.key.name, $0.value) })
    messagesSent = state.sent
    messagesReceived = state.received
    bytesReceived = state.receivedBytes
    latency = Latency(state.all)
    firstReply = state.first.totalCount > 0 ? Latency(state.first) : nil
    timeline = state.seconds
  }

  var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      encoder.keyEncodingStrategy = .convertToSnakeCase
      encoder.dateEncodingStrategy = .iso8601
      return try encoder.encode(self)
    }
  }
}

/// How latencies are distributed, in microseconds.
struct Latency: Codable {
  struct Point: Codable {
    let percentile: Double
    let microseconds: Double
  }

  let mean: Double
  let min: Double
  let max: Double
  /// Those that so many calls can tell: p99.99 needs 10,000.
  let percentiles: [Point]
  /// Finer ones, for drawing.
  let curve: [Point]

  init(_ latencies: Measurements.Latencies) {
    let count = Double(latencies.totalCount)
    mean = count == 0 ? 0 : latencies.mean / 1e3
    min = count == 0 ? 0 : Double(latencies.min) / 1e3
    max = count == 0 ? 0 : Double(latencies.max) / 1e3
    func points(_ wanted: [Double]) -> [Point] {
      wanted.filter { count * (100 - $0) >= 99.999 }
        .map { Point(percentile: $0, microseconds: latencies.microseconds($0)) }
    }
    percentiles = points([50, 75, 90, 95, 99, 99.9, 99.99])
    // Five points for each time that the number of slower calls halves.
    curve = points((0...70).map { 100 - 100 * pow(0.5, Double($0) / 5) })
  }

  subscript(_ percentile: Double) -> Double? {
    percentiles.first { $0.percentile == percentile }?.microseconds
  }
}
