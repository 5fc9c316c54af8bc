import TestDatabases
import Testing

@testable import Database

@Suite("A list by pages") struct PageTests {
  private func list(
    _ database: Database, _ tokens: PageTokens, token: String, size: Int
  ) async throws -> Page<Int64> {
    let filter = ["ListItems", "s"]
    let after = try tokens.position(of: token, filter: filter)?.first ?? .int(.min)
    let ids = try await database.read { tx in
      try await tx.query(
        "SELECT id FROM item WHERE space = $1 AND id > $2 ORDER BY id LIMIT $3",
        ["s", after, .int(Int64(size + 1))]
      ).map { try $0.int("id") }
    }
    return tokens.page(ids, size: size, filter: filter) { [.int($0)] }
  }

  @Test(
    "shows each row once, and is not disturbed by rows that come", arguments: TestEngine.allCases)
  func stableUnderInserts(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let tokens = try await PageTokens.open(in: database)
      let initial = (0..<95).map { Int64($0) * 10 }
      try await database.write { tx in for id in initial { try await tx.insert(id) } }
      var seen: [Int64] = []
      var token = ""
      repeat {
        let page = try await list(database, tokens, token: token, size: 10)
        seen += page.items
        token = page.nextPageToken
        // One row before the position, which is not shown, and one behind it, which is.
        let last = try #require(page.items.last)
        try await database.write { tx in
          try await tx.insert(last - 3)
          try await tx.execute("DELETE FROM item WHERE id = $1", [.int(last)])
        }
      } while !token.isEmpty
      #expect(seen == seen.sorted())
      #expect(Set(seen).count == seen.count)
      #expect(Set(initial).isSubset(of: seen))
    }
  }

  @Test("has no further page when the last one is full")
  func exactEnd() async throws {
    try await withDatabase(.memory) { database in
      let tokens = try await PageTokens.open(in: database)
      try await database.write { tx in for id in 0..<10 { try await tx.insert(Int64(id)) } }
      let page = try await list(database, tokens, token: "", size: 10)
      #expect(page.items.count == 10)
      #expect(page.nextPageToken == "")
    }
  }

  static let position: [SQLValue] = [.text("Bäcker & Söhne"), .int(-5), .null, .bytes([0, 255])]

  @Test("takes its tokens back, also after a restart, and no others")
  func tokens() async throws {
    try await withDatabase(.memory) { database in
      let tokens = try await PageTokens.open(in: database)
      let token = tokens.token(at: Self.position, filter: ["a", "b"])
      let restarted = try await PageTokens.open(in: database)
      #expect(try restarted.position(of: token, filter: ["a", "b"]) == Self.position)
      #expect(try tokens.position(of: "", filter: ["a"]) == nil)
      for filter in [["ab"], ["a"], ["b", "a"], ["a", "b", ""], []] {
        #expect(throws: PageError.invalidPageToken) {
          try tokens.position(of: token, filter: filter)
        }
      }
      try await withDatabase(.memory) { other in
        let foreign = try await PageTokens.open(in: other)
        #expect(throws: PageError.invalidPageToken) {
          try foreign.position(of: token, filter: ["a", "b"])
        }
      }
    }
  }

  @Test("refuses a token that was changed anywhere, cut or made longer")
  func tamperedTokens() async throws {
    try await withDatabase(.memory) { database in
      let tokens = try await PageTokens.open(in: database)
      let token = tokens.token(at: Self.position, filter: ["a"])
      var tampered = [token + "A", token + "=", token + "\u{E9}", "A", "?", "v1"]
      for index in token.indices {
        tampered.append(String(token[..<index]) + (index == token.startIndex ? " " : ""))
        tampered.append(
          token.replacingCharacters(at: index, with: token[index] == "A" ? "B" : "A"))
      }
      for token in tampered where !token.isEmpty {
        #expect(throws: PageError.invalidPageToken) {
          try tokens.position(of: token, filter: ["a"])
        }
      }
    }
  }

  @Test("has a size within limits", arguments: [(0, 50), (1, 1), (1_000, 1_000), (.max, 1_000)])
  func pageSize(requested: Int32, size: Int) throws {
    #expect(try PageSize.resolve(requested) == size)
    #expect(throws: PageError.negativePageSize) { try PageSize.resolve(-1) }
  }

  @Test("comes with etags that a later change makes void")
  func etags() throws {
    try ETag.check(ETag.text(version: 7), version: 7)
    try ETag.check("", version: 7)
    #expect(throws: ETagMismatch(current: "v8")) {
      try ETag.check(ETag.text(version: 7), version: 8)
    }
    #expect(throws: ETagMismatch.self) { try ETag.check("7", version: 7) }
  }
}

extension String {
  fileprivate func replacingCharacters(at index: Index, with character: Character) -> String {
    var copy = self
    copy.replaceSubrange(index...index, with: [character])
    return copy
  }
}
