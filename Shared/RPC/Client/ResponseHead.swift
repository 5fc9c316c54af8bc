/// A response's header list or trailers, read once: its status, and where the fields stand that few
/// responses have. It holds places and not bytes: slices of the arena are counted wherever they go.
@safe struct ResponseHead {
  private(set) var httpStatus: Int?
  private var isGRPC = false
  /// Nil in it is no number.
  private var grpcStatus: Int??
  private var message: Int?
  private var details: Int?
  private var encoding: Int?
  private var retry: Int?
  /// The session's, which is there for longer than what it received.
  private unowned(unsafe) let headers: HeaderArena

  init(_ headers: HeaderArena, _ fields: Range<Int>) {
    unsafe self.headers = headers
    for field in fields {
      switch headers.kind(field) {
      case .status: httpStatus = unsafe headers.value(field).number
      case .contentType: isGRPC = unsafe headers.value(field).isGRPC
      case .grpcStatus: grpcStatus = .some(unsafe headers.value(field).number)
      case .grpcMessage: message = field
      case .grpcDetails: details = field
      case .encoding: encoding = field
      case .pushback: retry = field
      default: break
      }
    }
  }

  /// Whether and when the server wants the call again.
  var pushback: Pushback? { retry.flatMap { Pushback(unsafe headers.bytes($0)) } }

  /// The status of a response that is not gRPC's, as gRPC's http-grpc-status-mapping has it.
  var httpError: RPCError? {
    if let httpStatus, httpStatus != 200, grpcStatus == nil {
      return RPCError(Self.code(httpStatus), "The server answered with HTTP status \(httpStatus).")
    }
    if !isGRPC, grpcStatus == nil {
      return RPCError(.unknown, "The server's answer is not gRPC.")
    }
    return nil
  }

  /// INTERNAL where the server uses what we did not say we accept.
  func compression() throws(RPCError) -> Compression? {
    guard let encoding else { return nil }
    do throws(RPCError) {
      return try .named(unsafe headers.bytes(encoding))
    } catch {
      throw RPCError(.internalError, error.message)
    }
  }

  /// What the trailers say: nil is OK.
  func status(_ metadata: Metadata) -> RPCError? {
    guard let grpcStatus else {
      return RPCError(.unknown, "The server ended the call without a status.", metadata: metadata)
    }
    let code = grpcStatus.flatMap(RPCError.Code.init) ?? .unknown
    guard code != .ok else { return nil }
    return RPCError(
      code, unsafe PercentEncoding.decode(headers.bytes(message)),
      details: unsafe Base64.decode(headers.bytes(details)) ?? [], metadata: metadata)
  }

  private static func code(_ status: Int) -> RPCError.Code {
    switch status {
    case 400: .internalError
    case 401: .unauthenticated
    case 403: .permissionDenied
    case 404: .unimplemented
    case 429, 502, 503, 504: .unavailable
    default: .unknown
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Of at most three digits, as statuses have.
  fileprivate var number: Int? {
    guard (1...3).contains(count) else { return nil }
    var number = 0
    var digits = unsafe makeIterator()
    while let digit = unsafe digits.next() {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }
}

extension RPCError {
  /// The status of a call that ended by RST_STREAM, as gRPC's protocol document maps it.
  init(reset code: HTTP2ErrorCode) {
    let status: Code =
      switch code {
      case .refusedStream: .unavailable
      case .cancel: .cancelled
      case .enhanceYourCalm: .resourceExhausted
      case .inadequateSecurity: .permissionDenied
      default: .internalError
      }
    self.init(status, "The server reset the call with HTTP/2 error \(code.rawValue).")
  }
}
