import Foundation
import Glibc

/// How far a transfer is, on one line of a terminal's standard error that is written over and over;
/// nothing where nobody watches.
struct Progress {
  private let words: String
  private let total: Int64?
  private let isShown: Bool
  private var shown = ContinuousClock.now
  private var isOnLine = false

  init(_ words: String, total: Int64?, isShown: Bool = isatty(STDERR_FILENO) == 1) {
    self.words = words
    self.total = total
    self.isShown = isShown
  }

  /// At most ten times a second: writing to a terminal costs more than reading a file.
  mutating func reached(_ bytes: Int64) {
    let now = ContinuousClock.now
    guard isShown, now - shown > .milliseconds(100) else { return }
    shown = now
    isOnLine = true
    let goal = total.map { " of \(Self.size($0))" } ?? ""
    FileHandle.standardError.write(Data("\r\u{1b}[K\(words) \(Self.size(bytes))\(goal)".utf8))
  }

  /// Clears the line.
  mutating func end() {
    guard isOnLine else { return }
    isOnLine = false
    FileHandle.standardError.write(Data("\r\u{1b}[K".utf8))
  }

  /// `512 B`, `3.4 MiB`.
  static func size(_ bytes: Int64) -> String {
    var value = Double(bytes)
    for unit in ["B", "KiB", "MiB", "GiB"] {
      if value < 1024 {
        return unit == "B" ? "\(bytes) B" : "\((value * 10).rounded() / 10) \(unit)"
      }
      value /= 1024
    }
    return "\((value * 10).rounded() / 10) TiB"
  }
}
