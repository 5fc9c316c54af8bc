internal import CPostgreSQL
internal import Glibc

/// Where the server is and how to log in, as libpq reads it from a URL.
struct PostgreSQLAddress: Sendable {
  private let parameters: [String: String]

  /// Throws `connection` where libpq does not understand the URL, which is not repeated in the message:
  /// it may hold a password.
  init(url: String, options: DatabaseOptions) throws(DatabaseError) {
    var message: UnsafeMutablePointer<CChar>?
    guard let read = unsafe PQconninfoParse(url, &message) else {
      unsafe PQfreemem(message)
      throw DatabaseError(.connection, "libpq does not understand the postgresql:// URL")
    }
    var parameters = [
      "application_name": "daybook",
      // Looking for Kerberos tickets would block; who has them says so in the URL.
      "gssencmode": "disable",
      // A peer that vanished without a word is noticed within a minute.
      "keepalives_idle": "30", "keepalives_interval": "10", "keepalives_count": "3",
      "connect_timeout": "\(max(2, options.connectTimeout.microseconds / 1_000_000))",
    ]
    var option = unsafe read
    while let keyword = unsafe option.pointee.keyword {
      if let value = unsafe option.pointee.val {
        unsafe parameters[String(cString: keyword)] = String(cString: value)
      }
      unsafe option += 1
    }
    unsafe PQconninfoFree(read)
    parameters["client_encoding"] = "UTF8"
    self.parameters = parameters
  }

  private func list(_ name: String) -> [String] {
    (parameters[name] ?? "").split(separator: ",", omittingEmptySubsequences: false).map {
      String($0)
    }
  }

  /// The parameters with the hosts' addresses, all of them, so that libpq itself looks no name up. Name
  /// look-ups block: never call this on the polling thread. The names stay, as certificates are
  /// checked against them.
  func resolved() throws(DatabaseError) -> [String: String] {
    let hosts = list("host")
    guard parameters["hostaddr"] == nil, hosts != [""] else { return parameters }
    let ports = list("port")
    var found: [(host: String, address: String, port: String)] = []
    for (index, host) in hosts.enumerated() {
      let port = index < ports.count ? ports[index] : ports.last ?? ""
      if host.isEmpty || host.hasPrefix("/") || host.hasPrefix("@") {
        found.append((host, "", port))
      } else {
        found += Self.addresses(of: host).map { (host, $0, port) }
      }
    }
    guard !found.isEmpty else {
      throw DatabaseError(
        .connection, "no address is known for \(hosts.joined(separator: ", "))")
    }
    var parameters = parameters
    parameters["host"] = found.map(\.host).joined(separator: ",")
    parameters["hostaddr"] = found.map(\.address).joined(separator: ",")
    parameters["port"] = found.map(\.port).joined(separator: ",")
    return parameters
  }

  private static func addresses(of host: String) -> [String] {
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var first: UnsafeMutablePointer<addrinfo>?
    guard unsafe getaddrinfo(host, nil, &hints, &first) == 0 else { return [] }
    defer { unsafe freeaddrinfo(first) }
    var addresses: [String] = []
    var next = unsafe first
    while let entry = unsafe next {
      var text = [UInt8](repeating: 0, count: Int(NI_MAXHOST))
      let code = unsafe text.withUnsafeMutableBytes { buffer in
        unsafe getnameinfo(
          entry.pointee.ai_addr, entry.pointee.ai_addrlen,
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), socklen_t(buffer.count), nil, 0,
          NI_NUMERICHOST)
      }
      let address = String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
      if code == 0, !addresses.contains(address) { addresses.append(address) }
      unsafe next = unsafe entry.pointee.ai_next
    }
    return addresses
  }
}

/// Calls libpq with parameters as it wants them: two arrays of C strings, ended by NULL.
func withPostgreSQLParameters<Answer>(
  _ parameters: [String: String],
  _ body: (UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<UnsafePointer<CChar>?>) -> Answer
) -> Answer {
  var keywords: [UnsafePointer<CChar>?] = unsafe []
  var values: [UnsafePointer<CChar>?] = unsafe []
  for (keyword, value) in parameters {
    unsafe keywords.append(strdup(keyword))
    unsafe values.append(strdup(value))
  }
  defer {
    // By index: the formatter joins "unsafe pointer" in a loop's head into one word.
    for index in unsafe keywords.indices {
      unsafe free(UnsafeMutablePointer(mutating: keywords[index]))
      unsafe free(UnsafeMutablePointer(mutating: values[index]))
    }
  }
  return unsafe body(keywords + [nil], values + [nil])
}
