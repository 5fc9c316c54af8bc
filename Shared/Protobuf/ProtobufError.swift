/// Why bytes are no message of the type they were read as.
@usableFromInline
package struct ProtobufError: Error, Equatable, CustomStringConvertible {
  @usableFromInline
  package enum Rule: Sendable, Equatable {
    // What the encoding forbids.
    case truncated, overlongVarint, badTag, group, wrongWireType, invalidUTF8
    // What we refuse though it is allowed.
    case embeddedNUL, repeatedMessage
    // Limits.
    case depth, fields, unknownFields, size
    /// protobuf-c refused what the check let through, or there was no memory.
    case refused
  }

  package let rule: Rule
  /// The message that broke the rule, "daybook.clientlink.v1alpha.Client".
  package let message: String
  /// Its field, 0 where none is known.
  package let field: UInt32

  package init(_ rule: Rule, message: String, field: UInt32 = 0) {
    self.rule = rule
    self.message = message
    self.field = field
  }

  /// Whether a limit was passed, rather than the encoding broken.
  package var isLimit: Bool {
    switch rule {
    case .depth, .fields, .unknownFields, .size: true
    default: false
    }
  }

  /// For outsiders: it names the place and the rule, and shows nothing of the content.
  @usableFromInline
  package var description: String {
    "\(message)\(field == 0 ? "" : ", field \(field)"): \(explanation)"
  }

  private var explanation: String {
    switch rule {
    case .truncated: "the message ends too early"
    case .overlongVarint: "a number is longer than 10 bytes"
    case .badTag: "no field has this number"
    case .group: "groups are not supported"
    case .wrongWireType: "the wire type is not the field's"
    case .invalidUTF8: "a string is not valid UTF-8"
    case .embeddedNUL: "a string contains U+0000"
    case .repeatedMessage: "a message is given twice for a field that holds one"
    case .depth: "messages are nested more than \(InputLimits.depth) deep"
    case .fields: "there are more than \(InputLimits.fields) fields"
    case .unknownFields: "there are more than \(InputLimits.unknownFields) unknown fields"
    case .size: "it would take more than \(InputLimits.decodedBytes) bytes of memory"
    case .refused: "it cannot be decoded"
    }
  }
}
