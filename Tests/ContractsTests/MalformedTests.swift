import Contracts
import Protobuf
import RPC
import Testing

/// Bytes that are no message, and why.
struct Malformed: Sendable, CustomTestStringConvertible {
  let why: String
  let hex: String
  let rule: ProtobufError.Rule
  var code = RPCError.Code.invalidArgument

  var testDescription: String { why }
}

/// As TestingChoices.
private let malformed: [Malformed] = [
  Malformed(why: "a tag alone", hex: "0a", rule: .truncated),
  Malformed(why: "a tag that is cut", hex: "8a", rule: .badTag),
  Malformed(why: "a tag of 6 bytes", hex: "8a8080808000", rule: .badTag),
  Malformed(why: "field 0", hex: "0200", rule: .badTag),
  Malformed(why: "wire type 6", hex: "0e00", rule: .badTag),
  Malformed(why: "wire type 7", hex: "0f00", rule: .badTag),
  Malformed(why: "a group begins", hex: "a306", rule: .group),
  Malformed(why: "a group ends", hex: "a406", rule: .group),
  Malformed(why: "a known field as a group", hex: "0b0c", rule: .wrongWireType),
  Malformed(why: "a number that is cut", hex: "18ff", rule: .truncated),
  Malformed(
    why: "a number of 11 bytes", hex: "18 8080808080808080808001", rule: .overlongVarint),
  Malformed(
    why: "an unknown number of 11 bytes", hex: "a006 ffffffffffffffffffff01",
    rule: .overlongVarint),
  Malformed(why: "a double that is cut", hex: "a90100000000", rule: .truncated),
  Malformed(why: "an unknown fixed32 that is cut", hex: "a506000000", rule: .truncated),
  Malformed(why: "a string longer than the rest", hex: "0a0261", rule: .truncated),
  Malformed(why: "a string of 2^32-1 bytes", hex: "0affffffff0f61", rule: .truncated),
  Malformed(why: "a string of 2^63 bytes", hex: "0a8080808080808080800161", rule: .truncated),
  Malformed(why: "an unknown field of 5 GB", hex: "a20680e497a012", rule: .truncated),
  Malformed(why: "a message longer than the rest", hex: "320a0a00", rule: .truncated),
  Malformed(why: "a message longer than the one around it", hex: "32020a09", rule: .truncated),
  Malformed(why: "a string sent as a number", hex: "0801", rule: .wrongWireType),
  Malformed(why: "a number sent as a string", hex: "1a0161", rule: .wrongWireType),
  Malformed(why: "a message sent as a number", hex: "3001", rule: .wrongWireType),
  Malformed(why: "a double sent as a fixed32", hex: "ad0100000000", rule: .wrongWireType),
  Malformed(why: "a string with a lone continuation byte", hex: "0a0180", rule: .invalidUTF8),
  Malformed(why: "a string with a sequence that is cut", hex: "0a02e282", rule: .invalidUTF8),
  Malformed(why: "a string with an overlong slash", hex: "0a02c0af", rule: .invalidUTF8),
  Malformed(why: "a string with a surrogate", hex: "0a03eda080", rule: .invalidUTF8),
  Malformed(why: "a string beyond U+10FFFF", hex: "0a04f4908080", rule: .invalidUTF8),
  Malformed(
    why: "a string that is not UTF-8 in a message inside", hex: "32050a030a01ff",
    rule: .invalidUTF8),
  Malformed(why: "a string with a NUL", hex: "0a03610062", rule: .embeddedNUL),
  Malformed(why: "a message given twice", hex: "3200 3200", rule: .repeatedMessage),
  Malformed(
    why: "a message given twice in a message inside", hex: "8a02 04 1a00 1a00",
    rule: .repeatedMessage),
]

@Suite struct `Malformed bytes` {
  @Test(arguments: malformed)
  func `are refused with the rule they break`(_ malformed: Malformed) throws {
    let error = try #require(throws: RPCError.self) {
      try decoded(bytes(hex: malformed.hex), as: TestingChoices.self)
    }
    #expect(error.code == malformed.code)
    #expect((error.cause as? ProtobufError)?.rule == malformed.rule)
    #expect(error.message.hasPrefix("testing."))
  }

  @Test func `say which message and which field, and nothing of the content`() throws {
    let error = try #require(throws: RPCError.self) {
      try decoded(bytes(hex: "8a0204 0a020a63"), as: TestingChoices.self)
    }
    #expect(error.message == "testing.Nested.Inner, field 1: the message ends too early")
  }

  @Test func `do not spoil the message after them`() throws {
    #expect(throws: RPCError.self) { try decoded(bytes(hex: "0a0180"), as: TestingEcho.self) }
    #expect(try decoded(bytes(hex: "0a0131"), as: TestingEcho.self) == TestingEcho(id: "1"))
  }

  @Test(arguments: goldens)
  func `cut anywhere give a shorter message or INVALID_ARGUMENT`(_ golden: Golden) throws {
    let whole = bytes(hex: golden.hex)
    for count in whole.indices {
      do {
        #expect(try !golden.isDecoded(Array(whole.prefix(count))))
      } catch let error as RPCError {
        #expect(error.code == .invalidArgument)
      }
    }
  }

  @Test(arguments: 0..<20)
  func `made from good ones by chance are decoded or refused`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var refused = 0
    for _ in 0..<50 {
      var input = try encoded(TestingChoices(&random)) + encoded(TestingArrays(&random))
      for _ in 0..<Int.random(in: 1...6, using: &random) where !input.isEmpty {
        let place = Int.random(in: input.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: input[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: input[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: input.remove(at: place)
        default: input.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
        }
      }
      refused += try decodeOrRefuse(input, as: TestingChoices.self)
      refused += try decodeOrRefuse(input, as: TestingArrays.self)
      refused += try decodeOrRefuse(input, as: TestingMaps.self)
      refused += try decodeOrRefuse(input, as: TestingStandard.self)
    }
    #expect(refused > 0)
  }

  /// What is decoded must be a message that comes back as it went; 1 where it was refused.
  private func decodeOrRefuse<M: WireMessage>(_ input: [UInt8], as type: M.Type) throws -> Int {
    let message: M
    do {
      message = try decoded(input)
    } catch {
      #expect(error.code == .invalidArgument || error.code == .resourceExhausted)
      #expect((error.cause as? ProtobufError)?.rule != .refused)
      return 1
    }
    // Equal bytes and not equal messages: NaN is not equal to itself.
    let once = try encoded(message)
    #expect(try encoded(try decoded(once, as: M.self)) == once)
    return 0
  }
}
