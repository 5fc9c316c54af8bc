// Metadata as header fields.

extension Metadata {
  /// Reads a range of received fields, leaving out those that belong to HTTP/2 and gRPC.
  ///
  /// A "-bin" value that is no base64 is INTERNAL at the server as at grpc's own.
  init(_ headers: HeaderArena, _ fields: Range<Int>) throws(RPCError) {
    self.init()
    if let wrong = refill(headers, fields) { throw Self.notBase64(headers, wrong) }
  }

  @inline(never)
  static func notBase64(_ headers: HeaderArena, _ field: Int) -> RPCError {
    let name = unsafe String(decoding: headers.name(field), as: UTF8.self)
    return RPCError(.internalError, "Metadata \(name) is not base64.")
  }

  /// The same in the place of what was here, whose memory is used again. Gives the first field that
  /// should be base64 and is not.
  mutating func refill(_ headers: HeaderArena, _ fields: Range<Int>) -> Int? {
    guard let texts = unsafe headers.texts(fields) else { return decode(headers, fields) }
    unsafe replace(with: texts.bytes, count: texts.count)
    return nil
  }

  @inline(never)
  private mutating func decode(_ headers: HeaderArena, _ fields: Range<Int>) -> Int? {
    removeAll()
    for field in fields {
      let kind = headers.kind(field)
      guard kind == .text || kind == .binary else { continue }
      let name = unsafe Array(headers.name(field))[...]
      let value = headers.bytes(field)
      if kind == .text {
        append(name, value, isBinary: false)
      } else if !appendBinary(name, value) {
        return field
      }
    }
    return nil
  }

  /// False where a value is not base64.
  private mutating func appendBinary(
    _ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>
  ) -> Bool {
    // Several values may be joined by commas (RFC 9110 section 5.3).
    for part in value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      guard let bytes = Base64.decode(part.trimmed) else { return false }
      append(name, bytes[...], isBinary: true)
    }
    return true
  }

  /// Appends what may be sent: valid names that are not reserved, printable values.
  func write(to list: inout HeaderList) {
    let sendable = sendable
    for field in sendable.fields {
      list.add(sendable.bytes[field.name], sendable.bytes[field.value])
    }
  }

  /// The value as it travels, nil where the field may not be sent.
  static func sendable(
    _ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, isBinary: Bool
  ) -> ArraySlice<UInt8>? {
    guard !name.isEmpty, name.allSatisfy(\.isOfName) else { return nil }
    switch unsafe name.withUnsafeBufferPointer({ unsafe HeaderName($0) }) {
    case .binary where isBinary: return Base64.encode(Array(value))[...]
    case .text where !isBinary && value.allSatisfy(\.isPrintable): return value.trimmed
    default: return nil
    }
  }

  /// Whether a text field is sent as it stands.
  static func isSendable(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) -> Bool {
    sendable(name, value, isBinary: false)?.count == value.count
  }
}

extension UInt8 {
  fileprivate var isOfName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
    default: false
    }
  }

  fileprivate var isPrintable: Bool { (0x20...0x7e).contains(self) }
}

extension ArraySlice<UInt8> {
  /// Without the spaces at both ends, which header values do not keep (RFC 9110 section 5.5).
  fileprivate var trimmed: ArraySlice<UInt8> {
    let space = UInt8(ascii: " ")
    guard let first = firstIndex(where: { $0 != space }),
      let last = lastIndex(where: { $0 != space })
    else { return [] }
    return self[first...last]
  }
}
