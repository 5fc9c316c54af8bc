import Protobuf
import Testing

@Suite struct `A protobuf error` {
  @Test func `names the place and the rule`() {
    let error = ProtobufError(.invalidUTF8, message: "daybook.Client", field: 3)
    #expect(error.description == "daybook.Client, field 3: a string is not valid UTF-8")
    #expect(!error.isLimit)
  }

  @Test func `says a limit's number`() {
    let error = ProtobufError(.depth, message: "daybook.Client")
    #expect(error.description == "daybook.Client: messages are nested more than 100 deep")
    #expect(error.isLimit)
  }
}
