/// Where a bucket is: `s3://BUCKET/PREFIX?endpoint=https://HOST:PORT&region=REGION`.
struct BucketAddress: Sendable, Equatable {
  /// `https://HOST:PORT`; the bucket is the first part of the path there, which every S3-compatible
  /// store understands.
  let endpoint: String
  let region: String
  let bucket: String
  /// What every key begins with; empty, or it ends with a slash.
  let prefix: String

  /// Nil for anything else. Bucket and prefix hold only what stands in a URL as it is.
  init?(_ url: String) {
    guard url.hasPrefix("s3://") else { return nil }
    let parts = url.dropFirst("s3://".count).split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var settings = ["region": "us-east-1"]
    for pair in (parts.count == 2 ? parts[1] : "").split(separator: "&") {
      let words = pair.split(separator: "=", maxSplits: 1)
      guard words.count == 2, ["endpoint", "region"].contains(words[0]) else { return nil }
      settings[String(words[0])] = String(words[1])
    }
    let path = parts[0].split(separator: "/", omittingEmptySubsequences: true)
    guard let bucket = path.first, path.allSatisfy({ $0.utf8.allSatisfy(\.isPlain) }),
      !path.contains(where: { $0 == "." || $0 == ".." }),
      let endpoint = settings["endpoint"], let region = settings["region"],
      endpoint.hasPrefix("https://") || endpoint.hasPrefix("http://"),
      endpoint.split(separator: "/", omittingEmptySubsequences: true).count == 2,
      region.utf8.allSatisfy(\.isPlain)
    else { return nil }
    self.bucket = String(bucket)
    self.endpoint = endpoint.hasSuffix("/") ? String(endpoint.dropLast()) : endpoint
    self.region = region
    prefix = path.dropFirst().map { "\($0)/" }.joined()
  }
}

extension UInt8 {
  /// Stands in a path, a query and a signature as it is (RFC 3986, unreserved).
  var isPlain: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: "-._~".utf8.contains(self)
    }
  }
}

extension String {
  /// Everything but the unreserved percent-encoded, as Signature Version 4 wants it in a query.
  var percentEncoded: String {
    utf8.map { byte in
      if byte.isPlain { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return byte < 16 ? "%0\(digits)" : "%\(digits)"
    }.joined()
  }
}

/// What a bucket is opened with beside its address.
package struct BucketAccess: Sendable {
  package let accessKey: String
  package let secretKey: String
  /// A folder in which a content waits, while its hash is worked out and until it is sent. It belongs
  /// to one process.
  package let spool: String
  /// A PEM file of the authorities to trust instead of the system's.
  package let roots: String?

  package init(accessKey: String, secretKey: String, spool: String, roots: String? = nil) {
    self.accessKey = accessKey
    self.secretKey = secretKey
    self.spool = spool
    self.roots = roots
  }
}
