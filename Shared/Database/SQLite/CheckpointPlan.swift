/// When the log is written back, and by whom.
///
///     log reaches 4000 pages   pass: the thread writes them back while commits go on behind it
///     that has ended           finish: the writer, between two batches, writes back what came meanwhile
///     next commit              finds all written back and begins the log anew
///
/// A pass alone never catches up with a writer that does not rest, and the log would only grow. That costs
/// each commit: syncing bytes that make the file longer takes twice as long as bytes in its place (225
/// against 105 µs here), and the passes, one after the other, sync beside it. So the writer finishes; it
/// has few pages to write then. Where that would be more than 1000, another pass goes first, up to 64 MiB.
/// While a reader keeps an old snapshot no log begins anew: then it grows by 1000 pages before the next try.
///
/// A page that was changed many times is written back once: with 4000 pages instead of SQLite's own 1000
/// the thread writes 0.51 pages of a durable create of client-link instead of 0.92, and syncs them a quarter
/// as often. The first block of the log's index has room for 4062: beyond it a look-up may ask two.
struct CheckpointPlan: Sendable {
  static let usualPages = 4_000
  static let fewPages = 1_000
  static let longPages = 16_000

  enum Step { case nothing, pass, finish }
  private enum Pass {
    case none
    case running(from: Int)
    case ended(from: Int)
  }

  private var pass = Pass.none
  private var lastPages = 0
  private var startAt = usualPages

  /// What is to be done after a batch that left so many pages in the log.
  mutating func next(logPages: Int) -> Step {
    if logPages < lastPages {
      startAt = Self.usualPages
      if case .ended = pass { pass = .none }
    }
    lastPages = logPages
    switch pass {
    case .running:
      return .nothing
    case .ended(let from) where logPages >= from && logPages - from > Self.fewPages:
      startAt = logPages
    case .ended:
      pass = .none
      startAt = logPages + Self.fewPages
      return .finish
    case .none:
      break
    }
    guard logPages >= startAt else { return .nothing }
    if logPages >= Self.longPages {
      pass = .none
      startAt = logPages + Self.fewPages
      return .finish
    }
    pass = .running(from: logPages)
    return .pass
  }

  /// The thread's pass is over.
  mutating func passed() {
    if case .running(let from) = pass { pass = .ended(from: from) }
  }
}
