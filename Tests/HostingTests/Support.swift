import Foundation
import Testing

/// Gives a folder that is gone afterwards.
func withTemporaryFolder<T>(_ body: (String) throws -> T) throws -> T {
  let folder = FileManager.default.temporaryDirectory.path + "/hosting-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}

/// Asks until it is so, at most `seconds`.
func eventually(within seconds: Double = 10, _ condition: () throws -> Bool) async throws -> Bool {
  let end = ContinuousClock.now + .seconds(seconds)
  while ContinuousClock.now < end {
    if try condition() { return true }
    try await Task.sleep(for: .milliseconds(5))
  }
  return false
}

/// A pipe whose ends close with it.
final class TestPipe {
  let reading: Int32
  let writing: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    try #require(unsafe pipe(&ends) == 0)
    (reading, writing) = (ends[0], ends[1])
  }

  /// What is there now, waiting at most a second for the first byte.
  func read(_ count: Int = 1 << 16) -> String {
    var waiting = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&waiting, 1, 1_000) == 1 else { return "" }
    var bytes = [UInt8](repeating: 0, count: count)
    let got = unsafe Foundation.read(reading, &bytes, count)
    return String(decoding: bytes.prefix(max(0, got)), as: UTF8.self)
  }

  deinit {
    close(reading)
    close(writing)
  }
}
