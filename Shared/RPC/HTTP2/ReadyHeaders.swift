import CNghttp2

/// A header list that is the same for many calls, as nghttp2 reads it: made once and never freed.
/// To make it anew cost a call 700 instructions and 25 counts of references.
@safe struct ReadyHeaders: Sendable {
  /// nghttp2 writes nothing to them.
  nonisolated(unsafe) let fields: UnsafeMutableBufferPointer<nghttp2_nv>

  init(_ list: [(name: StaticString, value: StaticString)]) {
    unsafe fields = .allocate(capacity: list.count)
    let flags = NGHTTP2_NV_FLAG_NO_COPY_NAME.rawValue | NGHTTP2_NV_FLAG_NO_COPY_VALUE.rawValue
    for (index, field) in list.enumerated() {
      unsafe fields.initializeElement(
        at: index,
        to: nghttp2_nv(
          name: UnsafeMutablePointer(mutating: field.name.utf8Start),
          value: UnsafeMutablePointer(mutating: field.value.utf8Start),
          namelen: field.name.utf8CodeUnitCount, valuelen: field.value.utf8CodeUnitCount,
          flags: UInt8(truncatingIfNeeded: flags)))
    }
  }
}
