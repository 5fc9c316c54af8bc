import Crypto
import Foundation
import Identity
import RPC
import Testing

@Suite struct ResourceTests {
  static let client = ResourcePattern("spaces/{space}/clients/{client}")

  @Test(
    "A space id is a lower-case label",
    arguments: ["a", "firm-jansen", "b0", "a--b", String(repeating: "a", count: 63)])
  func spaceIDs(_ text: String) { #expect(SpaceID(text)?.description == text) }

  static let noSpaces = [
    "", "-", "a-", "-a", "0a", "A", "a_b", "a.b", "a b", "a/b", "é", "a\0", "ａ",
    String(repeating: "a", count: 64),
  ]

  @Test("What is no lower-case label is no space id", arguments: noSpaces)
  func notSpaceIDs(_ text: String) throws {
    #expect(SpaceID(text) == nil)
    let error = #expect(throws: RPCError.self) { try SpaceID(text, field: "parent") }
    #expect(error?.code == .invalidArgument)
    #expect(error?.message.hasPrefix("parent must be a space id") == true)
  }

  @Test func `A resource id carries its space and reads back as it was`() throws {
    let space = try #require(SpaceID("firm-jansen"))
    for _ in 0..<500 {
      for id in [ResourceID.unguessable(in: space), .timeOrdered(in: space, now: WallClock.now())] {
        #expect(id.part.utf8.count == 26)
        #expect(ResourceID(id.description) == id)
        #expect(ResourceID(space: space, part: id.part) == id)
        #expect(id.description == "firm-jansen.\(id.part)")
      }
    }
  }

  @Test func `A repeatable id is the same whenever it is made, and another for anything else`()
    throws
  {
    let space = try #require(SpaceID("firm-jansen"))
    let other = try #require(SpaceID("firm-peeters"))
    let id = ResourceID.repeatable(in: space, at: 1_700_000_000_000_000, from: "a")
    #expect(id == .repeatable(in: space, at: 1_700_000_000_000_000, from: "a"))
    #expect(ResourceID(id.description) == id)
    let others = [
      ResourceID.repeatable(in: space, at: 1_700_000_000_000_000, from: "b"),
      .repeatable(in: space, at: 1_700_000_000_001_000, from: "a"),
      .repeatable(in: other, at: 1_700_000_000_000_000, from: "a"),
    ]
    #expect(Set(others.map(\.part)).union([id.part]).count == 4)
  }

  @Test func `Time-ordered ids sort as they were made and begin with the time`() throws {
    let space = try #require(SpaceID("s"))
    let times: [Int64] = [0, 1000, 32_000, 1_700_000_000_000_000, 1_700_000_000_001_000]
    let parts = times.map { ResourceID.timeOrdered(in: space, now: $0).part }
    #expect(parts == parts.sorted())
    // 1,469,922,850,259 ms is 01ARYZ6S41 in the ULID specification's own alphabet.
    let known = ResourceID.timeOrdered(in: space, now: 1_469_918_176_385_000)
    #expect(known.part.hasPrefix("01aryz6s41"))
    #expect(ResourceID.timeOrdered(in: space, now: -1).part.hasPrefix("0000000000"))
  }

  @Test
  func `A derived id is the same for the same key, space and label, and another for any other`()
    throws
  {
    let space = try #require(SpaceID("firm-jansen"))
    let other = try #require(SpaceID("firm-peeters"))
    let key = [UInt8](repeating: 1, count: 32)
    let id = ResourceID.derived(in: space, from: "a", key: key)
    #expect(id == .derived(in: space, from: "a", key: key))
    #expect(ResourceID(id.description) == id)
    let others = [
      ResourceID.derived(in: space, from: "b", key: key),
      .derived(in: other, from: "a", key: key),
      .derived(in: space, from: "a", key: [UInt8](repeating: 2, count: 32)),
    ]
    #expect(Set(others.map(\.part) + [id.part]).count == 4)
  }

  @Test func `No two unguessable ids are alike and each position varies`() throws {
    let space = try #require(SpaceID("s"))
    let parts = (0..<2000).map { _ in Array(ResourceID.unguessable(in: space).part.utf8) }
    #expect(Set(parts).count == 2000)
    for position in 0..<26 {
      #expect(Set(parts.map { $0[position] }).count == (position == 0 ? 8 : 32))
    }
  }

  @Test(
    "A resource id has one spelling",
    arguments: [
      "", ".", "s.", ".01aryz6s41000000000000000", "s01aryz6s410000000000000000",
      "s.01ARYZ6S410000000000000000", "s.01aryz6s41000000000000000",
      "s.01aryz6s4100000000000000000",
      "s.81aryz6s410000000000000000", "s.0iaryz6s410000000000000000",
      "s.01aryz6s41000000000000000u",
      "s..1aryz6s410000000000000000", "s.t.01aryz6s410000000000000000",
      "s. 1aryz6s410000000000000000",
      "S.01aryz6s410000000000000000", "s.01aryz6s41000000000000000é",
      "s.01aryz6s410000000000000000\n",
    ])
  func notResourceIDs(_ text: String) { #expect(ResourceID(text) == nil) }

  @Test func `A secret's hash is the SHA-256 of its text`() throws {
    let id = try #require(ResourceID("s.01aryz6s410000000000000000"))
    #expect(id.secretHash == Array(SHA256.hash(data: Data("s.01aryz6s410000000000000000".utf8))))
  }

  @Test func `A name reads back what it was made of`() throws {
    let text = Self.client.format("firm-jansen", "01aryz6s410000000000000000")
    #expect(text == "spaces/firm-jansen/clients/01aryz6s410000000000000000")
    let name = try Self.client.parse(text, field: "name")
    #expect(try name.space == SpaceID("firm-jansen"))
    #expect(name["client"] == "01aryz6s410000000000000000")
    #expect(name["other"] == "")
  }

  @Test(
    "What does not fit the pattern is refused without being repeated",
    arguments: [
      "", "/", "spaces", "spaces/a", "spaces/a/clients", "spaces/a/clients/", "spaces//clients/b",
      "/spaces/a/clients/b", "spaces/a/clients/b/", "spaces/a/clients/b/c", "Spaces/a/clients/b",
      "spaces/a/documents/b", "spaces/-/clients/b", "spaces/A/clients/b", "spaces/a/clients/B",
      "spaces/a/clients/b%2f", "spaces/a/clients/é", "spaces/a/clients/b\0",
      "spaces/{space}/clients/b",
      "spaces/a/clients/\(String(repeating: "b", count: 129))",
      String(repeating: "spaces/a/clients/", count: 4096),
    ])
  func notNames(_ text: String) {
    let error = #expect(throws: RPCError.self) { try Self.client.parse(text, field: "name") }
    #expect(error?.code == .invalidArgument)
    #expect(error?.message == "name must look like spaces/{space}/clients/{client}")
  }

  @Test func `A name of a pattern without a space is in nobody's space`() throws {
    let name = try ResourcePattern("currencies/{currency}").parse("currencies/eur", field: "name")
    #expect(name["currency"] == "eur")
    #expect(throws: RPCError.self) { try name.space }
  }

  /// Names made of the pattern's own pieces, whole and damaged. What is accepted must be exactly what
  /// formatting its values gives.
  @Test func `Fifty thousand random names are refused or read back whole`() throws {
    var random = SeededGenerator(seed: 42)
    let pieces = [
      "spaces", "clients", "/", "/", "/", "a", "firm-jansen", "-", ".", "..", "{space}", "B", "é",
      "\0", "%2f",
      " ", "01aryz6s410000000000000000", "spaces/a/clients/", "clients/b",
    ]
    var accepted = 0
    for _ in 0..<50_000 {
      let count = Int.random(in: 1...8, using: &random)
      let text = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      guard let name = Self.client.match(text) else { continue }
      accepted += 1
      #expect(Self.client.format(try name.space.description, name["client"]) == text)
    }
    #expect(accepted > 100)
  }
}
