/// A request's header list, read once: what HTTP and gRPC say in it.
///
/// It is not copied: each copy would count its six slices again.
struct RequestHead: ~Copyable {
  var method: ArraySlice<UInt8> = []
  var path: ArraySlice<UInt8> = []
  var contentType: ArraySlice<UInt8> = []
  var timeout: ArraySlice<UInt8>?
  var encoding: ArraySlice<UInt8>?
  var acceptedEncodings: ArraySlice<UInt8> = []

  init(_ headers: HeaderArena, _ fields: Range<Int>) {
    for field in fields {
      switch headers.kind(field) {
      case .method: method = headers.value(field)
      case .path: path = headers.value(field)
      case .contentType: contentType = headers.value(field)
      case .timeout: timeout = headers.value(field)
      case .encoding: encoding = headers.value(field)
      case .acceptedEncodings: acceptedEncodings = headers.value(field)
      default: break
      }
    }
  }

  /// What is no gRPC request is answered in HTTP's own words.
  var rejection: HTTPRejection? {
    if !method.equals("POST") { return .methodNotAllowed }
    return contentType.isGRPC ? nil : .unsupportedMediaType
  }
}

/// An answer to a request that is not gRPC's.
enum HTTPRejection {
  case methodNotAllowed, unsupportedMediaType

  var headers: HeaderList {
    var list = HeaderList()
    switch self {
    case .methodNotAllowed:
      list.add(":status", "405")
      list.add("allow", "POST")
    case .unsupportedMediaType:
      list.add(":status", "415")
    }
    list.add("content-type", "text/plain; charset=utf-8")
    return list
  }

  var body: StaticString {
    switch self {
    case .methodNotAllowed: "A gRPC call is a POST.\n"
    case .unsupportedMediaType: "A gRPC call has content-type application/grpc.\n"
    }
  }
}

extension ArraySlice<UInt8> {
  /// "application/grpc", alone or with the one message format there is here, "+proto", or with
  /// parameters (";").
  var isGRPC: Bool {
    guard hasPrefix("application/grpc") else { return false }
    var rest = dropFirst("application/grpc".utf8.count)
    if rest.hasPrefix("+proto") { rest = rest.dropFirst("+proto".utf8.count) }
    return rest.isEmpty || rest.first == UInt8(ascii: ";")
  }
}
