/// A server's methods by their path, found in the bytes that came: to make a string of them and hash
/// it cost 900 instructions and an allocation a call, this 120.
struct MethodTable: Sendable {
  /// At least twice as many as methods; a method stands in the slot of its hash or one after it.
  private var slots: [Method?]

  init(_ handlers: [RPCHandler]) {
    var count = 4
    while count < handlers.count * 2 { count *= 2 }
    slots = Array(repeating: nil, count: count)
    for handler in handlers {
      let path = Array(handler.method.path.utf8)
      let slot = self.slot(of: path[...])
      // Of two handlers for one path the later one serves.
      slots[slot] = Method(path: path, handler: handler)
    }
  }

  subscript(path: ArraySlice<UInt8>) -> Method? { slots[slot(of: path)] }

  /// Where the path's method stands, or would stand.
  private func slot(of path: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    // Methods of one server differ in the last bytes; those that do not, share a slot's chain.
    for byte in path.suffix(12) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while let method = slots[slot], method.path[...] != path {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// One object, so that a call holds it at the cost of one count.
  final class Method: Sendable {
    let path: [UInt8]
    let handler: RPCHandler

    init(path: [UInt8], handler: RPCHandler) {
      self.path = path
      self.handler = handler
    }
  }
}
