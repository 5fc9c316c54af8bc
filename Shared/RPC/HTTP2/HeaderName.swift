import Glibc

/// What a header field is to this runtime, found once when it arrives. Looking at the length first
/// leaves at most one name to compare with.
enum HeaderName {
  case method, path, status, contentType
  case timeout, encoding, acceptedEncodings
  case grpcStatus, grpcMessage, grpcDetails, pushback
  /// Belongs to HTTP, to one connection or to gRPC, and nobody here reads it.
  case reserved
  /// A caller's own: text, or (its name ends in "-bin") bytes.
  case text, binary

  @inline(__always)
  init(_ name: UnsafeBufferPointer<UInt8>) {
    if let known = unsafe Self.known(name) {
      self = known
    } else if unsafe name.first == UInt8(ascii: ":") || name.begins(with: "grpc-") {
      self = .reserved
    } else {
      self = unsafe name.ends(with: "-bin") ? .binary : .text
    }
  }

  @inline(__always)
  private static func known(_ name: UnsafeBufferPointer<UInt8>) -> HeaderName? {
    switch name.count {
    case 2: unsafe name.equals("te") ? .reserved : nil
    case 4: unsafe name.equals("host") ? .reserved : nil
    case 5: unsafe name.equals(":path") ? .path : nil
    case 7:
      if unsafe name.equals(":method") {
        .method
      } else if unsafe name.equals(":status") {
        .status
      } else {
        unsafe name.equals("upgrade") ? .reserved : nil
      }
    case 10:
      unsafe name.equals("connection") || name.equals("keep-alive") ? .reserved : nil
    case 11: unsafe name.equals("grpc-status") ? .grpcStatus : nil
    case 12:
      if unsafe name.equals("content-type") {
        .contentType
      } else if unsafe name.equals("grpc-timeout") {
        .timeout
      } else {
        unsafe name.equals("grpc-message") ? .grpcMessage : nil
      }
    case 13: unsafe name.equals("grpc-encoding") ? .encoding : nil
    case 14: unsafe name.equals("content-length") ? .reserved : nil
    case 16: unsafe name.equals("proxy-connection") ? .reserved : nil
    case 17: unsafe name.equals("transfer-encoding") ? .reserved : nil
    case 20: unsafe name.equals("grpc-accept-encoding") ? .acceptedEncodings : nil
    case 22: unsafe name.equals("grpc-retry-pushback-ms") ? .pushback : nil
    case 23: unsafe name.equals("grpc-status-details-bin") ? .grpcDetails : nil
    default: nil
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && (unsafe begins(with: text))
  }

  func begins(with text: StaticString) -> Bool {
    guard count >= text.utf8CodeUnitCount, let start = baseAddress else { return false }
    return unsafe memcmp(start, text.utf8Start, text.utf8CodeUnitCount) == 0
  }

  func ends(with text: StaticString) -> Bool {
    guard count >= text.utf8CodeUnitCount, let start = baseAddress else { return false }
    let tail = unsafe start + (count - text.utf8CodeUnitCount)
    return unsafe memcmp(tail, text.utf8Start, text.utf8CodeUnitCount) == 0
  }
}
