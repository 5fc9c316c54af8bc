/// HTTP/2's error codes (RFC 9113 section 7), as tests name what they expect.
package enum ErrorCode: UInt32, Sendable {
  case noError = 0
  case protocolError, internalError, flowControlError, settingsTimeout, streamClosed
  case frameSizeError, refusedStream, cancel, compressionError, connectError, enhanceYourCalm
  case inadequateSecurity, http11Required
}
