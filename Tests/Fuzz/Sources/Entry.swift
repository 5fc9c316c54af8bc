/// What of the project takes bytes from strangers, each with the properties that must hold for any.
enum Entry: String, CaseIterable {
  /// A connection's frames, after its preface.
  case frames
  /// The bytes of one call's messages, in DATA frames as the input cuts them.
  case calls
  /// gRPC's five-byte prefix, messages and windows, without a connection.
  case prefix
  /// Header fields: metadata, "-bin" values, percent-encoding, grpc-timeout.
  case metadata
  /// Protobuf: the check before protobuf-c, and protobuf-c.
  case protobuf

  /// Stops the process where a property does not hold; libFuzzer then keeps the input.
  func run(_ input: [UInt8]) {
    var input = FuzzInput(input)
    switch self {
    case .frames: ServerEntry.frames(input.rest)
    case .calls: ServerEntry.call(&input)
    case .prefix: PrefixEntry.run(&input)
    case .metadata: MetadataEntry.run(input.rest)
    case .protobuf: ProtobufEntry.run(&input)
    }
  }
}

/// An input, read from its front.
struct FuzzInput {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isEmpty: Bool { rest.isEmpty }

  /// 0 at the end.
  mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

  /// At most as many as are there.
  mutating func bytes(_ count: Int) -> ArraySlice<UInt8> {
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// One of the choices.
  mutating func choice<T>(_ choices: [T]) -> T { choices[Int(byte()) % choices.count] }
}
