import CProtobufC
import Glibc

/// Memory for one message on its way through protobuf-c: allocation moves a pointer, and all of it
/// is given back at once.
///
/// Each thread keeps one with 64 KiB, so that coding a message of usual size allocates
/// nothing but the Swift values. What does not fit is allocated apart, and freed with the message.
@safe @usableFromInline
package struct Arena {
  @usableFromInline let state: UnsafeMutablePointer<State>

  @unsafe @usableFromInline struct State {
    /// What protobuf-c is given. Its `allocator_data` is this struct's address.
    var allocator: ProtobufCAllocator
    @usableFromInline var base: UnsafeMutableRawPointer
    @usableFromInline var next: UnsafeMutableRawPointer
    @usableFromInline var end: UnsafeMutableRawPointer
    /// The latest block beyond `base`; each begins with a pointer to the one before.
    @usableFromInline var overflow: UnsafeMutableRawPointer?
    /// A message is being coded. Another one meanwhile, on this thread, gets an arena of its own.
    @usableFromInline var isBorrowed: Bool
    /// It is the thread's own, which is kept.
    @usableFromInline let isKept: Bool
    /// What the message that is lowered here can have at most when it is written.
    @usableFromInline var longest: Int
    @usableFromInline var stringFault: ProtobufError.Rule?
    let knowsShortText = ShortText.isKnown()
  }

  private static let capacity = 64 << 10
  /// Enough for every type that protobuf-c stores.
  @inlinable static var alignment: Int { 16 }

  /// The calling thread's arena; `release` must follow, on the same thread.
  @usableFromInline
  package static func borrow() -> Arena {
    guard let kept = unsafe daybook_thread_arena().pointee else { return makeOwn() }
    let arena = unsafe Arena(state: kept.assumingMemoryBound(to: State.self))
    if unsafe arena.state.pointee.isBorrowed {
      return unsafe Arena(state: makeState(isKept: false))
    }
    unsafe arena.state.pointee.isBorrowed = true
    return arena
  }

  // What is seldom needed is not inlined: registers for it would be saved for each message.

  @inline(never)
  private static func makeOwn() -> Arena {
    let arena = unsafe Arena(state: makeState(isKept: true))
    let own = unsafe daybook_thread_arena()
    unsafe own.pointee = UnsafeMutableRawPointer(arena.state)
    // For its end with the thread.
    unsafe pthread_setspecific(key, arena.state)
    return arena
  }

  /// Gives back everything allocated since `borrow`.
  @inlinable
  package func release() {
    if unsafe state.pointee.overflow != nil { freeApart() }
    guard unsafe state.pointee.isKept else { return unsafe Self.destroy(state) }
    unsafe state.pointee.next = state.pointee.base
    unsafe state.pointee.longest = 0
    unsafe state.pointee.stringFault = nil
    unsafe state.pointee.isBorrowed = false
  }

  /// The first string rule broken while lifting.
  var stringFault: ProtobufError.Rule? {
    get { unsafe state.pointee.stringFault }
    nonmutating set { unsafe state.pointee.stringFault = newValue }
  }

  /// Whether Swift keeps short strings as `ShortText` makes them.
  package var knowsShortText: Bool { unsafe state.pointee.knowsShortText }

  /// Bytes that the message lowered since `borrow` takes at most when it is written: 15 for each field,
  /// which is a tag and the longest number, and what strings and bytes have. It spares most messages
  /// protobuf-c's pass for their size.
  @inlinable
  package var longest: Int {
    get { unsafe state.pointee.longest }
    nonmutating set { unsafe state.pointee.longest = newValue }
  }
  @inlinable
  package static var longestField: Int { 15 }

  /// Memory that is not initialized, aligned for everything protobuf-c stores.
  @inlinable
  package func allocate(_ byteCount: Int) -> UnsafeMutableRawPointer {
    unsafe Self.allocate(byteCount, from: state)
  }

  /// For protobuf-c's functions.
  var allocator: UnsafeMutablePointer<ProtobufCAllocator> {
    // The first member has the struct's address.
    unsafe UnsafeMutableRawPointer(state).assumingMemoryBound(to: ProtobufCAllocator.self)
  }

  @inlinable @inline(__always)
  static func allocate(
    _ byteCount: Int, from state: UnsafeMutablePointer<State>
  ) -> UnsafeMutableRawPointer {
    let size = (byteCount &+ (alignment - 1)) & -alignment
    let result = unsafe state.pointee.next
    guard unsafe size <= state.pointee.end - result else {
      return unsafe allocateApart(size, from: state)
    }
    unsafe state.pointee.next = result + size
    return unsafe result
  }

  @usableFromInline @inline(never)
  static func allocateApart(
    _ size: Int, from state: UnsafeMutablePointer<State>
  ) -> UnsafeMutableRawPointer {
    // As Swift's own allocations it stops the process where there is no memory at all; the check
    // of the input has bounded what a message may ask for.
    let block = UnsafeMutableRawPointer.allocate(byteCount: size + alignment, alignment: alignment)
    unsafe block.storeBytes(of: state.pointee.overflow, as: UnsafeMutableRawPointer?.self)
    unsafe state.pointee.overflow = block
    return unsafe block + alignment
  }

  @usableFromInline @inline(never)
  func freeApart() {
    while let block = unsafe state.pointee.overflow {
      unsafe state.pointee.overflow = block.load(as: UnsafeMutableRawPointer?.self)
      unsafe block.deallocate()
    }
  }

  // MARK: The thread's own

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    unsafe pthread_key_create(&key) { state in
      if let state = unsafe state {
        unsafe Arena.destroy(state.assumingMemoryBound(to: State.self))
      }
    }
    return key
  }()

  @inline(never)
  private static func makeState(isKept: Bool) -> UnsafeMutablePointer<State> {
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    let base = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: alignment)
    unsafe state.initialize(
      to: State(
        allocator: ProtobufCAllocator(
          alloc: { data, size in
            guard let data = unsafe data else { return nil }
            return unsafe Arena.allocate(size, from: data.assumingMemoryBound(to: State.self))
          },
          free: { _, _ in }, allocator_data: state),
        base: base, next: base, end: base + capacity, overflow: nil, isBorrowed: true,
        isKept: isKept, longest: 0, stringFault: nil))
    return unsafe state
  }

  @usableFromInline
  static func destroy(_ state: UnsafeMutablePointer<State>) {
    unsafe state.pointee.base.deallocate()
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }
}
