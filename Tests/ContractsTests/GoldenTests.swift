import Contracts
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Against Google's protobuf` {
  @Test(arguments: goldens)
  func `a message is written as protoc writes it`(_ golden: Golden) throws {
    #expect(hex(try golden.encode()) == hex(bytes(hex: golden.hex)))
  }

  @Test(arguments: goldens)
  func `a message is read from what protoc writes`(_ golden: Golden) throws {
    #expect(try golden.isDecoded(bytes(hex: golden.hex)))
  }

  @Test(arguments: goldens)
  func `the bytes kept here are still what protoc writes`(_ golden: Golden) throws {
    #expect(hex(try Protoc.encode(golden.name, text: golden.text)) == hex(bytes(hex: golden.hex)))
  }

  @Test(arguments: 0..<4)
  func `protoc reads a random message as what was meant and writes it the same`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    let messages: [(String, [UInt8])] = [
      ("testing.Scalars", try encoded(TestingScalars(&random))),
      ("testing.Arrays", try encoded(TestingArrays(&random))),
      ("testing.Nested", try encoded(TestingNested(&random))),
      ("testing.Choices", try encoded(TestingChoices(&random))),
    ]
    for (name, bytes) in messages {
      let text = try Protoc.decode(name, bytes)
      #expect(hex(try Protoc.encode(name, text: text)) == hex(bytes), "\(name)")
    }
  }
}
