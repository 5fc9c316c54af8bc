import Contracts
import Protobuf
import RPC
import Testing

/// Strings are made by their length and by what is in them (`Lifting.swift`): each way must come to what
/// Swift makes of the same bytes.
@Suite struct `A text` {
  /// The bytes of "abc…", and the same with something else at each place.
  private static func texts(of count: Int) -> [[UInt8]] {
    let letters = (0..<count).map { UInt8(ascii: "a") + UInt8($0 % 26) }
    var texts = [letters]
    for other: [UInt8] in [
      [0x01], [0x7F], [0x00], [0x80], [0xFF], Array("é".utf8), Array("日".utf8),
    ] {
      for place in 0..<count where place + other.count <= count {
        var text = letters
        text.replaceSubrange(place..<place + other.count, with: other)
        texts.append(text)
      }
    }
    return texts
  }

  @Test(arguments: 0...40)
  func `of any length is what it was, alone and in a list`(count: Int) throws {
    for text in Self.texts(of: count) {
      // Fields 1 (a string) and 5 (a list of them), each of them with other bytes behind it.
      let alone = [0x0A, UInt8(count)] + text
      let listed = [0x2A, UInt8(count)] + text
      let bytes = alone + listed + listed
      let expected = String(validating: text, as: UTF8.self)
      guard let expected, !text.contains(0) else {
        let rule = expected == nil ? ProtobufError.Rule.invalidUTF8 : .embeddedNUL
        #expect { try decoded(bytes, as: TestingEcho.self) } throws: { error in
          ((error as? RPCError)?.cause as? ProtobufError)?.rule == rule
        }
        continue
      }
      let message = try decoded(bytes, as: TestingEcho.self)
      for made in [message.id] + message.tags {
        // Beyond being equal: the flags that Swift keeps of it, and that it can be changed and grows.
        #expect(made == expected && made.hashValue == expected.hashValue)
        #expect(Array(made.utf8) == text && made.utf8.count == count)
        #expect(made.unicodeScalars.count == expected.unicodeScalars.count)
        #expect(made + "ende" == expected + "ende")
        #expect(String(made.reversed()) == String(expected.reversed()))
      }
      #expect(message.tags.count == 2)
    }
  }
}
