import CNghttp2

/// The header lists of a channel's requests, as nghttp2 reads them. What they have in common is laid
/// out once, and what is a call's own stands where it is until nghttp2 has copied it.
@safe final class RequestHeaders {
  /// Every request has a `:path`, at the first place.
  private let common: UnsafeMutableBufferPointer<nghttp2_nv>
  private let values: UnsafeMutableBufferPointer<UInt8>
  /// The values of one request that are not metadata, one after another.
  private var texts = OwnedList<UInt8>()
  private var timeout = TimeoutText()

  /// Fields whose names begin with a colon come first (RFC 9113 section 8.3).
  init(_ list: [(name: StaticString, value: String)]) {
    let bytes = list.flatMap { Array($0.value.utf8) }
    unsafe values = .allocate(capacity: bytes.count)
    _ = unsafe values.initialize(fromContentsOf: bytes)
    unsafe common = .allocate(capacity: list.count + 1)
    unsafe common.initializeElement(at: 0, to: Self.field(":path", nil, 0))
    var start = unsafe values.baseAddress
    for (index, field) in list.enumerated() {
      let count = field.value.utf8.count
      unsafe common.initializeElement(at: index + 1, to: Self.field(field.name, start, count))
      unsafe start = start.map { unsafe $0 + count }
    }
  }

  deinit {
    unsafe common.deallocate()
    unsafe values.deallocate()
  }

  /// The list, valid inside `body`.
  /// - Parameter timeout: In nanoseconds.
  /// - Parameter more: What else of gRPC's own this request has.
  func withFields<R>(
    path: String, timeout: Int64?, _ more: [(name: StaticString, value: String)],
    _ metadata: Metadata, _ body: (UnsafeMutableBufferPointer<nghttp2_nv>) -> R
  ) -> R {
    let metadata = metadata.sendable
    texts.removeAll()
    texts.append(utf8: path)
    if let timeout {
      self.timeout.set(nanoseconds: timeout)
      texts.append(utf8: self.timeout.text)
    }
    for field in more { texts.append(utf8: field.value) }
    let count = unsafe common.count + 1 + more.count + metadata.count
    return unsafe withUnsafeTemporaryAllocation(of: nghttp2_nv.self, capacity: count) { list in
      unsafe metadata.bytes.withUnsafeBufferPointer { bytes in
        var next = unsafe list.initialize(fromContentsOf: common)
        var start = path.utf8.count
        unsafe list[0] = Self.field(":path", place(of: 0), start)
        func add(_ name: StaticString, _ count: Int) {
          unsafe list.initializeElement(at: next, to: Self.field(name, place(of: start), count))
          start += count
          next += 1
        }
        if timeout != nil { add("grpc-timeout", self.timeout.text.utf8.count) }
        for field in more { add(field.name, field.value.utf8.count) }
        for field in metadata.fields {
          unsafe list.initializeElement(at: next, to: Self.field(field, in: bytes))
          next += 1
        }
        return unsafe body(UnsafeMutableBufferPointer(rebasing: list[..<next]))
      }
    }
  }

  /// nghttp2 only reads what is there.
  private func place(of start: Int) -> UnsafeMutablePointer<UInt8>? {
    unsafe UnsafeMutablePointer(mutating: texts.bytes(at: start, count: 0).baseAddress)
  }

  private static func field(
    _ name: StaticString, _ value: UnsafeMutablePointer<UInt8>?, _ count: Int
  ) -> nghttp2_nv {
    unsafe nghttp2_nv(
      name: UnsafeMutablePointer(mutating: name.utf8Start), value: value,
      namelen: name.utf8CodeUnitCount, valuelen: count,
      flags: UInt8(truncatingIfNeeded: NGHTTP2_NV_FLAG_NO_COPY_NAME.rawValue))
  }

  private static func field(
    _ field: Metadata.Field, in bytes: UnsafeBufferPointer<UInt8>
  ) -> nghttp2_nv {
    let start = unsafe UnsafeMutablePointer(mutating: bytes.baseAddress)
    return unsafe nghttp2_nv(
      name: start.map { unsafe $0 + field.name.lowerBound },
      value: start.map { unsafe $0 + field.value.lowerBound },
      namelen: field.name.count, valuelen: field.value.count,
      flags: UInt8(truncatingIfNeeded: NGHTTP2_NV_FLAG_NONE.rawValue))
  }
}
