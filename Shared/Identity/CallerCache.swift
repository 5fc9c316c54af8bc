import Crypto
import Synchronization

/// Callers whose token was verified, by the token's SHA-256, so that ES256 (about 100 µs) is paid once
/// a token and not once a call. Holds no token.
///
/// Sixteen parts with a lock each, held for one look-up, so that event loops rarely meet. Each part
/// keeps two generations: what is used moves to the young one, and when that is full the old one is
/// dropped. This bounds the memory and drops roughly the least recently used, without a list to keep.
struct CallerCache: Sendable {
  struct Entry: Sendable {
    let caller: Caller
    /// Microseconds since 1970; the entry is no answer from then on.
    let expires: Int64
    /// Under which keys the token was verified.
    let change: Int
  }

  private let parts: [Part]

  /// - Parameter capacity: The most entries, rounded up to the parts' whole share.
  init(capacity: Int) {
    let share = max(1, (capacity + 31) / 32)
    parts = (0..<16).map { _ in Part(generationSize: share) }
  }

  /// The caller of a token that was verified under these keys and has not expired.
  func find(_ digest: SHA256Digest, change: Int, at time: Int64) -> Caller? {
    part(of: digest).find(digest) { $0.change == change && time < $0.expires }?.caller
  }

  func insert(_ entry: Entry, for digest: SHA256Digest) {
    part(of: digest).insert(entry, for: digest)
  }

  var count: Int { parts.reduce(0) { $0 + $1.count } }

  private func part(of digest: SHA256Digest) -> Part {
    parts[digest.hashValue & 15]
  }

  private final class Part: Sendable {
    private struct Generations {
      var young: [SHA256Digest: Entry] = [:]
      var old: [SHA256Digest: Entry] = [:]
    }

    private let generationSize: Int
    private let generations = Mutex(Generations())

    init(generationSize: Int) { self.generationSize = generationSize }

    var count: Int { generations.withLock { $0.young.count + $0.old.count } }

    func find(_ digest: SHA256Digest, where isGood: (Entry) -> Bool) -> Entry? {
      generations.withLock { generations in
        if let entry = generations.young[digest] {
          if isGood(entry) { return entry }
          generations.young[digest] = nil
          return nil
        }
        guard let entry = generations.old.removeValue(forKey: digest), isGood(entry) else {
          return nil
        }
        add(entry, for: digest, to: &generations)
        return entry
      }
    }

    func insert(_ entry: Entry, for digest: SHA256Digest) {
      generations.withLock { generations in
        generations.old[digest] = nil
        add(entry, for: digest, to: &generations)
      }
    }

    private func add(_ entry: Entry, for digest: SHA256Digest, to generations: inout Generations) {
      if generations.young.count >= generationSize, generations.young[digest] == nil {
        generations.old = generations.young
        generations.young = [:]
      }
      generations.young[digest] = entry
    }
  }
}
