package import CProtobufC
import Glibc

/// From protobuf-c's values to Swift's. Called by generated code.
extension Arena {
  /// A string that is not valid, or that contains U+0000, is noted as the arena's fault and comes
  /// out empty; the caller of the whole lifting throws.
  ///
  /// U+0000 is refused though protobuf allows it: PostgreSQL, file names and C libraries below do
  /// not keep it, and what is stored must be what was sent.
  package func liftString(_ value: ProtobufCBinaryData) -> String { unsafe lifted(value) }

  @inline(__always)
  private func lifted(_ value: ProtobufCBinaryData) -> String {
    let count = unsafe value.len
    guard count > 0, let data = unsafe UnsafePointer(value.data) else { return "" }
    if count <= ShortText.longest, knowsShortText, let text = unsafe ShortText(data, count) {
      return text.string
    }
    return unsafe liftLong(data, count)
  }

  @inline(never)
  private func liftLong(_ data: UnsafePointer<UInt8>, _ count: Int) -> String {
    guard unsafe count >= 8 && Self.isPlainASCII(data, count) else {
      return unsafe liftUnusual(data, count)
    }
    let bytes = unsafe Span(_unsafeStart: data, count: count)
    return unsafe String(copying: UTF8Span(unchecked: bytes, isKnownASCII: true))
  }

  /// Whether all are ASCII and none is U+0000: of 8 bytes and more. Asked first, since nearly all strings
  /// are so: to validate such a one and to look for U+0000 took 100 instructions, this takes 20.
  @inline(__always)
  private static func isPlainASCII(_ data: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let bytes = unsafe UnsafeRawPointer(data)
    // The last 8 overlap those before.
    let last = count &- 8
    var unusual = unsafe PlainASCII.unusual(
      in: bytes.loadUnaligned(fromByteOffset: last, as: UInt64.self))
    var index = 0
    while index < last {
      unusual |= unsafe PlainASCII.unusual(
        in: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index &+= 8
    }
    return unusual == 0
  }

  @inline(never)
  private func liftUnusual(_ data: UnsafePointer<UInt8>, _ count: Int) -> String {
    // UTF8Span and not String(validating:as:), which is generic in the library and costs 3 times as
    // much for a short string.
    let bytes = unsafe Span(_unsafeStart: data, count: count)
    guard let text = try? UTF8Span(validating: bytes) else {
      stringFault = stringFault ?? .invalidUTF8
      return ""
    }
    if unsafe memchr(data, 0, count) != nil { stringFault = stringFault ?? .embeddedNUL }
    return String(copying: text)
  }

  /// Throws what the strings lifted since `borrow` broke.
  @usableFromInline
  package func checkStrings(of message: UnsafeMutableRawPointer) throws(ProtobufError) {
    guard let rule = stringFault else { return }
    let descriptor = unsafe ProtobufCoding.descriptor(of: message)
    throw ProtobufError(rule, message: unsafe String(cString: descriptor.pointee.name))
  }

  package func liftBytes(_ value: ProtobufCBinaryData) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: value.data, count: value.data == nil ? 0 : value.len))
  }

  @inlinable
  package func liftMessage<M: ProtobufMessage, C>(_ pointer: UnsafeMutablePointer<C>?) -> M? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe M(lifting: pointer, in: self)
  }

  @inlinable
  package func liftNumbers<N>(_ count: Int, _ pointer: UnsafeMutablePointer<N>?) -> [N] {
    unsafe Array(UnsafeBufferPointer(start: pointer, count: pointer == nil ? 0 : count))
  }

  @inlinable
  package func liftArray<C, T>(
    _ count: Int, _ pointer: UnsafeMutablePointer<C>?, _ lift: (C) -> T
  ) -> [T] {
    guard count > 0, let pointer = unsafe pointer else { return [] }
    return unsafe UnsafeBufferPointer(start: pointer, count: count).map(lift)
  }

  package func liftStrings(_ count: Int, _ pointer: UnsafeMutablePointer<ProtobufCBinaryData>?)
    -> [String]
  {
    guard count > 0, let pointer = unsafe pointer else { return [] }
    // Not `Array(unsafeUninitializedCapacity:)` nor `Array(repeating:count:)`, which ask the runtime for
    // the storage's type: 330 and 560 instructions.
    var strings: [String] = []
    strings.reserveCapacity(count)
    for index in 0..<count { unsafe strings.append(lifted(pointer[index])) }
    return strings
  }

  package func liftByteArrays(_ count: Int, _ pointer: UnsafeMutablePointer<ProtobufCBinaryData>?)
    -> [[UInt8]]
  {
    unsafe liftArray(count, pointer) { unsafe liftBytes($0) }
  }

  @inlinable
  package func liftMessages<M: ProtobufMessage, C>(
    _ count: Int, _ pointer: UnsafeMutablePointer<UnsafeMutablePointer<C>?>?
  ) -> [M] {
    guard count > 0, let pointer = unsafe pointer else { return [] }
    return unsafe UnsafeBufferPointer(start: pointer, count: count).compactMap {
      unsafe liftMessage($0)
    }
  }

  /// Of entries with one key the last counts.
  @inlinable
  package func liftMap<E, K: Hashable, V>(
    _ count: Int, _ pointer: UnsafeMutablePointer<UnsafeMutablePointer<E>?>?,
    _ lift: (UnsafeMutablePointer<E>) -> (K, V)
  ) -> [K: V] {
    var map: [K: V] = [:]
    guard count > 0, let pointer = unsafe pointer else { return map }
    for index in 0..<count {
      guard let entry = unsafe pointer[index] else { continue }
      let (key, value) = unsafe lift(entry)
      map[key] = value
    }
    return map
  }
}
