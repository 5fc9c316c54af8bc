/// The header fields of the frames being received, flat: no allocation for each field.
struct HeaderArena {
  struct Field {
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
      unsafe name(index).withUnsafeBufferPointer { name in
        unsafe value(index).withUnsafeBufferPointer { value in
          unsafe rest.append(name: name, value: value)
        }
      }
    }
    self = rest
  }

  mutating func append(name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    unsafe bytes.append(contentsOf: name)
    let middle = bytes.count
    unsafe bytes.append(contentsOf: value)
    fields.append(Field(name: start..<middle, value: middle..<bytes.count))
  }

  func name(_ index: Int) -> ArraySlice<UInt8> { bytes[fields[index].name] }
  func value(_ index: Int) -> ArraySlice<UInt8> { bytes[fields[index].value] }
}

extension ArraySlice<UInt8> {
  func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return unsafe withUnsafeBytes { mine in
      unsafe mine.elementsEqual(
        UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
  }

  func hasPrefix(_ text: StaticString) -> Bool {
    prefix(text.utf8CodeUnitCount).equals(text)
  }

  func hasSuffix(_ text: StaticString) -> Bool {
    suffix(text.utf8CodeUnitCount).equals(text)
  }

  var text: String { String(decoding: self, as: UTF8.self) }
}
