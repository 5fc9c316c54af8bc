import Glibc

/// A file whose bytes are the body of a request. It stays open until the request has ended, and must
/// not change meanwhile. It is read on the thread of the transfers: a file that was just written, and
/// so is in memory still, not one on a slow disk.
package final class UploadFile: Sendable {
  /// Bytes, as they were when it was opened.
  package let size: Int64
  private let descriptor: Int32

  /// - Throws: `misconfigured` where the file cannot be read.
  package init(_ path: String) throws(OutboundError) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, unsafe fstat(descriptor, &status) == 0 else {
      let code = errno
      if descriptor >= 0 { close(descriptor) }
      throw OutboundError(.misconfigured, cause: "the file to be sent: errno \(code)")
    }
    size = Int64(status.st_size)
  }

  deinit { close(descriptor) }

  /// Nil where the file cannot be read or has become shorter: what was announced cannot be sent.
  func read(into room: UnsafeMutableRawBufferPointer, from position: Int) -> Int? {
    let wanted = min(room.count, Int(size) - position)
    guard wanted > 0 else { return 0 }
    while true {
      let count = unsafe pread(descriptor, room.baseAddress, wanted, off_t(position))
      if count > 0 { return count }
      guard count < 0, errno == EINTR else { return nil }
    }
  }
}
