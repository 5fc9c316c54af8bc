import CCurl

extension EasyHandle {
  /// What holds for every transfer, whatever its protocol.
  func setCommon(connect: Duration, whole: Duration, certificateFile: String?)
    throws(OutboundError)
  {
    try set(CURLOPT_CONNECTTIMEOUT_MS, connect.milliseconds)
    try set(CURLOPT_TIMEOUT_MS, whole.milliseconds)
    try set(CURLOPT_NOSIGNAL, true)
    // A transfer that ends while its name is still looked up leaves the resolver's thread behind
    // instead of waiting for it, which would hold up every other transfer.
    try set(CURLOPT_QUICK_EXIT, true)
    // The environment says nothing about where our requests go.
    try set(CURLOPT_PROXY, "")
    try set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
    try set(CURLOPT_FOLLOWLOCATION, false)
    try set(CURLOPT_SSL_VERIFYPEER, true)
    try set(CURLOPT_SSL_VERIFYHOST, 2)
    try set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
    if let certificateFile {
      // Instead of the system's authorities, not beside them.
      try set(CURLOPT_CAINFO, certificateFile)
      try clear(CURLOPT_CAPATH)
    }
  }
}

extension HTTPRequest {
  func configure(_ easy: inout EasyHandle, userAgent: String) throws(OutboundError) {
    try easy.set(CURLOPT_PROTOCOLS_STR, "http,https")
    try easy.set(CURLOPT_URL, url)
    // A password in a URL ends up in logs; it belongs into an Authorization header.
    try easy.set(CURLOPT_DISALLOW_USERNAME_IN_URL, true)
    try easy.set(CURLOPT_USERAGENT, userAgent)
    if let file {
      try easy.set(CURLOPT_UPLOAD, true)
      try easy.set(CURLOPT_INFILESIZE_LARGE, large: Int(file.size))
    } else if let body {
      try easy.set(CURLOPT_POST, true)
      try easy.set(CURLOPT_POSTFIELDSIZE_LARGE, large: body.count)
    } else if method == "HEAD" {
      try easy.set(CURLOPT_NOBODY, true)
    } else {
      try easy.set(CURLOPT_HTTPGET, true)
    }
    try easy.set(CURLOPT_CUSTOMREQUEST, method)
    try easy.set(CURLOPT_HTTPHEADER, headerLines)
    if let signature {
      try easy.set(CURLOPT_AWS_SIGV4, "aws:amz:\(signature.region):\(signature.service)")
      try easy.set(CURLOPT_USERNAME, signature.accessKey)
      try easy.set(CURLOPT_PASSWORD, signature.secretKey)
    }
  }

  private var headerLines: [String] {
    // A name without a value takes the header away that libcurl would add: it waits a second for a
    // "100 Continue" that few receivers send, and calls every body a form.
    // libcurl 7.88 signs such a line although it does not send it; S3 answers "100 Continue".
    var lines = signature == nil ? ["Expect:"] : []
    if signature == nil, !headers.contains(where: { $0.name.lowercased() == "content-type" }) {
      lines.append("Content-Type:")
    }
    return lines + headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
  }
}

extension OutboundError.Kind {
  /// - Parameter responseCode: the last SMTP reply; it decides before libcurl's own code does,
  ///   which is the same for "not now" and "never".
  init(_ result: CURLcode, responseCode: Int, isMail: Bool) {
    switch result {
    case CURLE_OPERATION_TIMEDOUT: self = .timedOut
    case _ where isMail && (400...499) ~= responseCode: self = .mailDeferred(code: responseCode)
    case _ where isMail && (500...599) ~= responseCode: self = .mailRefused(code: responseCode)
    case CURLE_COULDNT_RESOLVE_HOST: self = .nameNotResolved
    case CURLE_COULDNT_CONNECT: self = .connectFailed
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
      self = .certificateRefused
    case CURLE_USE_SSL_FAILED: self = .encryptionUnavailable
    case CURLE_LOGIN_DENIED where isMail: self = .mailRefused(code: responseCode)
    case CURLE_LOGIN_DENIED:
      self = .malformed("the URL holds a user name or password")
    case CURLE_URL_MALFORMAT: self = .malformed("the URL is not one that can be sent to")
    case CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM, CURLE_FAILED_INIT, CURLE_NOT_BUILT_IN,
      CURLE_UNKNOWN_OPTION, CURLE_BAD_FUNCTION_ARGUMENT:
      self = .misconfigured
    default: self = .connectionLost
    }
  }
}

extension Duration {
  /// At least 1: libcurl reads 0 as "for ever".
  fileprivate var milliseconds: Int {
    let (seconds, attoseconds) = components
    return max(1, Int(clamping: seconds &* 1000 &+ attoseconds / 1_000_000_000_000_000))
  }
}
