/// A header field. Its name is compared without regard to case.
package struct HTTPHeader: Sendable, Equatable {
  package let name: String
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// One HTTP request; it is sent once, and redirects are not followed.
package struct HTTPRequest: Sendable {
  package var method: String
  /// `http://…` or `https://…`, percent-encoded, without a user name or password.
  package var url: String
  /// `Content-Length` and `Transfer-Encoding` are not to be given: they follow from the body.
  package var headers: [HTTPHeader]
  /// Nil sends none; empty sends `Content-Length: 0`.
  package var body: [UInt8]?
  /// Sent as the body instead of `body`, piece by piece as the peer takes it.
  package var file: UploadFile?
  /// How the request is signed, where the receiver asks for it.
  package var signature: RequestSignature?
  /// Bytes of the response's body that are kept; where it is longer, the transfer ends there.
  package var responseLimit: Int
  package var timeouts: Timeouts

  package init(
    method: String = "GET", url: String, headers: [HTTPHeader] = [], body: [UInt8]? = nil,
    responseLimit: Int = 65_536, timeouts: Timeouts = Timeouts()
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.responseLimit = responseLimit
    self.timeouts = timeouts
  }
}

/// AWS Signature Version 4, which S3 and what is compatible with it ask for. The receiver checks the
/// header `x-amz-content-sha256`, which the caller gives, against the body.
package struct RequestSignature: Sendable, Equatable {
  package let accessKey: String
  package let secretKey: String
  package let region: String
  /// `s3`
  package let service: String

  package init(accessKey: String, secretKey: String, region: String, service: String) {
    self.accessKey = accessKey
    self.secretKey = secretKey
    self.region = region
    self.service = service
  }
}

/// How long a transfer may take.
package struct Timeouts: Sendable, Equatable {
  /// Name look-up, connection and TLS handshake.
  package var connect: Duration
  /// All of it, from the call to the last byte, waiting for its turn included.
  package var whole: Duration

  package init(connect: Duration = .seconds(5), whole: Duration = .seconds(30)) {
    self.connect = connect
    self.whole = whole
  }
}

/// The answer to an `HTTPRequest`, whatever its status: a 404 is a response, not an error.
package struct HTTPResponse: Sendable, Equatable {
  package let status: Int
  package let headers: [HTTPHeader]
  package let body: [UInt8]
  /// False where the body was longer than the request's `responseLimit` and is cut there.
  package let isBodyComplete: Bool
  /// The address that was connected to.
  package let address: IPAddress?
  package let timings: TransferTimings

  /// The first value of a header field.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

/// When each part of a transfer was done, since it began. A part that did not happen (a reused
/// connection has no handshake) is zero.
package struct TransferTimings: Sendable, Equatable {
  package let nameLookup: Duration
  package let connect: Duration
  package let tlsHandshake: Duration
  package let firstByte: Duration
  package let total: Duration
}

extension HTTPRequest {
  /// Refuses what would change the meaning of the request on the wire: a line break in a header
  /// begins another header, a length of the caller's own begins another request.
  func check() throws(OutboundError) {
    guard !method.isEmpty, method.utf8.allSatisfy(\.isTokenCharacter) else {
      throw OutboundError(.malformed("the HTTP method is not a word"))
    }
    guard !url.isEmpty, url.utf8.count <= 8192, url.utf8.allSatisfy({ (0x21...0x7e) ~= $0 }) else {
      throw OutboundError(.malformed("the URL is empty, too long or not percent-encoded"))
    }
    let scheme = url.prefix { $0 != ":" }.lowercased()
    guard scheme == "http" || scheme == "https" else {
      throw OutboundError(.malformed("the URL is neither http nor https"))
    }
    for header in headers { try header.check() }
    try signature?.check()
  }
}

extension RequestSignature {
  /// The words stand in one option with colons between them.
  fileprivate func check() throws(OutboundError) {
    for word in [region, service] {
      guard !word.isEmpty, word.utf8.allSatisfy(\.isTokenCharacter) else {
        throw OutboundError(.malformed("the region or service of a signature is not a word"))
      }
    }
  }
}

extension HTTPHeader {
  fileprivate func check() throws(OutboundError) {
    guard !name.isEmpty, name.utf8.allSatisfy(\.isTokenCharacter) else {
      throw OutboundError(.malformed("a header's name is not a word"))
    }
    guard !["content-length", "transfer-encoding"].contains(name.lowercased()) else {
      throw OutboundError(.malformed("the header \(name) is not to be given"))
    }
    guard value.utf8.allSatisfy({ $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7f) }) else {
      throw OutboundError(.malformed("the header \(name) has a control character"))
    }
  }
}

extension UInt8 {
  /// A `tchar` of RFC 9110, section 5.6.2.
  fileprivate var isTokenCharacter: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(self)
    }
  }
}
