import Contracts
import Protobuf
import RPC
import Testing

/// What encoders other than ours write, or may.
@Suite struct `Decoding takes what protobuf allows` {
  @Test func `numbers unpacked though the field is packed, and packed though it is not`() throws {
    let message = try decoded(bytes(hex: "1801 1802 c23e020304 1a0105"), as: TestingArrays.self)
    #expect(message.int32s == [1, 2, 5])
    #expect(message.unpackedInt32s == [3, 4])
  }

  @Test func `fields in any order, of one field the last value`() throws {
    let message = try decoded(bytes(hex: "720162 1805 720163 1806"), as: TestingScalars.self)
    #expect(message == TestingScalars(int32: 6, string: "c"))
  }

  @Test func `of a oneof the last member`() throws {
    let message = try decoded(bytes(hex: "0a0161 3200 1807"), as: TestingChoices.self)
    #expect(message.value == .number(7))
  }

  @Test func `of one map key the last value, and entries without key or value`() throws {
    let message = try decoded(
      bytes(hex: "0a060a0161120131 0a060a0161120132 0a00 1200 22030a016e"), as: TestingMaps.self)
    #expect(message.strings == ["a": "2", "": ""])
    #expect(message.numbers == [0: 0])
    #expect(message.messages == ["n": TestingNested()])
  }

  @Test func `a map's default keys and values, which protoc writes and protobuf-c leaves out`()
    throws
  {
    let message = try decoded(
      bytes(hex: "0a090a001205656d707479 0a050a01611200 1a0508001201001a0408011200"),
      as: TestingMaps.self)
    let expected = TestingMaps(strings: ["": "empty", "a": ""], flags: [false: [0], true: []])
    #expect(message == expected)
    #expect(try decoded(encoded(expected)) == expected)
  }

  @Test func `fields it does not know, of every wire type`() throws {
    let message = try decoded(
      bytes(hex: "0a0131 a00601 a1060000000000000000 a206036f6f6f a50600000000"),
      as: TestingEcho.self)
    #expect(message == TestingEcho(id: "1"))
  }

  @Test func `varints longer than they need be, up to 10 bytes`() throws {
    #expect(
      try decoded(bytes(hex: "18 81808080808080808000"), as: TestingScalars.self).int32 == 1)
    #expect(try decoded(bytes(hex: "9880808000 01"), as: TestingScalars.self).int32 == 1)
  }

  @Test func `a bool of more than one bit`() throws {
    #expect(try decoded(bytes(hex: "688001"), as: TestingScalars.self).bool)
    #expect(try decoded(bytes(hex: "688000"), as: TestingScalars.self).bool == false)
  }
}
