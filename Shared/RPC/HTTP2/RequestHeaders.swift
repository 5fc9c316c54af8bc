import CNghttp2

/// The header lists of a channel's requests, as nghttp2 reads them. What they have in common is laid
/// out once, and what is a call's own stands where it is until nghttp2 has copied it.
@safe final class RequestHeaders {
  /// Every request has a `:path`, at the first place.
  private let common: UnsafeMutableBufferPointer<nghttp2_nv>
  private let values: UnsafeMutableBufferPointer<UInt8>
  /// The values of one request that are not metadata, one after another.
  private var texts: [UInt8] = []

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
  /// - Parameter more: gRPC's own fields that this request has.
  func withFields<R>(
    path: String, _ more: [(name: StaticString, value: String)], _ metadata: Metadata,
    _ body: (UnsafeMutableBufferPointer<nghttp2_nv>) -> R
  ) -> R {
    let metadata = metadata.sendable
    texts.removeAll(keepingCapacity: true)
    texts.append(contentsOf: path.utf8)
    for field in more { texts.append(contentsOf: field.value.utf8) }
    let count = unsafe common.count + more.count + metadata.count
    return unsafe withUnsafeTemporaryAllocation(of: nghttp2_nv.self, capacity: count) { list in
      unsafe texts.withUnsafeMutableBufferPointer { texts in
        unsafe metadata.bytes.withUnsafeBufferPointer { bytes in
          var next = unsafe list.initialize(fromContentsOf: common)
          var start = path.utf8.count
          unsafe list[0] = Self.field(":path", texts.baseAddress, start)
          for field in more {
            let count = field.value.utf8.count
            let value = unsafe texts.baseAddress.map { unsafe $0 + start }
            unsafe list.initializeElement(at: next, to: Self.field(field.name, value, count))
            start += count
            next += 1
          }
          for field in metadata.fields {
            unsafe list.initializeElement(at: next, to: Self.field(field, in: bytes))
            next += 1
          }
          return unsafe body(list)
        }
      }
    }
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
