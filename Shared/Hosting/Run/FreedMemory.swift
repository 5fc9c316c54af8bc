import CMalloc

/// What malloc does with memory that the process has freed.
package enum FreedMemory {
  /// As long as a message and the buffers that it grew through.
  private static let longest = 16 << 20
  private static let kept = 2 * longest

  /// Keeps up to 32 MiB of it at the end of each of malloc's heaps, and has blocks of up to 16 MiB lie
  /// there. glibc would give them back to the system at once, and every page of the next long message
  /// costs a fault: with messages of 4 MiB - 1 KiB 3,040 faults and 12.2 ms of CPU for one up, and 2,300
  /// and 9.2 ms for one down, against 1 and 3.8 ms, 17 and 2.3 ms so. Idle connections cost the same.
  package static func keep() {
    _ = mallopt(M_MMAP_THRESHOLD, CInt(longest))
    _ = mallopt(M_TRIM_THRESHOLD, CInt(kept))
  }
}
