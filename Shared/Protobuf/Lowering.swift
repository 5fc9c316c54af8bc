public import CProtobufC

/// From Swift's values to protobuf-c's, in the arena. Called by generated code.
///
/// Arrays of bytes, and strings that have memory of their own, are not copied: the C struct points to
/// where they are. They stay there as long as the message holds them, and `ProtobufCoding.encode` holds it.
extension Arena {
  package func lowerString(_ string: String) -> ProtobufCBinaryData {
    let inPlace = unsafe string.utf8.withContiguousStorageIfAvailable { bytes in
      unsafe bytes.count > Self.inlineString
        ? point(to: bytes) : copy(UnsafeRawBufferPointer(bytes))
    }
    if let inPlace = unsafe inPlace { return unsafe inPlace }
    var native = string
    return native.withUTF8 { unsafe copy(UnsafeRawBufferPointer($0)) }
  }

  /// Bytes that a String may hold without memory of its own.
  private static let inlineString = 15

  @inlinable
  package func lowerBytes(_ bytes: [UInt8]) -> ProtobufCBinaryData {
    unsafe bytes.withUnsafeBufferPointer { unsafe point(to: $0) }
  }

  @inlinable @inline(__always)
  func point(to bytes: UnsafeBufferPointer<UInt8>) -> ProtobufCBinaryData {
    longest += bytes.count
    // protobuf-c only reads them.
    return unsafe ProtobufCBinaryData(
      len: bytes.count, data: UnsafeMutablePointer(mutating: bytes.baseAddress))
  }

  private func copy(_ bytes: UnsafeRawBufferPointer) -> ProtobufCBinaryData {
    guard let source = bytes.baseAddress, bytes.count > 0 else {
      return unsafe ProtobufCBinaryData(len: 0, data: nil)
    }
    longest += bytes.count
    let target = unsafe allocate(bytes.count)
    unsafe target.copyMemory(from: source, byteCount: bytes.count)
    return unsafe ProtobufCBinaryData(
      len: bytes.count, data: target.assumingMemoryBound(to: UInt8.self))
  }

  @inlinable
  package func lowerMessage<M: ProtobufMessage, C>(_ message: M?) -> UnsafeMutablePointer<C>? {
    guard let message else { return nil }
    return unsafe lower(message).assumingMemoryBound(to: C.self)
  }

  @inlinable
  package func lowerArray<T, C>(_ values: [T], _ lower: (T) -> C) -> UnsafeMutablePointer<C>? {
    guard !values.isEmpty else { return nil }
    longest += Self.longestField * values.count
    let array = unsafe allocateArray(of: C.self, count: values.count)
    var next = unsafe array
    for value in values {
      unsafe next.initialize(to: lower(value))
      unsafe next += 1
    }
    return unsafe array
  }

  @inlinable
  package func lowerNumbers<N: BitwiseCopyable>(_ numbers: [N]) -> UnsafeMutablePointer<N>? {
    unsafe lowerArray(numbers) { $0 }
  }

  package func lowerStrings(_ strings: [String]) -> UnsafeMutablePointer<ProtobufCBinaryData>? {
    guard !strings.isEmpty else { return nil }
    longest += Self.longestField * strings.count
    let array = unsafe allocateArray(of: ProtobufCBinaryData.self, count: strings.count)
    unsafe strings.withUnsafeBufferPointer { strings in
      unsafe strings.withMemoryRebound(to: BorrowedText.self) { texts in
        for index in texts.indices {
          unsafe (array + index).initialize(to: lower(texts[index]))
        }
      }
    }
    return unsafe array
  }

  /// A string where it lies, with the layout of its one field. A copy, as an array or a span gives, is counted for
  /// as long as somebody else's code runs, at 36 cycles.
  private struct BorrowedText: ~Copyable {
    let string: String
  }

  private func lower(_ text: borrowing BorrowedText) -> ProtobufCBinaryData {
    unsafe lowerString(text.string)
  }

  package func lowerByteArrays(_ arrays: [[UInt8]]) -> UnsafeMutablePointer<ProtobufCBinaryData>? {
    unsafe lowerArray(arrays) { unsafe lowerBytes($0) }
  }

  @inlinable
  package func lowerMessages<M: ProtobufMessage, C>(
    _ messages: [M]
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<C>?>? {
    unsafe lowerArray(messages) { unsafe lowerMessage($0) }
  }

  /// Entries in the order of their keys, so that equal maps have equal bytes.
  @inlinable
  package func lowerMap<K: ProtobufMapKey, V, E>(
    _ map: [K: V], _ lower: (UnsafeMutablePointer<E>, K, V) -> Void
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<E>?>? {
    // The entry's own is its tag and length; these are its key's and its value's.
    longest += 2 * Self.longestField * map.count
    return unsafe lowerArray(map.sorted { K.precedes($0.key, $1.key) }) { key, value in
      let entry = unsafe allocateArray(of: E.self, count: 1)
      unsafe lower(entry, key, value)
      return unsafe entry
    }
  }

  /// The message's C struct.
  @inlinable @inline(__always)
  func lower<M: ProtobufMessage>(_ message: M) -> UnsafeMutableRawPointer {
    let c = unsafe allocate(M.cSize)
    unsafe M.initialize(c)
    unsafe message.lower(to: c, in: self)
    unsafe countFields(of: c)
    return unsafe c
  }

  @inlinable
  func countFields(of c: UnsafeMutableRawPointer) {
    let count = unsafe Int(ProtobufCoding.descriptor(of: c).pointee.n_fields)
    longest += Self.longestField * count
  }

  @inlinable
  func allocateArray<T>(of type: T.Type, count: Int) -> UnsafeMutablePointer<T> {
    unsafe allocate(MemoryLayout<T>.stride * count).bindMemory(to: T.self, capacity: count)
  }
}

/// What a map may have as key.
@usableFromInline
package protocol ProtobufMapKey: Hashable {
  static func precedes(_ a: Self, _ b: Self) -> Bool
}

extension ProtobufMapKey where Self: Comparable {
  @inlinable
  package static func precedes(_ a: Self, _ b: Self) -> Bool { a < b }
}

extension String: ProtobufMapKey {}
extension Int32: ProtobufMapKey {}
extension Int64: ProtobufMapKey {}
extension UInt32: ProtobufMapKey {}
extension UInt64: ProtobufMapKey {}
extension Bool: ProtobufMapKey {
  @usableFromInline
  package static func precedes(_ a: Bool, _ b: Bool) -> Bool { !a && b }
}
