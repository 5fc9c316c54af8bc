import Contracts
import Protobuf
import RPC
import Testing

@Suite struct `Messages come back as they went` {
  private func expectSame<M: WireMessage>(_ message: M) throws {
    let once = try encoded(message)
    let back = try decoded(once, as: M.self)
    #expect(back == message)
    #expect(try encoded(back) == once)
  }

  @Test(arguments: 0..<40)
  func `random ones`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    try expectSame(TestingScalars(&random))
    try expectSame(TestingArrays(&random))
    try expectSame(TestingNested(&random))
    try expectSame(TestingChoices(&random))
    try expectSame(TestingMaps(&random))
  }

  @Test func `one of 3 MiB, far more than an arena keeps`() throws {
    try expectSame(TestingScalars(bytes: Array(repeating: 7, count: 3 << 20)))
    try expectSame(TestingArrays(strings: Array(repeating: "zwölf", count: 100_000)))
  }

  @Test func `on many threads at once`() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for seed in 0..<16 {
        group.addTask {
          var random = SeededRandom(seed: UInt64(seed))
          for _ in 0..<20 { try expectSame(TestingChoices(&random)) }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func `appended after what the buffer has`() throws {
    let one = TestingEcho(id: "1")
    let two = TestingEcho(id: "2")
    #expect(try encoded(one) + encoded(two) == bytes(hex: "0a0131 0a0132"))
  }

  @Test func `an enum keeps a number it does not know`() throws {
    let message = try decoded(bytes(hex: "800163"), as: TestingScalars.self)
    #expect(message.color == .unrecognized(99))
    #expect(message.color.name == "99")
    #expect(try encoded(message) == bytes(hex: "800163"))
  }

  @Test func `an enum has the names of the proto file`() {
    #expect(TestingColor.allCases == [.unspecified, .red, .deepBlue])
    #expect(TestingColor.deepBlue.name == "COLOR_DEEP_BLUE")
    #expect(TestingColor(name: "COLOR_DEEP_BLUE") == .deepBlue)
    #expect(TestingColor(name: "DEEP_BLUE") == nil)
    #expect(TestingLevel(rawValue: -3) == .below)
  }
}
