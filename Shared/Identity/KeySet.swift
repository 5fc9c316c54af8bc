import Synchronization

/// The issuer's public keys, read again every `interval` and used without a lock on the request path.
///
/// A key that is added, replaced or removed takes effect with the first call `interval` after the
/// change at the latest, whatever the traffic: the call that finds the last reading too old waits for
/// the next one. The document is compared whole rather than by its time stamp, which misses a second
/// change within one tick of the clock. When a reading fails the last good keys stay for
/// `maximumAge`, then every token is refused with UNAVAILABLE.
package final class KeySet: Sendable {
  private let source: KeySource
  private let interval: Int64
  private let maximumAge: Int64
  private let now: @Sendable () -> Int64
  private let report: @Sendable (KeySetEvent) -> Void
  private let state: Mutex<State>
  /// When the next reading is due, in microseconds since 1970; read by every call.
  private let due: Atomic<Int64>
  /// Counts the changes of the keys; a caller cached under an older one is verified again.
  private let changes = Atomic<Int>(0)

  private struct State {
    var document: [UInt8]
    var keys: VerificationKeys
    /// When the document was last read without fault.
    var readAt: Int64
    var reading: Task<Void, Never>?
  }

  /// Reads the keys for the first time; a service does not start without them.
  ///
  /// - Parameters:
  ///   - interval: How old a reading may get. 5 s suits a file, minutes suit an address.
  ///   - maximumAge: How long the last good keys serve while readings fail.
  ///   - now: Microseconds since 1970.
  ///   - report: Told of every change and of every reading that failed.
  /// - Throws: `KeySetError`, or what the source throws.
  package init(
    _ source: KeySource, interval: Duration = .seconds(5), maximumAge: Duration = .seconds(3600),
    now: @escaping @Sendable () -> Int64 = WallClock.now,
    report: @escaping @Sendable (KeySetEvent) -> Void = { _ in }
  ) async throws {
    self.source = source
    self.interval = interval.microseconds
    self.maximumAge = maximumAge.microseconds
    self.now = now
    self.report = report
    let document = try await source.read()
    let keys = try await VerificationKeys(jwks: document, location: source.location)
    let time = now()
    state = Mutex(State(document: document, keys: keys, readAt: time))
    due = Atomic(time + self.interval)
  }

  /// The number of the keys in force, or nil when they must be read again first.
  func currentChange(at time: Int64) -> Int? {
    time < due.load(ordering: .relaxed) ? changes.load(ordering: .acquiring) : nil
  }

  /// The keys in force, read again first when that is due. Never called on an event loop.
  ///
  /// - Throws: UNAVAILABLE when no reading has succeeded for `maximumAge`.
  func keys() async throws(KeysUnavailable) -> (keys: VerificationKeys, change: Int) {
    if currentChange(at: now()) == nil { await reload() }
    let (keys, change, age) = state.withLock { state in
      (state.keys, changes.load(ordering: .relaxed), now() - state.readAt)
    }
    guard age < maximumAge else { throw KeysUnavailable() }
    return (keys, change)
  }

  /// Reads the keys now (a service calls this on SIGHUP). Calls that ask at once share one reading.
  package func reload() async {
    let reading = state.withLock { state in
      if let reading = state.reading { return reading }
      // Detached: a reading serves all who wait for it, and outlives the call that started it.
      let reading = Task.detached { await self.read() }
      state.reading = reading
      return reading
    }
    await reading.value
  }

  private func read() async {
    var event: KeySetEvent?
    do {
      let document = try await source.read()
      if document == state.withLock({ $0.document }) {
        state.withLock { $0.readAt = now() }
      } else {
        try await replace(with: document)
        event = .changed(source.location)
      }
    } catch {
      event = .failed(source.location, error)
    }
    due.store(now() + interval, ordering: .relaxed)
    state.withLock { $0.reading = nil }
    if let event { report(event) }
  }

  private func replace(with document: [UInt8]) async throws {
    let keys = try await VerificationKeys(jwks: document, location: source.location)
    state.withLock { state in
      state.document = document
      state.keys = keys
      state.readAt = now()
      // Inside the lock: nobody may hold the old keys under the new number.
      changes.add(1, ordering: .releasing)
    }
  }
}

/// What happened to the key set, for the log.
package enum KeySetEvent: Sendable {
  case changed(_ location: String)
  /// The last good keys stay in force for now.
  case failed(_ location: String, any Error)
}

/// No reading of the key set has succeeded for too long.
struct KeysUnavailable: Error {}

extension Duration {
  var microseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1_000_000 + attoseconds / 1_000_000_000_000
  }
}
