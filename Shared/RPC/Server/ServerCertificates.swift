import Foundation
import NIOSSL
import Synchronization

/// What a TLS server shows and whom it believes, as its files had it when they were last read.
/// Only connections that are opened and the one who reads take its lock.
final class ServerCertificates: Sendable {
  private struct State {
    var context: NIOSSLContext
    /// Of the files that were read last, also where they could not be used.
    var stamps: [FileStamp?]
  }

  private let options: TLSOptions
  private let state: Mutex<State>

  init(_ options: TLSOptions) throws {
    self.options = options
    let stamps = Self.stamps(options)
    state = Mutex(State(context: try options.serverContext(), stamps: stamps))
  }

  var context: NIOSSLContext { state.withLock { $0.context } }

  /// Reads the files again if they have changed. True when handshakes have new ones from now on;
  /// throws when they cannot be used, once for each change: the old ones stay in use.
  func reload() throws -> Bool {
    // Taken before the files are read: one that changes meanwhile is read again next time.
    let stamps = Self.stamps(options)
    let hasChanged = state.withLock { state in
      defer { state.stamps = stamps }
      return state.stamps != stamps
    }
    guard hasChanged else { return false }
    let context = try options.serverContext()
    state.withLock { $0.context = context }
    return true
  }

  private static func stamps(_ options: TLSOptions) -> [FileStamp?] {
    [options.certificateChain, options.privateKey, options.trustRoots].map { path in
      path.flatMap(FileStamp.init)
    }
  }
}

/// Tells one state of a file from another, also where a link is turned to another file.
private struct FileStamp: Equatable {
  private let device: UInt64
  private let inode: UInt64
  private let bytes: Int64
  private let seconds: Int
  private let nanoseconds: Int

  /// Nil where there is no such file.
  init?(path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    bytes = Int64(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
