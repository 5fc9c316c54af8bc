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
  static func named(_ name: some Collection<UInt8>) throws(RPCError) -> Compression? {
    if name.elementsEqual("identity".utf8) { return nil }
    guard let compression = Compression(name) else {
      let text = String(decoding: name, as: UTF8.self)
      throw RPCError(.unimplemented, "Messages compressed with \(text) cannot be read.")
    }
    return compression
  }

  fileprivate init?(_ name: some Collection<UInt8>) {
    if name.elementsEqual("gzip".utf8) {
      self = .gzip
    } else if name.elementsEqual("deflate".utf8) {
      self = .deflate
    } else {
      return nil
    }
  }
}

/// What a peer can read. Grpc's own clients name theirs in each call, so nothing is allocated for it.
struct AcceptedCompressions {
  private var gzip = false
  private var deflate = false

  /// Nothing is accepted where nothing is said.
  init() {}

  /// Of what a `grpc-accept-encoding` names, what this end can write.
  init(_ list: some Collection<UInt8>) {
    var rest = list[...]
    while let first = rest.firstIndex(where: { !$0.separatesNames }) {
      rest = rest[first...]
      let end = rest.firstIndex(where: \.separatesNames) ?? rest.endIndex
      switch Compression(rest[..<end]) {
      case .gzip: gzip = true
      case .deflate: deflate = true
      case nil: break
      }
      rest = rest[end...]
    }
  }

  var isEmpty: Bool { !gzip && !deflate }

  func contains(_ compression: Compression) -> Bool {
    switch compression {
    case .gzip: gzip
    case .deflate: deflate
    }
  }
}

extension UInt8 {
  fileprivate var separatesNames: Bool { self == UInt8(ascii: ",") || self == UInt8(ascii: " ") }
}
