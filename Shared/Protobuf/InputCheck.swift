import CProtobufC

/// One pass over a message's bytes before protobuf-c sees them. protobuf-c limits neither depth nor
/// number, and what it then needs is bounded here.
///
/// The pass follows protobuf-c's own descriptors: it goes into the fields that are messages and
/// sees that each known field has its wire type. What it does for nearly every field is compiled into one
/// function and stays in registers: 60 instructions a field, where calls made it 180.
struct InputCheck {
  private var fields = InputLimits.fields
  private var unknownFields = InputLimits.unknownFields
  private var memory = InputLimits.decodedBytes

  typealias Descriptor = UnsafePointer<ProtobufCMessageDescriptor>

  mutating func check(_ bytes: UnsafeRawBufferPointer, as type: Descriptor) throws(ProtobufError) {
    guard let input = unsafe WireInput(bytes) else { return }
    unsafe try checkMessage(input, as: type, depth: 1)
  }

  private mutating func checkMessage(
    _ content: WireInput, as type: Descriptor, depth: Int
  ) throws(ProtobufError) {
    guard depth <= InputLimits.depth else { throw unsafe fault(.depth, type) }
    unsafe try spend(type.pointee.sizeof_message, type)
    var input = content
    let known = unsafe KnownFields(type)
    // A bit for each field that holds one message and has been seen; the generator allows no more
    // than 128 fields.
    var seen: UInt128 = 0
    while !input.isAtEnd {
      guard let tag = input.tag() else { throw unsafe fault(.badTag, type) }
      fields &-= 1
      guard fields >= 0 else { throw unsafe fault(.fields, type, tag.field) }
      guard let field = unsafe known.field(tag.field) else {
        input = unsafe try skipUnknown(tag, input, type)
        continue
      }
      let isRepeated = unsafe field.pointee.label == PROTOBUF_C_LABEL_REPEATED
      let expected = unsafe WireTag.Wire.of(field.pointee.type)
      guard tag.wire == expected else {
        input = unsafe try checkPacked(tag, isRepeated, expected, input, type)
        continue
      }
      if expected != WireTag.Wire.lengthDelimited {
        let size = unsafe try skipNumber(tag, &input, type)
        unsafe try spend(isRepeated ? size &+ Self.element : size, type)
        continue
      }
      guard let inner = input.lengthDelimited() else {
        throw unsafe fault(.truncated, type, tag.field)
      }
      guard unsafe field.pointee.type == PROTOBUF_C_TYPE_MESSAGE else {
        unsafe try spend(isRepeated ? inner.count &+ Self.element : inner.count, type)
        continue
      }
      if !isRepeated {
        let bit = unsafe UInt128(1) << UInt128(known.index(of: field))
        // protobuf says to merge the two. Nobody sends it, and protobuf-c's merging copies the
        // first one's arrays each time.
        guard seen & bit == 0 else { throw unsafe fault(.repeatedMessage, type, tag.field) }
        seen |= bit
      }
      let innerType = unsafe field.pointee.descriptor.assumingMemoryBound(
        to: ProtobufCMessageDescriptor.self)
      unsafe try checkMessage(inner, as: innerType, depth: depth + 1)
    }
  }

  /// What an array has for each element beside what that points to.
  private static let element = 16

  /// An array of numbers may come packed, whatever the proto file says. Nothing else may have
  /// another wire type than its own. What is left of the input.
  @inline(never)
  private mutating func checkPacked(
    _ tag: WireTag, _ isRepeated: Bool, _ expected: UInt32, _ input: WireInput, _ type: Descriptor
  ) throws(ProtobufError) -> WireInput {
    guard tag.isWireKnown else { throw unsafe fault(.badTag, type) }
    guard tag.wire == WireTag.Wire.lengthDelimited, isRepeated else {
      throw unsafe fault(.wrongWireType, type, tag.field)
    }
    var rest = input
    guard var content = rest.lengthDelimited() else {
      throw unsafe fault(.truncated, type, tag.field)
    }
    // A varint of one byte becomes a number of up to 8.
    unsafe try spend(content.count * 8, type)
    let element = WireTag(rawValue: tag.field << 3 | expected)
    while !content.isAtEnd { unsafe try skipNumber(element, &content, type) }
    return rest
  }

  /// What is left of the input.
  @inline(never)
  private mutating func skipUnknown(
    _ tag: WireTag, _ input: WireInput, _ type: Descriptor
  ) throws(ProtobufError) -> WireInput {
    guard tag.isWireKnown else { throw unsafe fault(.badTag, type) }
    unknownFields -= 1
    guard unknownFields >= 0 else { throw unsafe fault(.unknownFields, type, tag.field) }
    var rest = input
    guard tag.wire == WireTag.Wire.lengthDelimited else {
      unsafe try spend(32 + skipNumber(tag, &rest, type), type)
      return rest
    }
    guard let content = rest.lengthDelimited() else {
      throw unsafe fault(.truncated, type, tag.field)
    }
    unsafe try spend(32 + content.count, type)
    return rest
  }

  /// Passes over one value that is not length-delimited; how many bytes it takes when it is decoded.
  @inline(__always)
  @discardableResult
  private func skipNumber(
    _ tag: WireTag, _ input: inout WireInput, _ type: Descriptor
  ) throws(ProtobufError) -> Int {
    if tag.wire == WireTag.Wire.varint {
      switch input.skipVarint() {
      case .value: return 8
      case .truncated: throw unsafe fault(.truncated, type, tag.field)
      case .overlong: throw unsafe fault(.overlongVarint, type, tag.field)
      }
    }
    guard tag.wire == WireTag.Wire.fixed64 || tag.wire == WireTag.Wire.fixed32 else {
      throw unsafe fault(.group, type, tag.field)
    }
    let size = tag.wire == WireTag.Wire.fixed64 ? 8 : 4
    guard input.skip(size) else { throw unsafe fault(.truncated, type, tag.field) }
    return size
  }

  @inline(__always)
  private mutating func spend(_ bytes: Int, _ type: Descriptor) throws(ProtobufError) {
    // The arena's alignment, and protobuf-c's note of each field while it scans.
    memory &-= bytes &+ 64
    guard memory >= 0 else { throw unsafe fault(.size, type) }
  }

  @inline(never)
  private func fault(
    _ rule: ProtobufError.Rule, _ type: Descriptor, _ field: UInt32 = 0
  ) -> ProtobufError {
    unsafe ProtobufError(rule, message: String(cString: type.pointee.name), field: field)
  }
}

/// The fields that protobuf-c's descriptor has.
@safe private struct KnownFields {
  private let type: InputCheck.Descriptor
  private let fields: UnsafePointer<ProtobufCFieldDescriptor>?
  /// How many fields, from the first on, have their place as number: all of most messages. They need
  /// not be searched.
  private let numbered: UInt32

  init(_ type: InputCheck.Descriptor) {
    unsafe self.type = type
    unsafe fields = type.pointee.fields
    let isNumbered =
      unsafe fields != nil && type.pointee.n_field_ranges == 1
      && type.pointee.field_ranges[0].start_value == 1
    numbered = isNumbered ? unsafe type.pointee.n_fields : 0
  }

  /// nil where there is none of this number, which is above 0.
  @inline(__always)
  func field(_ number: UInt32) -> UnsafePointer<ProtobufCFieldDescriptor>? {
    guard number <= numbered else {
      return unsafe protobuf_c_message_descriptor_get_field(type, number)
    }
    return unsafe fields.unsafelyUnwrapped + (Int(number) &- 1)
  }

  func index(of field: UnsafePointer<ProtobufCFieldDescriptor>) -> Int {
    unsafe fields.map { unsafe field - $0 } ?? 0
  }
}
