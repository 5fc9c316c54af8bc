#if DAYBOOK_FAULTS
  import Glibc

  /// What a test build can be told to break, to see that deploy/torture finds it: by the variable
  /// DAYBOOK_FAULT. It is in no other build than one made with DAYBOOK_FAULTS=1.
  package enum Fault: String, Sendable {
    /// Calls are answered before they are committed.
    case answerEarly = "answer-early"
    /// Repeated requests, events and deliveries are taken for new ones.
    case noDeduplication = "no-deduplication"
    /// SQLite syncs nothing.
    case synchronousOff = "synchronous-off"

    package static let active = unsafe getenv("DAYBOOK_FAULT").flatMap {
      unsafe Fault(rawValue: String(cString: $0))
    }
  }
#endif
