/// The header fields of the frames being received, flat: no allocation for each field.
///
/// It owns its memory: in two arrays each field asked five times whether somebody shares them, and a
/// slice of one counts a reference wherever it goes. A call costs 1,000 instructions less so.
@safe final class HeaderArena {
  private struct Field {
    let kind: HeaderName
    /// In `texts` for a caller's own text, else in `values`.
    let start: Int
    let nameCount: Int
    let valueCount: Int
  }

  private var fields = OwnedList<Field>()
  /// Values of fields with names that are known here, and a caller's own bytes with theirs.
  private var values = OwnedList<UInt8>()
  /// A caller's own texts as `Metadata` has them, without a gap: it copies a call's at once.
  private var texts = OwnedList<UInt8>()

  var count: Int { fields.count }

  func removeFirst(_ count: Int) {
    if count == 0 { return }
    if count == fields.count {
      values.removeAll()
      texts.removeAll()
      return fields.removeAll()
    }
    let rest = HeaderArena()
    for index in count..<fields.count {
      unsafe rest.append(kind(index), name: name(index), value: value(index))
    }
    swap(&fields, &rest.fields)
    swap(&values, &rest.values)
    swap(&texts, &rest.texts)
  }

  @inline(__always)
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

  @inline(__always)
  private func append(
    _ kind: HeaderName, name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>
  ) {
    let (nameCount, valueCount) = (name.count, value.count)
    let start: Int
    var room: UnsafeMutableRawPointer
    if kind == .text {
      start = texts.count
      unsafe room = texts.extend(by: Metadata.headBytes + nameCount + valueCount)
      let head = Metadata.head(nameCount, valueCount, isBinary: false)
      unsafe room.storeBytes(of: head, as: UInt64.self)
      unsafe room += Metadata.headBytes
    } else {
      start = values.count
      unsafe room = values.extend(by: nameCount + valueCount)
    }
    if let name = UnsafeRawBufferPointer(name).baseAddress {
      unsafe room.copyMemory(from: name, byteCount: nameCount)
    }
    if let value = UnsafeRawBufferPointer(value).baseAddress {
      unsafe (room + nameCount).copyMemory(from: value, byteCount: valueCount)
    }
    fields.append(Field(kind: kind, start: start, nameCount: nameCount, valueCount: valueCount))
  }
}

/// What is handed out is good until a field is added or removed.
extension HeaderArena {
  func kind(_ index: Int) -> HeaderName { fields[index].kind }

  /// Empty unless the field is a caller's own.
  @unsafe func name(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let field = fields[index]
    return unsafe place(field, 0, field.nameCount)
  }

  @unsafe func value(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let field = fields[index]
    return unsafe place(field, field.nameCount, field.valueCount)
  }

  /// A copy of the value; empty where the field is missing.
  func bytes(_ index: Int?) -> ArraySlice<UInt8> {
    index.map { unsafe Array(value($0))[...] } ?? []
  }

  /// A caller's own fields where all of them are text, as `Metadata` has them, and how many they are.
  @unsafe func texts(
    _ fields: Range<Int>
  ) -> (bytes: UnsafeBufferPointer<UInt8>, count: Int)? {
    var count = 0
    var (start, end) = (0, 0)
    for index in fields {
      let field = self.fields[index]
      if field.kind == .text {
        if count == 0 { start = field.start }
        count += 1
        end = field.start + Metadata.headBytes + field.nameCount + field.valueCount
      } else if field.kind == .binary {
        return nil
      }
    }
    return (unsafe texts.bytes(at: start, count: end - start), count)
  }

  private func place(_ field: Field, _ skipped: Int, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    field.kind == .text
      ? unsafe texts.bytes(at: field.start + Metadata.headBytes + skipped, count: count)
      : unsafe values.bytes(at: field.start + skipped, count: count)
  }
}

extension ArraySlice<UInt8> {
  var text: String { String(decoding: self, as: UTF8.self) }
}
