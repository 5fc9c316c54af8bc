import CCurl

/// One libcurl easy handle and the lists it refers to. Setting an option is one call here, whatever
/// the option's type.
///
/// Lives on the transfer thread alone.
@safe struct EasyHandle: ~Copyable {
  let pointer: UnsafeMutableRawPointer
  private var lists: [UnsafeMutablePointer<curl_slist>] = unsafe []
  private let errorText: UnsafeMutablePointer<CChar>

  /// - Throws: `misconfigured` where there is no memory.
  static func make() throws(OutboundError) -> EasyHandle {
    guard let pointer = unsafe curl_easy_init() else {
      throw OutboundError(.misconfigured, cause: "curl_easy_init")
    }
    return unsafe EasyHandle(pointer)
  }

  private init(_ pointer: UnsafeMutableRawPointer) {
    unsafe self.pointer = pointer
    unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    unsafe ccurl_set_pointer(pointer, CURLOPT_ERRORBUFFER, errorText)
  }

  deinit {
    unsafe curl_easy_cleanup(pointer)
    for index in unsafe lists.indices { unsafe curl_slist_free_all(lists[index]) }
    unsafe errorText.deallocate()
  }

  func set(_ option: CURLoption, _ value: Int) throws(OutboundError) {
    try check(unsafe ccurl_set_long(pointer, option, value), option)
  }

  func set(_ option: CURLoption, _ value: Bool) throws(OutboundError) {
    try set(option, value ? 1 : 0)
  }

  /// For the options that end in `_LARGE`.
  func set(_ option: CURLoption, large value: Int) throws(OutboundError) {
    try check(unsafe ccurl_set_offset(pointer, option, curl_off_t(value)), option)
  }

  func set(_ option: CURLoption, _ value: String) throws(OutboundError) {
    try check(unsafe ccurl_set_string(pointer, option, value), option)
  }

  func clear(_ option: CURLoption) throws(OutboundError) {
    try check(unsafe ccurl_set_string(pointer, option, nil), option)
  }

  func set(_ option: CURLoption, pointer value: UnsafeMutableRawPointer) throws(OutboundError) {
    try check(unsafe ccurl_set_pointer(pointer, option, value), option)
  }

  mutating func set(_ option: CURLoption, _ values: [String]) throws(OutboundError) {
    var head: UnsafeMutablePointer<curl_slist>?
    for value in values {
      guard let longer = unsafe curl_slist_append(head, value) else {
        unsafe curl_slist_free_all(head)
        throw OutboundError(.misconfigured, cause: "curl_slist_append")
      }
      unsafe head = longer
    }
    guard let head = unsafe head else { return }
    unsafe lists.append(head)
    try check(unsafe ccurl_set_list(pointer, option, head), option)
  }

  func set(_ option: CURLoption, callback: @escaping ccurl_bytes_callback) throws(OutboundError) {
    try check(unsafe ccurl_set_bytes_callback(pointer, option, callback), option)
  }

  func set(seek callback: @escaping curl_seek_callback) throws(OutboundError) {
    try check(unsafe ccurl_set_seek_callback(pointer, callback), CURLOPT_SEEKFUNCTION)
  }

  func set(openSocket callback: @escaping curl_opensocket_callback) throws(OutboundError) {
    try check(unsafe ccurl_set_open_socket_callback(pointer, callback), CURLOPT_OPENSOCKETFUNCTION)
  }

  func set(progress callback: @escaping curl_xferinfo_callback) throws(OutboundError) {
    try check(unsafe ccurl_set_progress_callback(pointer, callback), CURLOPT_XFERINFOFUNCTION)
  }

  /// What went wrong, in libcurl's words.
  func reason(_ result: CURLcode) -> String {
    let text = unsafe String(cString: errorText)
    let general = unsafe String(cString: curl_easy_strerror(result))
    return "curl \(result.rawValue): \(text.isEmpty ? general : text)"
  }

  func number(_ info: CURLINFO) -> Int {
    var value = 0
    return unsafe ccurl_get_long(pointer, info, &value) == CURLE_OK ? value : 0
  }

  /// One of libcurl's times in microseconds (`CURLINFO_…_TIME_T`).
  func time(_ info: CURLINFO) -> Duration {
    var value: curl_off_t = 0
    let result = unsafe ccurl_get_offset(pointer, info, &value)
    return result == CURLE_OK ? .microseconds(value) : .zero
  }

  func text(_ info: CURLINFO) -> String? {
    var value: UnsafePointer<CChar>?
    guard unsafe ccurl_get_string(pointer, info, &value) == CURLE_OK, let value = unsafe value
    else { return nil }
    return unsafe String(cString: value)
  }

  /// The header fields of the last response: no interim (1xx) ones, no trailers.
  func responseHeaders() -> [HTTPHeader] {
    var headers: [HTTPHeader] = []
    var previous: UnsafeMutablePointer<curl_header>?
    while let header = unsafe curl_easy_nextheader(pointer, UInt32(CURLH_HEADER), -1, previous) {
      unsafe headers.append(
        HTTPHeader(String(cString: header.pointee.name), String(cString: header.pointee.value)))
      unsafe previous = header
    }
    return headers
  }

  private func check(_ result: CURLcode, _ option: CURLoption) throws(OutboundError) {
    guard result == CURLE_OK else {
      throw OutboundError(.misconfigured, cause: "option \(option.rawValue): \(reason(result))")
    }
  }
}
