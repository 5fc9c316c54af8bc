import Glibc

/// A server's methods by their path, found in the bytes that came: to make a string of them and hash
/// it cost 900 instructions and an allocation a call, this 60.
struct MethodTable: Sendable {
  /// At least twice as many as methods; a method stands in the slot of its hash or one after it.
  private var slots: [Method?]

  init(_ handlers: [RPCHandler]) {
    var count = 4
    while count < handlers.count * 2 { count *= 2 }
    slots = Array(repeating: nil, count: count)
    for handler in handlers {
      let method = Method(handler)
      // Of two handlers for one path the later one serves.
      slots[slot(of: method)] = method
    }
  }

  /// Uncounted: the table has it.
  @unsafe subscript(path: UnsafeBufferPointer<UInt8>) -> Unmanaged<Method>? {
    var slot = unsafe Self.hash(UnsafeRawBufferPointer(path)) & (slots.count - 1)
    while let method = slots[slot] {
      if unsafe method.isNamed(path) { return unsafe .passUnretained(method) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Where the method is to stand.
  private func slot(of method: Method) -> Int {
    var slot = unsafe method.path.withUnsafeBytes { unsafe Self.hash($0) } & (slots.count - 1)
    while let other = slots[slot], other.path != method.path {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// Methods of one server differ in the last bytes; those that do not, share a slot's chain.
  private static func hash(_ path: UnsafeRawBufferPointer) -> Int {
    var hash = UInt64(path.count)
    if path.count >= 16 {
      unsafe hash ^= path.loadUnaligned(fromByteOffset: path.count - 16, as: UInt64.self)
      hash &*= 0x9e37_79b9_7f4a_7c15
      unsafe hash ^= path.loadUnaligned(fromByteOffset: path.count - 8, as: UInt64.self)
      hash &*= 0x9e37_79b9_7f4a_7c15
    }
    return Int(truncatingIfNeeded: hash >> 32)
  }

  /// One object, so that a call holds it at the cost of one count.
  final class Method: Sendable {
    /// Of a stream that has no call.
    static let none = Method(
      RPCHandler(method: .none) { _ in throw RPCError(.internalError, "no call") })

    let path: [UInt8]
    let handler: RPCHandler
    // The handler's, for which it need not be copied with all that it counts.
    let method: RPCMethod
    let sizes: MessageSizes
    let takesOneRequest: Bool

    init(_ handler: RPCHandler) {
      path = Array(handler.method.path.utf8)
      self.handler = handler
      method = handler.method
      sizes = handler.sizes
      takesOneRequest = [.unary, .serverStreaming].contains(method.kind)
    }

    fileprivate func isNamed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      guard let start = bytes.baseAddress, bytes.count == path.count else { return path.isEmpty }
      return unsafe memcmp(start, path, bytes.count) == 0
    }
  }
}
