import Contracts
import Protobuf
import RPC
import Testing

@Suite struct `Limits of what a message may cost` {
  /// Choices inside each other, `depth` of them.
  private func nested(_ depth: Int) -> [UInt8] {
    var message: [UInt8] = []
    for _ in 1..<depth { message = [0x42] + varint(message.count) + message }
    return message
  }

  private func varint(_ value: Int) -> [UInt8] {
    value < 0x80 ? [UInt8(value)] : [UInt8(value & 0x7F | 0x80)] + varint(value >> 7)
  }

  private func rule<M: WireMessage>(_ bytes: [UInt8], as type: M.Type) -> ProtobufError.Rule? {
    do {
      _ = try decoded(bytes, as: type)
      return nil
    } catch {
      #expect(error.code == .resourceExhausted)
      return (error.cause as? ProtobufError)?.rule
    }
  }

  @Test func `messages may be nested 100 deep and no deeper`() {
    #expect(rule(nested(100), as: TestingChoices.self) == nil)
    #expect(rule(nested(101), as: TestingChoices.self) == .depth)
    #expect(rule(nested(5000), as: TestingChoices.self) == .depth)
  }

  @Test func `a message may have 1000 unknown fields and no more`() {
    let unknown: [UInt8] = [0xA0, 0x06, 0x01]
    #expect(
      rule(Array(repeating: unknown, count: 1000).flatMap { $0 }, as: TestingEcho.self) == nil)
    #expect(
      rule(Array(repeating: unknown, count: 1001).flatMap { $0 }, as: TestingEcho.self)
        == .unknownFields)
    #expect(
      rule(Array(repeating: unknown, count: 1001).flatMap { $0 }, as: TestingEmpty.self)
        == .unknownFields)
  }

  @Test func `a message may have 250,000 fields and no more, those inside counted`() {
    let field: [UInt8] = [0x18, 0x01]
    #expect(
      rule(Array(repeating: field, count: 250_000).flatMap { $0 }, as: TestingArrays.self) == nil)
    #expect(
      rule(Array(repeating: field, count: 250_001).flatMap { $0 }, as: TestingArrays.self)
        == .fields)
    let inside = Array(repeating: field, count: 249_999).flatMap { $0 }
    let once = [0xA2, 0x01] + varint(inside.count) + inside
    #expect(rule(once, as: TestingChoices.self) == nil)
    #expect(rule(once + [0xF8, 0x01, 0x01], as: TestingChoices.self) == .fields)
  }

  @Test func `2 bytes that ask for a whole struct each are counted as such`() {
    let empty: [UInt8] = [0x0A, 0x00]
    #expect(
      rule(Array(repeating: empty, count: 100_000).flatMap { $0 }, as: TestingWide.self) == nil)
    #expect(
      rule(Array(repeating: empty, count: 249_000).flatMap { $0 }, as: TestingWide.self) == .size)
    let packed = [UInt8](repeating: 1, count: 9 << 20)
    #expect(rule([0x22] + varint(packed.count) + packed, as: TestingArrays.self) == .size)
  }
}
