import Foundation

/// Where the key set (a JWKS document, RFC 7517) is read from.
package struct KeySource: Sendable {
  /// Fetches an `https:` key set. The caller of `init` brings it, and with it its time limit.
  package typealias Fetch = @Sendable (_ url: String) async throws -> [UInt8]

  /// As it was configured, for logs.
  package let location: String
  let read: @Sendable () async throws -> [UInt8]

  package init(location: String, read: @escaping @Sendable () async throws -> [UInt8]) {
    self.location = location
    self.read = read
  }

  /// - Parameters:
  ///   - location: `file:/path`, a path, or an `https:` address. Plain `http:` is taken for loopback
  ///     hosts only: whoever can change the answer can make callers.
  ///   - fetch: Needed for addresses.
  package init(_ location: String, fetch: Fetch? = nil) throws(KeySetError) {
    if location.hasPrefix("https://") || Self.isLoopback(location) {
      guard let fetch else {
        throw KeySetError("key set \(location): addresses are not supported here")
      }
      self.init(location: location) { try await fetch(location) }
    } else if location.hasPrefix("http:") {
      throw KeySetError("key set \(location): only https: or a loopback host")
    } else {
      let path = location.hasPrefix("file:") ? String(location.dropFirst(5)) : location
      let clean = path.hasPrefix("//") ? String(path.dropFirst(2)) : path
      guard !clean.isEmpty else { throw KeySetError("key set: the path is empty") }
      self.init(location: location) { try Self.readFile(clean) }
    }
  }

  private static func isLoopback(_ location: String) -> Bool {
    ["http://127.0.0.1:", "http://[::1]:", "http://localhost:"].contains(where: location.hasPrefix)
  }

  private static func readFile(_ path: String) throws -> [UInt8] {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw KeySetError("key set \(path): cannot be read")
    }
    defer { try? file.close() }
    // One byte more than a key set may have tells a file that is too long from one that fits.
    return Array(try file.read(upToCount: VerificationKeys.maximumBytes + 1) ?? Data())
  }
}

/// A key set that cannot be used: why, for the operator.
package struct KeySetError: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}
