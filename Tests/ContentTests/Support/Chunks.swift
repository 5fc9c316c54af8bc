@testable import Content

/// A stream of the chunks, which fails at its end where it is told to.
func stream(_ chunks: [[UInt8]], failing failure: (any Error)? = nil)
  -> AsyncThrowingStream<[UInt8], any Error>
{
  AsyncThrowingStream { continuation in
    for chunk in chunks { continuation.yield(chunk) }
    continuation.finish(throwing: failure)
  }
}

/// Cuts bytes into chunks of random lengths, empty ones among them.
func cut(_ bytes: [UInt8], _ random: inout some RandomNumberGenerator) -> [[UInt8]] {
  var chunks: [[UInt8]] = []
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = Int.random(in: 0...max(1, bytes.count / 3), using: &random)
    chunks.append(Array(rest.prefix(count)))
    rest = rest.dropFirst(count)
  }
  return chunks
}

/// SplitMix64: the same numbers for the same seed.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
  }
}

func collect(_ bytes: ContentBytes) async throws -> [[UInt8]] {
  var chunks: [[UInt8]] = []
  for try await chunk in bytes { chunks.append(chunk) }
  return chunks
}
