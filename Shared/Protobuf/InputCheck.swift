import CProtobufC

/// One pass over a message's bytes before protobuf-c sees them. protobuf-c limits neither depth nor
/// number, and what it then needs is bounded here.
///
/// The pass follows protobuf-c's own descriptors: it goes into the fields that are messages and
/// sees that each known field has its wire type.
struct InputCheck {
  private var fields = InputLimits.fields
  private var unknownFields = InputLimits.unknownFields
  private var memory = InputLimits.decodedBytes

  typealias Descriptor = UnsafePointer<ProtobufCMessageDescriptor>

  mutating func check(_ bytes: UnsafeRawBufferPointer, as type: Descriptor) throws(ProtobufError) {
    var input = unsafe WireInput(bytes)
    unsafe try checkMessage(&input, as: type, depth: 1)
  }

  private mutating func checkMessage(
    _ input: inout WireInput, as type: Descriptor, depth: Int
  ) throws(ProtobufError) {
    guard depth <= InputLimits.depth else { throw unsafe fault(.depth, type) }
    unsafe try spend(type.pointee.sizeof_message, type)
    // A bit for each field that holds one message and has been seen; the generator allows no more
    // than 128 fields.
    var seen: UInt128 = 0
    while !input.isAtEnd {
      guard let tag = input.tag() else { throw unsafe fault(.badTag, type) }
      fields -= 1
      guard fields >= 0 else { throw unsafe fault(.fields, type, tag.field) }
      guard let field = unsafe Self.field(tag.field, of: type) else {
        unsafe try skipUnknown(tag, &input, type)
        continue
      }
      if unsafe field.pointee.type == PROTOBUF_C_TYPE_MESSAGE {
        if unsafe field.pointee.label != PROTOBUF_C_LABEL_REPEATED {
          let bit = unsafe UInt128(1) << UInt128(field - type.pointee.fields)
          // protobuf says to merge the two. Nobody sends it, and protobuf-c's merging copies the
          // first one's arrays each time.
          guard seen & bit == 0 else { throw unsafe fault(.repeatedMessage, type, tag.field) }
          seen |= bit
        }
        guard tag.wire == .lengthDelimited else {
          throw unsafe fault(.wrongWireType, type, tag.field)
        }
        guard var content = input.lengthDelimited() else {
          throw unsafe fault(.truncated, type, tag.field)
        }
        let inner = unsafe field.pointee.descriptor.assumingMemoryBound(
          to: ProtobufCMessageDescriptor.self)
        unsafe try checkMessage(&content, as: inner, depth: depth + 1)
      } else {
        unsafe try checkValue(of: field.pointee, tag, &input, type)
      }
    }
  }

  /// Most messages number their fields from 1 without a gap: then nothing needs to be searched.
  private static func field(
    _ number: UInt32, of type: Descriptor
  ) -> UnsafePointer<ProtobufCFieldDescriptor>? {
    if unsafe type.pointee.n_field_ranges == 1, unsafe type.pointee.field_ranges[0].start_value == 1
    {
      return unsafe number <= type.pointee.n_fields ? type.pointee.fields + Int(number) - 1 : nil
    }
    return unsafe protobuf_c_message_descriptor_get_field(type, number)
  }

  /// A field that is no message.
  private mutating func checkValue(
    of field: ProtobufCFieldDescriptor, _ tag: WireTag, _ input: inout WireInput, _ type: Descriptor
  ) throws(ProtobufError) {
    let expected = unsafe WireTag.Wire(of: field.type)
    if tag.wire == expected {
      let size = unsafe try skip(tag, &input, type)
      // An array's element beside what it points to.
      unsafe try spend(size + (field.label == PROTOBUF_C_LABEL_REPEATED ? 16 : 0), type)
      return
    }
    // An array of numbers may come packed, whatever the proto file says.
    guard tag.wire == .lengthDelimited, unsafe field.label == PROTOBUF_C_LABEL_REPEATED else {
      throw unsafe fault(.wrongWireType, type, tag.field)
    }
    guard var content = input.lengthDelimited() else {
      throw unsafe fault(.truncated, type, tag.field)
    }
    // A varint of one byte becomes a number of up to 8.
    unsafe try spend(content.count * 8, type)
    while !content.isAtEnd {
      unsafe try skip(WireTag(field: tag.field, wire: expected), &content, type)
    }
  }

  private mutating func skipUnknown(
    _ tag: WireTag, _ input: inout WireInput, _ type: Descriptor
  ) throws(ProtobufError) {
    unknownFields -= 1
    guard unknownFields >= 0 else { throw unsafe fault(.unknownFields, type, tag.field) }
    unsafe try spend(32 + skip(tag, &input, type), type)
  }

  /// Passes over one value; how many bytes it had.
  @discardableResult
  private func skip(
    _ tag: WireTag, _ input: inout WireInput, _ type: Descriptor
  ) throws(ProtobufError) -> Int {
    switch tag.wire {
    case .varint:
      switch input.varint(upTo: 10) {
      case .value: return 8
      case .truncated: throw unsafe fault(.truncated, type, tag.field)
      case .overlong: throw unsafe fault(.overlongVarint, type, tag.field)
      }
    case .fixed64:
      guard input.skip(8) else { throw unsafe fault(.truncated, type, tag.field) }
      return 8
    case .fixed32:
      guard input.skip(4) else { throw unsafe fault(.truncated, type, tag.field) }
      return 4
    case .lengthDelimited:
      guard let content = input.lengthDelimited() else {
        throw unsafe fault(.truncated, type, tag.field)
      }
      return content.count
    case .group: throw unsafe fault(.group, type, tag.field)
    }
  }

  private mutating func spend(_ bytes: Int, _ type: Descriptor) throws(ProtobufError) {
    // The arena's alignment, and protobuf-c's note of each field while it scans.
    memory -= bytes + 64
    guard memory >= 0 else { throw unsafe fault(.size, type) }
  }

  private func fault(
    _ rule: ProtobufError.Rule, _ type: Descriptor, _ field: UInt32 = 0
  ) -> ProtobufError {
    unsafe ProtobufError(rule, message: String(cString: type.pointee.name), field: field)
  }
}
