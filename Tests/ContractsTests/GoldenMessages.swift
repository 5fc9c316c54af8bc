import Contracts
import Protobuf
import RPC
import Testing

/// A message, the same in protobuf's text format, and the bytes Google's protoc 3.21 makes of it.
struct Golden: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let hex: String
  /// Encodes the message; decodes bytes and says whether they are it.
  let encode: @Sendable () throws -> [UInt8]
  let isDecoded: @Sendable ([UInt8]) throws -> Bool

  init<M: WireMessage & ProtobufMessage>(_ message: M, text: String, hex: String) {
    name = M.protoName
    self.text = text
    self.hex = hex
    encode = { try encoded(message) }
    isDecoded = { try decoded($0, as: M.self) == message }
  }

  var testDescription: String { "\(name) \(text.prefix(40))" }
}

let goldens: [Golden] = [
  Golden(
    TestingScalars(
      double: 1.5, float: -2.25, int32: -1, int64: .min, uint32: .max, uint64: .max, sint32: .min,
      sint64: -5, fixed32: 7, fixed64: 8, sfixed32: -7, sfixed64: -8, bool: true,
      string: "Grüße, 世界 🧾", bytes: [0, 0xFF, 0x80], color: .deepBlue, level: .below),
    text: #"""
      double: 1.5 float: -2.25 int32: -1 int64: -9223372036854775808 uint32: 4294967295
      uint64: 18446744073709551615 sint32: -2147483648 sint64: -5 fixed32: 7 fixed64: 8 sfixed32: -7
      sfixed64: -8 bool: true string: "Grüße, 世界 🧾" bytes: "\000\377\200" color: COLOR_DEEP_BLUE
      level: LEVEL_BELOW
      """#,
    hex: """
      09000000000000f83f15000010c018ffffffffffffffffff01208080808080808080800128ffffffff0f30ffffffff\
      ffffffffff0138ffffffff0f40094d070000005108000000000000005df9ffffff61f8ffffffffffffff680172144772\
      c3bcc39f652c20e4b896e7958c20f09fa7be7a0300ff808001058801fdffffffffffffffff01
      """),
  Golden(
    TestingArrays(
      doubles: [1, -0.5], floats: [3], int32s: [1, -1, 300], int64s: [0, .max], uint32s: [.max],
      uint64s: [.max, 0], sint32s: [-1, 1], sint64s: [.min], fixed32s: [1, 2], fixed64s: [3],
      sfixed32s: [-4], sfixed64s: [-5], bools: [true, false, true], strings: ["", "a", "ß"],
      byteArrays: [[], [0]], colors: [.red, .unspecified], levels: [.below, ._3d],
      messages: [TestingScalars(), TestingScalars(string: "x")], unpackedInt32s: [1, 2]),
    text: #"""
      doubles: [1, -0.5] floats: [3] int32s: [1, -1, 300] int64s: [0, 9223372036854775807]
      uint32s: [4294967295] uint64s: [18446744073709551615, 0] sint32s: [-1, 1]
      sint64s: [-9223372036854775808] fixed32s: [1, 2] fixed64s: [3] sfixed32s: [-4] sfixed64s: [-5]
      bools: [true, false, true] strings: ["", "a", "ß"] byte_arrays: ["", "\000"]
      colors: [COLOR_RED, COLOR_UNSPECIFIED] levels: [LEVEL_BELOW, LEVEL_3D]
      messages: [{}, {string: "x"}] unpacked_int32s: [1, 2]
      """#,
    hex: """
      0a10000000000000f03f000000000000e0bf1204000040401a0d01ffffffffffffffffff01ac02220a00ffffffffff\
      ffffff7f2a05ffffffff0f320bffffffffffffffffff01003a020102420affffffffffffffffff014a08010000000200\
      0000520803000000000000005a04fcffffff6208fbffffffffffffff6a0301000172007201617202c39f7a007a010082\
      010201008a010bfdffffffffffffffff0103920100920103720178c03e01c03e02
      """),
  Golden(
    TestingNested(
      inner: TestingNested.Inner(text: "t", depth: .deep),
      inners: [TestingNested.Inner(), TestingNested.Inner(text: "u")],
      parent: TestingNested(
        parent: TestingNested(), children: [TestingNested(inner: TestingNested.Inner())]),
      children: [TestingNested(inner: TestingNested.Inner(text: "c"))]),
    text: #"""
      inner { text: "t" depth: DEPTH_DEEP } inners: [{}, {text: "u"}]
      parent { parent { } children { inner { } } } children { inner {text: "c"} }
      """#,
    hex: "0a050a01741001120012030a01751a061a0022020a0022050a030a0163"),
  // A member of a oneof that has its default value is still the one that is set.
  Golden(
    TestingChoices(
      value: .text(""), other: .ratio(0), maybeText: "", maybeNumber: 0, maybeColor: .unspecified,
      maybeNested: TestingNested()),
    text: #"""
      text: "" ratio: 0 maybe_text: "" maybe_number: 0 maybe_color: COLOR_UNSPECIFIED maybe_nested {}
      """#,
    hex: "0a00a9010000000000000000f20100f801008002008a0200"),
  Golden(
    TestingChoices(
      value: .again(
        TestingChoices(value: .data([1]), other: .scalars(TestingScalars(bool: true))))),
    text: #"again { data: "\001" scalars { bool: true } }"#, hex: "4208120101a201026801"),
  Golden(
    TestingChoices(value: .data([])), text: #"data: """#, hex: "1200"),
  Golden(
    TestingChoices(value: .number(0)), text: "number: 0", hex: "1800"),
  Golden(
    TestingChoices(value: .flag(false)), text: "flag: false", hex: "2000"),
  Golden(
    TestingChoices(value: .color(.unspecified)), text: "color: COLOR_UNSPECIFIED", hex: "2800"),
  Golden(
    TestingChoices(value: .nested(TestingNested())), text: "nested {}", hex: "3200"),
  Golden(
    TestingChoices(value: .at(GoogleProtobufTimestamp(seconds: 1, nanos: 2))),
    text: "at { seconds: 1 nanos: 2 }", hex: "3a0408011002"),
  Golden(
    TestingMaps(
      strings: ["a": "1", "b": "2"], numbers: [3: 4], flags: [true: [0]],
      messages: ["n": TestingNested(inner: TestingNested.Inner(text: "v"))], colors: [9: .red],
      doubles: [-9: 0.25]),
    text: #"""
      strings { key: "a" value: "1" } strings { key: "b" value: "2" } numbers { key: 3 value: 4 }
      flags { key: true value: "\000" } messages { key: "n" value { inner { text: "v" } } }
      colors { key: 9 value: COLOR_RED } doubles { key: -9 value: 0.25 }
      """#,
    hex: """
      0a060a01611201310a060a01621201321204080310041a050801120100220a0a016e12050a030a01762a0408091001\
      320b081111000000000000d03f
      """),
  Golden(
    TestingStandard(
      timestamp: GoogleProtobufTimestamp(microseconds: -1),
      duration: GoogleProtobufDuration(microseconds: -1_500_000),
      fieldMask: GoogleProtobufFieldMask(paths: ["display_name", "etag"]),
      any: GoogleProtobufAny(
        typeUrl: "type.googleapis.com/google.rpc.Status", value: [0x08, 0x05]),
      stringValue: GoogleProtobufStringValue(value: "wrapped"),
      timestamps: [
        GoogleProtobufTimestamp(),
        GoogleProtobufTimestamp(microseconds: 1_735_689_600_000_000),
      ]),
    text: #"""
      timestamp { seconds: -1 nanos: 999999000 } duration { seconds: -1 nanos: -500000000 }
      field_mask { paths: "display_name" paths: "etag" }
      any { type_url: "type.googleapis.com/google.rpc.Status" value: "\010\005" }
      string_value { value: "wrapped" } timestamps {} timestamps { seconds: 1735689600 }
      """#,
    hex: """
      0a1108ffffffffffffffffff0110988cebdc03121608ffffffffffffffffff011080b6ca91feffffffff011a140a0c64\
      6973706c61795f6e616d650a0465746167222b0a25747970652e676f6f676c65617069732e636f6d2f676f6f676c652e\
      7270632e537461747573120208052a090a07777261707065643200320608808bd2bb06
      """),
  Golden(
    TestingWords(
      class: "1", default: "2", self_: "3", init: "4", in: "5", int: "6", httpName: "7",
      fooBar2Baz: "8", return: ["9"], switch: .enum("11"), type: "12", func: ["13"]),
    text: #"""
      class: "1" default: "2" self: "3" init: "4" in: "5" int: "6" HTTPName: "7" foo_bar2_baz: "8"
      return: "9" enum: "11" type: "12" func: "13"
      """#,
    hex: "0a01311201321a01332201342a01353201363a01374201384a01395a023131620231326a023133"),
  Golden(TestingEmpty(), text: "", hex: ""),
]
