internal import CSQLite

/// The texts and blobs that are bound to the statement that runs, so that SQLite need not allocate and
/// free a copy of each.
@safe struct BoundBytes: ~Copyable {
  private static let size = 4_096

  private let memory: UnsafeMutableRawPointer
  private var used = 0

  init() { unsafe memory = .allocate(byteCount: Self.size, alignment: 8) }

  /// Only while nothing is bound.
  mutating func clear() { used = 0 }

  /// Where the bytes are for SQLite, and who frees them: nobody where they stand here. More than have
  /// room are left where they came from, and SQLite copies them before its call returns.
  mutating func place(
    _ bytes: UnsafeRawBufferPointer
  ) -> (UnsafeRawPointer, sqlite3_destructor_type?) {
    // Nothing needs an address too: NULL would be SQL's NULL.
    let place = unsafe memory + used
    guard let start = bytes.baseAddress else { return (UnsafeRawPointer(place), nil) }
    guard bytes.count <= Self.size - used else {
      // SQLITE_TRANSIENT, a cast in a macro.
      return unsafe (start, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
    }
    unsafe place.copyMemory(from: start, byteCount: bytes.count)
    used += bytes.count
    return (UnsafeRawPointer(place), nil)
  }

  deinit { unsafe memory.deallocate() }
}
