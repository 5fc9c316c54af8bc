import CNghttp2
import NIOCore

/// An HTTP/2 error code (RFC 9113 section 7) as RST_STREAM and GOAWAY carry it.
struct HTTP2ErrorCode: RawRepresentable, Sendable, Hashable {
  let rawValue: UInt32

  static let noError = HTTP2ErrorCode(rawValue: 0x0)
  static let protocolError = HTTP2ErrorCode(rawValue: 0x1)
  static let internalError = HTTP2ErrorCode(rawValue: 0x2)
  static let flowControlError = HTTP2ErrorCode(rawValue: 0x3)
  static let settingsTimeout = HTTP2ErrorCode(rawValue: 0x4)
  static let streamClosed = HTTP2ErrorCode(rawValue: 0x5)
  static let frameSizeError = HTTP2ErrorCode(rawValue: 0x6)
  static let refusedStream = HTTP2ErrorCode(rawValue: 0x7)
  static let cancel = HTTP2ErrorCode(rawValue: 0x8)
  static let compressionError = HTTP2ErrorCode(rawValue: 0x9)
  static let connectError = HTTP2ErrorCode(rawValue: 0xa)
  static let enhanceYourCalm = HTTP2ErrorCode(rawValue: 0xb)
  static let inadequateSecurity = HTTP2ErrorCode(rawValue: 0xc)
  static let http11Required = HTTP2ErrorCode(rawValue: 0xd)
}

/// nghttp2 could not go on with a connection; it has to be closed.
struct HTTP2Failure: Error, CustomStringConvertible {
  /// nghttp2's error number, such as -903 for bad client magic.
  let code: Int
  /// nghttp2's words for it.
  let description: String
}

extension HTTP2Failure {
  private var errorCode: HTTP2ErrorCode {
    switch nghttp2_error(Int32(truncatingIfNeeded: code)) {
    case NGHTTP2_ERR_FLOODED, NGHTTP2_ERR_TOO_MANY_SETTINGS, NGHTTP2_ERR_TOO_MANY_CONTINUATIONS:
      .enhanceYourCalm
    case NGHTTP2_ERR_BAD_CLIENT_MAGIC, NGHTTP2_ERR_SETTINGS_EXPECTED: .protocolError
    default: .internalError
    }
  }

  /// The GOAWAY that a broken session cannot make: it names no last stream (RFC 9113 section 6.8).
  var goAway: ByteBuffer {
    var frame = ByteBuffer()
    frame.writeInteger(UInt32(8 << 8 | NGHTTP2_GOAWAY.rawValue))
    frame.writeRepeatingByte(0, count: 1 + 4)
    frame.writeInteger(UInt32(0x7fff_ffff))
    frame.writeInteger(errorCode.rawValue)
    return frame
  }
}
