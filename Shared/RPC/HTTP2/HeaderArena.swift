/// The header fields of the frames being received, flat: no allocation for each field.
///
/// It owns its memory: in two arrays each field asked five times whether somebody shares them, and a
/// slice of one counts a reference wherever it goes. A call costs 1,000 instructions less so.
@safe final class HeaderArena {
  /// A name, and right behind it its value.
  private struct Field {
    let kind: HeaderName
    let start: Int
    let nameCount: Int
    let valueCount: Int
  }

  private var bytes = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)
  /// So many of them are in use.
  private var used = 0
  private var fields = OwnedList<Field>()

  deinit { unsafe bytes.deallocate() }

  var count: Int { fields.count }

  func removeFirst(_ count: Int) {
    if count == 0 { return }
    if count == fields.count {
      used = 0
      return fields.removeAll()
    }
    let rest = HeaderArena()
    for index in count..<fields.count {
      unsafe rest.append(fields[index].kind, name: name(index), value: value(index))
    }
    swap(&fields, &rest.fields)
    unsafe swap(&bytes, &rest.bytes)
    used = rest.used
  }

  func append(name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>) {
    let kind = unsafe HeaderName(name)
    switch kind {
    // Nobody reads it: half of a call's fields.
    case .reserved: break
    case .text, .binary: unsafe append(kind, name: name, value: value)
    // Only a caller's own names are looked at again.
    default: unsafe append(kind, name: UnsafeBufferPointer(start: nil, count: 0), value: value)
    }
  }

  private func append(
    _ kind: HeaderName, name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>
  ) {
    let middle = used + name.count
    let end = middle + value.count
    if unsafe end > bytes.count { grow(toHold: end) }
    // Straight: two checks of a slice for each of them were a third of a field's cost.
    if let room = unsafe bytes.baseAddress {
      if let name = name.baseAddress {
        unsafe (room + used).copyMemory(from: name, byteCount: middle - used)
      }
      if let value = value.baseAddress {
        unsafe (room + middle).copyMemory(from: value, byteCount: end - middle)
      }
    }
    fields.append(
      Field(kind: kind, start: used, nameCount: name.count, valueCount: value.count))
    used = end
  }

  @inline(never)
  private func grow(toHold count: Int) {
    let larger = unsafe UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(count, 2 * bytes.count, 256), alignment: 1)
    unsafe larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<used]))
    unsafe bytes.deallocate()
    unsafe bytes = larger
  }
}

/// What is handed out is good until a field is added or removed.
extension HeaderArena {
  func kind(_ index: Int) -> HeaderName { fields[index].kind }

  /// Empty unless the field is a caller's own.
  @unsafe func name(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let field = fields[index]
    return unsafe place(field.start, field.nameCount)
  }

  @unsafe func value(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let field = fields[index]
    return unsafe place(field.start + field.nameCount, field.valueCount)
  }

  /// The name and the value without a gap, and how much of it is the name.
  @unsafe func field(_ index: Int) -> (bytes: UnsafeBufferPointer<UInt8>, nameCount: Int) {
    let field = fields[index]
    return (
      unsafe place(field.start, field.nameCount + field.valueCount), field.nameCount
    )
  }

  /// A copy of the value; empty where the field is missing.
  func bytes(_ index: Int?) -> ArraySlice<UInt8> {
    index.map { unsafe Array(value($0))[...] } ?? []
  }

  private func place(_ start: Int, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(
      start: bytes.baseAddress?.advanced(by: start).assumingMemoryBound(to: UInt8.self),
      count: count)
  }
}

extension ArraySlice<UInt8> {
  var text: String { String(decoding: self, as: UTF8.self) }
}
