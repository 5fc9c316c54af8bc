internal import Crypto

/// How many rows a page has.
package enum PageSize {
  package static let standard = 50
  package static let maximum = 1_000

  /// The page size for what a caller asked: 0 is the standard, more than the maximum is the maximum
  /// (AIP-158), less than 0 is refused.
  package static func resolve(_ requested: Int32) throws(PageError) -> Int {
    guard requested >= 0 else { throw .negativePageSize }
    return requested == 0 ? standard : min(Int(requested), maximum)
  }
}

/// A page was asked for that there is not (gRPC: INVALID_ARGUMENT).
package enum PageError: Error, Equatable {
  case negativePageSize
  /// The token is not one of ours, was changed, or belongs to a call with another filter.
  case invalidPageToken
}

/// Rows of a list, and where it goes on.
package struct Page<Item: Sendable>: Sendable {
  package let items: [Item]
  /// Empty on the last page.
  package let nextPageToken: String
}

/// Makes and reads page tokens. A token holds the key of the last row of a page, so that a list is
/// stable while rows come and go, and is signed together with the filter of its list.
package struct PageTokens: Sendable {
  private let secret: SymmetricKey

  init(secret: [UInt8]) { self.secret = SymmetricKey(data: secret) }

  /// The tokens of a service. The secret is made once and kept in the database, so that all replicas
  /// know it and a restart ends no list.
  package static func open(in database: Database) async throws -> PageTokens {
    let fresh = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
    let secret = try await database.write { tx in
      try await LibrarySecret.keep(fresh, as: "page tokens", in: tx)
    }
    return PageTokens(secret: secret)
  }

  /// Cuts rows that were read with a limit of `size + 1` into a page.
  ///
  /// - Parameters:
  ///   - filter: whatever the list depends on: method, space, filter, order. The next call must give
  ///     the same.
  ///   - position: the key that the list is ordered by, unique for each row.
  package func page<Item: Sendable>(
    _ rows: [Item], size: Int, filter: [String], position: (Item) -> [SQLValue]
  ) -> Page<Item> {
    guard rows.count > size, let last = rows.prefix(size).last else {
      return Page(items: rows, nextPageToken: "")
    }
    return Page(
      items: Array(rows.prefix(size)), nextPageToken: token(at: position(last), filter: filter))
  }

  package func token(at position: [SQLValue], filter: [String]) -> String {
    let content = PagePosition.encode(position)
    return Base64URL.encode(signature(content, filter) + content)
  }

  /// The position that a token holds; nil for the empty token of a first page.
  package func position(
    of token: String, filter: [String]
  ) throws(PageError) -> [SQLValue]? {
    if token.isEmpty { return nil }
    guard let bytes = Base64URL.decode(token), bytes.count > Self.signatureSize else {
      throw .invalidPageToken
    }
    let content = Array(bytes.dropFirst(Self.signatureSize))
    let expected = signature(content, filter)
    // Every byte is compared, so that the time taken says nothing about the right signature.
    let difference = zip(bytes, expected).reduce(into: UInt8(0)) { $0 |= $1.0 ^ $1.1 }
    guard difference == 0, let position = PagePosition.decode(content) else {
      throw .invalidPageToken
    }
    return position
  }

  /// 128 bits of the HMAC are beyond guessing and keep tokens short.
  private static let signatureSize = 16

  private func signature(_ content: [UInt8], _ filter: [String]) -> [UInt8] {
    // The parts of the filter with their lengths: ["a", "b"] and ["ab"] are two filters.
    let fingerprint = PagePosition.encode(filter.map { .text($0) })
    let code = HMAC<SHA256>.authenticationCode(
      for: SHA256.hash(data: fingerprint) + content, using: secret)
    return Array(code.prefix(Self.signatureSize))
  }
}
