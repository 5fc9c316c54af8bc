import CNghttp2
import Glibc

/// nghttp2's memory on one event loop: it makes and frees eight small objects a call, which then come
/// from lists of their sizes without entering malloc.
///
/// A block begins with its class; in one that is kept, what nghttp2 had begins with the next. Freed blocks
/// are kept up to a limit for each class; larger ones are malloc's.
@safe final class MemoryPool {
  private static let headBytes = 16
  private static let smallest = 64
  private static let classes = 6  // 64 … 2,048 bytes
  /// Blocks kept of each class: 2 MiB at most of the largest.
  private static let keptBlocks = 1_024
  /// What nghttp2 packs a session's frames into: a frame's payload, its head and a byte of padding.
  fileprivate static let frameBytes = (16 << 10) + 9 + 1
  /// The class of the block that all sessions share.
  private static let shared = -1

  @safe private struct List {
    var first: UnsafeMutableRawPointer?
    var count = 0
  }

  private var lists = InlineArray<6, List>(repeating: List())
  private var frames: UnsafeMutableRawPointer?

  deinit {
    if let frames = unsafe frames { unsafe Glibc.free(frames) }
    for index in 0..<Self.classes {
      while let place = unsafe lists[index].first {
        unsafe lists[index].first = place.load(as: UnsafeMutableRawPointer?.self)
        unsafe Glibc.free(place - Self.headBytes)
      }
    }
  }

  /// Gives a block back to the system.
  @inline(never)
  fileprivate func free(_ place: UnsafeMutableRawPointer) {
    let block = unsafe place - Self.headBytes
    if unsafe block.load(as: Int.self) != Self.shared { unsafe Glibc.free(block) }
  }

  /// The memory in which every server session of the loop packs its frames, one after the other; each
  /// would keep 16 KiB for that all its life. What is packed is copied out before another session can
  /// pack anything (`HTTP2Session.fill`), and nghttp2 does not look at it again.
  fileprivate func sharedFrames() -> UnsafeMutableRawPointer? {
    if unsafe frames == nil {
      guard let made = unsafe malloc(Self.frameBytes + Self.headBytes) else { return nil }
      unsafe made.storeBytes(of: Self.shared, as: Int.self)
      unsafe made.storeBytes(of: Self.frameBytes, toByteOffset: 8, as: Int.self)
      unsafe frames = made
    }
    return unsafe frames.map { unsafe $0 + Self.headBytes }
  }

  @inline(__always)
  fileprivate func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    let index = Self.listIndex(size)
    if index < Self.classes, let place = unsafe lists[index].first {
      unsafe lists[index].first = place.load(as: UnsafeMutableRawPointer?.self)
      lists[index].count &-= 1
      return unsafe place
    }
    return unsafe allocateNew(size, index)
  }

  @inline(never)
  private func allocateNew(_ size: Int, _ index: Int) -> UnsafeMutableRawPointer? {
    let bytes = index < Self.classes ? Self.smallest << index : size
    guard let block = unsafe malloc(bytes + Self.headBytes) else { return nil }
    unsafe block.storeBytes(of: index, as: Int.self)
    unsafe block.storeBytes(of: bytes, toByteOffset: 8, as: Int.self)
    return unsafe block + Self.headBytes
  }

  @inline(__always)
  fileprivate func release(_ place: UnsafeMutableRawPointer) {
    let index = unsafe (place - Self.headBytes).load(as: Int.self)
    guard index >= 0, index < Self.classes, lists[index].count < Self.keptBlocks else {
      return unsafe free(place)
    }
    unsafe place.storeBytes(of: lists[index].first, as: UnsafeMutableRawPointer?.self)
    unsafe lists[index].first = place
    lists[index].count &+= 1
  }

  fileprivate func reallocate(
    _ place: UnsafeMutableRawPointer, _ size: Int
  ) -> UnsafeMutableRawPointer? {
    let bytes = unsafe (place - Self.headBytes).load(fromByteOffset: 8, as: Int.self)
    if size <= bytes { return unsafe place }
    guard let larger = unsafe allocate(size) else { return nil }
    unsafe larger.copyMemory(from: place, byteCount: bytes)
    unsafe release(place)
    return unsafe larger
  }

  /// The list of the smallest class that holds so many bytes; `classes` or more where none does.
  private static func listIndex(_ size: Int) -> Int {
    size <= smallest ? 0 : Int.bitWidth - ((size - 1) / smallest).leadingZeroBitCount
  }
}

/// A session's way to its loop's pool.
@safe final class SessionMemory {
  private let pool: MemoryPool
  /// The session is a server's and is being made: the one block of this size that it then asks for is
  /// where it packs frames. It must not be shared by what is packed at once and sent by several calls:
  /// a client's preface, and the blocks that follow the first of a long header list.
  var sharesFrames: Bool
  /// A server session's table of streams, which nghttp2 makes with the session: pages of its own, which
  /// take memory when a stream is first put into them and not while a connection has never had a call.
  private var streamTable: UnsafeMutableRawPointer?
  private static let streamTableBytes = 256 * 16

  /// The session is being deleted, on whatever thread lets go of its connection last: what it frees
  /// goes past the pool.
  var isDetached = false

  init(_ pool: MemoryPool, sharesFrames: Bool) {
    self.pool = pool
    self.sharesFrames = sharesFrames
  }

  private func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    if sharesFrames, size == MemoryPool.frameBytes { return unsafe pool.sharedFrames() }
    return unsafe pool.allocate(size)
  }

  private func allocateZeros(_ size: Int) -> UnsafeMutableRawPointer? {
    // The system's pages are zeros.
    if let table = unsafe makeStreamTable(size) { return unsafe table }
    return unsafe pool.allocate(size).map { unsafe memset($0, 0, size) }
  }

  private func reallocate(
    _ place: UnsafeMutableRawPointer, _ size: Int
  ) -> UnsafeMutableRawPointer? {
    guard unsafe place == streamTable else { return unsafe pool.reallocate(place, size) }
    guard let moved = unsafe allocate(size) else { return nil }
    unsafe moved.copyMemory(from: place, byteCount: min(size, Self.streamTableBytes))
    unsafe release(place)
    return unsafe moved
  }

  /// Nil where it is not the table, or there are no pages.
  private func makeStreamTable(_ size: Int) -> UnsafeMutableRawPointer? {
    guard sharesFrames, size == Self.streamTableBytes, unsafe streamTable == nil,
      let pages = unsafe mmap(
        nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      unsafe pages != MAP_FAILED
    else { return nil }
    unsafe streamTable = pages
    return unsafe pages
  }

  private func release(_ place: UnsafeMutableRawPointer) {
    if unsafe place == streamTable {
      unsafe munmap(place, Self.streamTableBytes)
      unsafe streamTable = nil
    } else if isDetached {
      unsafe pool.free(place)
    } else {
      unsafe pool.release(place)
    }
  }

  /// For nghttp2; valid while this object is.
  var functions: nghttp2_mem {
    unsafe nghttp2_mem(
      mem_user_data: Unmanaged.passUnretained(self).toOpaque(),
      malloc: { size, user in unsafe SessionMemory.with(user) { unsafe $0.allocate(size) } },
      free: { place, user in
        guard let place = unsafe place else { return }
        _ = unsafe SessionMemory.with(user) { memory in
          unsafe memory.release(place)
          return nil
        }
      },
      calloc: { count, size, user in
        let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
        guard !overflow else { return nil }
        return unsafe SessionMemory.with(user) { unsafe $0.allocateZeros(bytes) }
      },
      realloc: { place, size, user in
        unsafe SessionMemory.with(user) { memory in
          guard let place = unsafe place else { return unsafe memory.allocate(size) }
          return unsafe memory.reallocate(place, size)
        }
      })
  }

  private static func with(
    _ user: UnsafeMutableRawPointer?, _ body: (SessionMemory) -> UnsafeMutableRawPointer?
  ) -> UnsafeMutableRawPointer? {
    guard let user = unsafe user else { return nil }
    return unsafe Unmanaged<SessionMemory>.fromOpaque(user)._withUnsafeGuaranteedRef(body)
  }
}
