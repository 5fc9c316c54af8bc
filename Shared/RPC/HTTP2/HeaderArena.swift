/// The header fields of the frames being received, flat: no allocation for each field.
///
/// An object, so that to look at a field does not count two arrays.
final class HeaderArena {
  /// A name, and right behind it its value.
  private struct Field {
    let kind: HeaderName
    let start: UInt32
    let nameCount: UInt32
    let valueCount: UInt32

    var name: Range<Int> { Int(start)..<Int(start) + Int(nameCount) }
    var value: Range<Int> { name.upperBound..<name.upperBound + Int(valueCount) }
    var both: Range<Int> { name.lowerBound..<value.upperBound }
  }

  /// The first `used` are in use: to append to an array costs more than to copy into one.
  private var bytes: [UInt8] = []
  private var used = 0
  private var fields: [Field] = []

  var count: Int { fields.count }

  func removeFirst(_ count: Int) {
    if count == fields.count {
      used = 0
      fields.removeAll(keepingCapacity: true)
      return
    }
    let rest = HeaderArena()
    for field in fields[count...] {
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe rest.append(
          field.kind, name: UnsafeBufferPointer(rebasing: bytes[field.name]),
          value: UnsafeBufferPointer(rebasing: bytes[field.value]))
      }
    }
    (bytes, used, fields) = (rest.bytes, rest.used, rest.fields)
  }

  func append(name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>) {
    let kind = unsafe HeaderName(name)
    // Nobody reads it: half of a call's fields.
    if kind != .reserved { unsafe append(kind, name: name, value: value) }
  }

  private func append(
    _ kind: HeaderName, name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>
  ) {
    let start = used
    // Only a caller's own names are looked at again.
    let nameCount = kind == .text || kind == .binary ? name.count : 0
    used += nameCount + value.count
    if used > bytes.count {
      bytes += [UInt8](repeating: 0, count: max(used, 2 * bytes.count, 256) - bytes.count)
    }
    unsafe bytes.withUnsafeMutableBytes { bytes in
      let target = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
      unsafe target.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(name)[..<nameCount]))
      unsafe UnsafeMutableRawBufferPointer(rebasing: target[nameCount...])
        .copyMemory(from: UnsafeRawBufferPointer(value))
    }
    fields.append(
      Field(
        kind: kind, start: UInt32(clamping: start), nameCount: UInt32(clamping: nameCount),
        valueCount: UInt32(clamping: value.count)))
  }

  func kind(_ index: Int) -> HeaderName { fields[index].kind }
  /// Empty unless the field is a caller's own.
  func name(_ index: Int) -> ArraySlice<UInt8> { bytes[fields[index].name] }
  func value(_ index: Int) -> ArraySlice<UInt8> { bytes[fields[index].value] }
  /// The same of a field that may be missing, and is then as good as empty.
  func value(_ index: Int?) -> ArraySlice<UInt8> { index.map(value) ?? [] }
  /// The name and the value without a gap, and how much of it is the name.
  func field(_ index: Int) -> (bytes: ArraySlice<UInt8>, nameCount: Int) {
    (bytes[fields[index].both], Int(fields[index].nameCount))
  }
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
