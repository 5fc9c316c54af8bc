import Dispatch
import Foundation
import Synchronization

/// Writes finished log lines to a file descriptor, off the threads that log.
///
/// A line is appended to a buffer under a short lock; a queue of its own writes the buffer out, one
/// write for whatever has gathered. When the reader of the descriptor is slower than the log and
/// the buffer is full, lines are dropped and counted, and the next write says how many: a stuck
/// terminal or pipe never stops a call.
package final class LogWriter: Sendable {
  private struct State: ~Copyable {
    var bytes: [UInt8] = []
    var dropped = 0
    var isScheduled = false
  }

  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "daybook.log")
  private let descriptor: Int32
  private let capacity: Int
  private let droppedLine: @Sendable (Int) -> String
  private let droppedTotal = Atomic<Int>(0)

  /// - Parameters:
  ///   - descriptor: stays open and is the caller's.
  ///   - capacity: bytes that wait at most.
  ///   - droppedLine: the line that reports lost lines, without its line break.
  package init(
    descriptor: Int32, capacity: Int = 1 << 20,
    droppedLine: @escaping @Sendable (Int) -> String = { "\($0) log lines dropped" }
  ) {
    self.descriptor = descriptor
    self.capacity = capacity
    self.droppedLine = droppedLine
  }

  /// Lines lost since the start, for the metrics.
  package var droppedLines: Int { droppedTotal.load(ordering: .relaxed) }

  /// Takes a line that has no line break in it.
  package func write(_ line: String) {
    let mustSchedule = state.withLock { state in
      guard state.bytes.count + line.utf8.count < capacity else {
        state.dropped += 1
        droppedTotal.add(1, ordering: .relaxed)
        return false
      }
      state.bytes.append(contentsOf: line.utf8)
      state.bytes.append(UInt8(ascii: "\n"))
      defer { state.isScheduled = true }
      return !state.isScheduled
    }
    if mustSchedule { queue.async { self.drain() } }
  }

  /// Returns when what was logged before is written, or after `timeout`: a reader that takes
  /// nothing must not keep the process from ending.
  package func flush(timeout: Duration = .seconds(2)) {
    let done = DispatchSemaphore(value: 0)
    queue.async {
      self.drain()
      done.signal()
    }
    _ = done.wait(timeout: .now() + .nanoseconds(Int(timeout.nanoseconds)))
  }

  private func drain() {
    let (bytes, dropped) = state.withLock { state in
      state.isScheduled = false
      defer { (state.bytes, state.dropped) = ([], 0) }
      return (state.bytes, state.dropped)
    }
    writeAll(bytes)
    if dropped > 0 { writeAll(Array((droppedLine(dropped) + "\n").utf8)) }
  }

  /// A descriptor that is closed or broken loses the rest: there is nowhere left to say so.
  private func writeAll(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes {
        unsafe Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        // Somebody made the descriptor non-blocking (a terminal shared with a child).
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        unsafe poll(&waiting, 1, 1_000)
      } else if errno != EINTR {
        return
      }
    }
  }
}
