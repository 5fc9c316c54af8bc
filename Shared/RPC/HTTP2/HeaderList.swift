import CNghttp2

/// Header fields on their way out. Fields known at compile time are sent without a copy.
struct HeaderList {
  private enum Part {
    case constant(StaticString)
    case bytes(Range<Int>)
  }

  private var bytes: [UInt8] = []
  private var fields: [(name: Part, value: Part)] = []

  var isEmpty: Bool { fields.isEmpty }

  mutating func add(_ name: StaticString, _ value: StaticString) {
    fields.append((.constant(name), .constant(value)))
  }

  mutating func add(_ name: StaticString, _ value: some Sequence<UInt8>) {
    fields.append((.constant(name), append(value)))
  }

  mutating func add(_ name: some Sequence<UInt8>, _ value: some Sequence<UInt8>) {
    let name = append(name)
    fields.append((name, append(value)))
  }

  private mutating func append(_ part: some Sequence<UInt8>) -> Part {
    let start = bytes.count
    bytes.append(contentsOf: part)
    return .bytes(start..<bytes.count)
  }

  /// nghttp2's view of the fields, valid inside `body`; it copies what is not constant.
  func withFields<R>(_ body: (UnsafeMutableBufferPointer<nghttp2_nv>) -> R) -> R {
    var bytes = bytes
    return unsafe bytes.withUnsafeMutableBufferPointer { bytes in
      unsafe withUnsafeTemporaryAllocation(of: nghttp2_nv.self, capacity: fields.count) { list in
        for (index, field) in fields.enumerated() {
          let name = unsafe place(field.name, in: bytes)
          let value = unsafe place(field.value, in: bytes)
          var flags = NGHTTP2_NV_FLAG_NONE.rawValue
          if name.isConstant { flags |= NGHTTP2_NV_FLAG_NO_COPY_NAME.rawValue }
          if value.isConstant { flags |= NGHTTP2_NV_FLAG_NO_COPY_VALUE.rawValue }
          unsafe list.initializeElement(
            at: index,
            to: nghttp2_nv(
              name: name.start, value: value.start, namelen: name.count, valuelen: value.count,
              flags: UInt8(truncatingIfNeeded: flags)))
        }
        return unsafe body(list)
      }
    }
  }

  @safe private struct Place {
    let start: UnsafeMutablePointer<UInt8>?
    let count: Int
    let isConstant: Bool
  }

  private func place(_ part: Part, in bytes: UnsafeMutableBufferPointer<UInt8>) -> Place {
    switch part {
    case .constant(let text):
      unsafe Place(
        start: UnsafeMutablePointer(mutating: text.utf8Start), count: text.utf8CodeUnitCount,
        isConstant: true)
    case .bytes(let range):
      unsafe Place(
        start: bytes.baseAddress.map { unsafe $0 + range.lowerBound }, count: range.count,
        isConstant: false)
    }
  }
}
