/// What a message may make us spend. protobuf-c sets none of these.
package enum InputLimits {
  /// Messages inside each other. The same as every official protobuf. protobuf-c takes about 1.5 KB
  /// of stack for each.
  package static let depth = 100
  /// Fields in the whole message, elements of packed arrays not counted. Each costs work and up to
  /// a submessage for 2 bytes of input.
  package static let fields = 250_000
  /// Fields the proto file does not have. protobuf-c keeps each with 32 bytes beside its own; we
  /// drop them.
  package static let unknownFields = 1000
  /// Bytes protobuf-c would need for the message: 2 bytes of input can ask for a whole struct.
  package static let decodedBytes = 64 << 20
}
