/// How messages are compressed, each for itself. Both are zlib's; neither is used unless a caller
/// or a handler asks for it.
package enum Compression: String, Sendable, CaseIterable {
  case gzip
  /// The zlib format (RFC 1950), which gRPC calls deflate.
  case deflate

  /// What this end can read, as `grpc-accept-encoding` says it.
  static let accepted: StaticString = "identity,deflate,gzip"

  /// Nil is no compression.
  /// Throws UNIMPLEMENTED for what is not known.
  static func named(_ name: ArraySlice<UInt8>) throws(RPCError) -> Compression? {
    if name.equals("identity") { return nil }
    guard let compression = Compression(rawValue: name.text) else {
      throw RPCError(.unimplemented, "Messages compressed with \(name.text) cannot be read.")
    }
    return compression
  }

  /// What a peer's `grpc-accept-encoding` names and this end can write.
  static func accepted(by list: ArraySlice<UInt8>) -> Set<Compression> {
    let names = list.split(whereSeparator: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") })
    return Set(names.compactMap { Compression(rawValue: $0.text) })
  }
}
