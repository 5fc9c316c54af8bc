/// The header fields of the frames being received, flat: no allocation for each field.
struct HeaderArena {
  struct Field {
    let kind: HeaderName
    fileprivate let name: Range<Int>
    fileprivate let value: Range<Int>
  }

  private var bytes: [UInt8] = []
  private var fields: [Field] = []

  var count: Int { fields.count }

  mutating func removeFirst(_ count: Int) {
    if count == fields.count {
      bytes.removeAll(keepingCapacity: true)
      fields.removeAll(keepingCapacity: true)
      return
    }
    var rest = HeaderArena()
    for index in count..<fields.count {
      let field = fields[index]
      let start = rest.bytes.count
      rest.bytes += bytes[field.name]
      let middle = rest.bytes.count
      rest.bytes += bytes[field.value]
      rest.fields.append(
        Field(kind: field.kind, name: start..<middle, value: middle..<rest.bytes.count))
    }
    self = rest
  }

  mutating func append(name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>) {
    let kind = unsafe HeaderName(name)
    // Nobody reads it: half of a call's fields.
    guard kind != .reserved else { return }
    let start = bytes.count
    // Only a caller's own names are looked at again.
    if kind == .text || kind == .binary { unsafe bytes.append(contentsOf: name) }
    let middle = bytes.count
    unsafe bytes.append(contentsOf: value)
    fields.append(Field(kind: kind, name: start..<middle, value: middle..<bytes.count))
  }

  func kind(_ index: Int) -> HeaderName { fields[index].kind }
  /// Empty unless the field is a caller's own.
  func name(_ index: Int) -> ArraySlice<UInt8> { bytes[fields[index].name] }
  func value(_ index: Int) -> ArraySlice<UInt8> { bytes[fields[index].value] }
}

extension ArraySlice<UInt8> {
  func equals(_ text: StaticString) -> Bool {
    unsafe withUnsafeBufferPointer { unsafe $0.equals(text) }
  }

  func hasPrefix(_ text: StaticString) -> Bool {
    unsafe withUnsafeBufferPointer { unsafe $0.begins(with: text) }
  }

  var text: String { String(decoding: self, as: UTF8.self) }
}
