package import CProtobufC
import Glibc

/// From protobuf-c's values to Swift's. Called by generated code.
extension Arena {
  /// A string that is not valid, or that contains U+0000, is noted as the arena's fault and comes
  /// out empty; the caller of the whole lifting throws.
  ///
  /// U+0000 is refused though protobuf allows it: PostgreSQL, file names and C libraries below do
  /// not keep it, and what is stored must be what was sent.
  package func liftString(_ value: ProtobufCBinaryData) -> String {
    guard unsafe value.len > 0, let data = unsafe value.data else { return "" }
    // UTF8Span and not String(validating:as:), which is generic in the library and costs 3 times as
    // much for a short string.
    let bytes = unsafe Span(_unsafeStart: data, count: value.len)
    guard let text = try? UTF8Span(validating: bytes) else {
      stringFault = stringFault ?? .invalidUTF8
      return ""
    }
    if unsafe memchr(data, 0, value.len) != nil { stringFault = stringFault ?? .embeddedNUL }
    return String(copying: text)
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
    unsafe liftArray(count, pointer) { unsafe liftString($0) }
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
