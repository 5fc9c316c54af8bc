import Outbound

/// Signed requests to one bucket, each tried again while its fault may pass. All of them may be
/// repeated: the same bytes are put under the same key.
struct BucketClient: Sendable {
  private static let attempts = 4
  /// SHA-256 of nothing, which requests without a body are signed with.
  private static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  let address: BucketAddress
  private let signature: RequestSignature
  private let client: OutboundClient

  init(_ address: BucketAddress, _ access: BucketAccess) throws(ContentError) {
    self.address = address
    signature = RequestSignature(
      accessKey: access.accessKey, secretKey: access.secretKey, region: address.region,
      service: "s3")
    // The operator names the store, and it may well stand in the company's own network.
    let everywhere = ["0.0.0.0/0", "::/0"].compactMap(IPNetwork.init)
    do {
      client = try OutboundClient(
        OutboundConfiguration(
          policy: AddressPolicy(allow: everywhere), certificateFile: access.roots))
    } catch {
      throw .unreachable("\(error)")
    }
  }

  /// The answer, where it is one of `expected`; everything else is `unreachable`.
  ///
  /// - Parameters:
  ///   - key: Below the prefix; nil is the bucket itself.
  ///   - query: Sorted by name, as the signature wants it.
  ///   - upload: The body, with its hash.
  ///   - limit: Bytes of the answer.
  func send(
    _ method: String, _ key: String?, query: [(String, String)] = [], headers: [HTTPHeader] = [],
    upload: (file: UploadFile, hash: String)? = nil, limit: Int = 65_536,
    expecting expected: Set<Int>
  ) async throws(ContentError) -> HTTPResponse {
    var request = HTTPRequest(
      method: method, url: url(key, query),
      headers: headers + [HTTPHeader("x-amz-content-sha256", upload?.hash ?? Self.empty)],
      responseLimit: limit, timeouts: Self.timeouts(for: upload?.file.size ?? Int64(limit)))
    request.file = upload?.file
    request.signature = signature
    var attempt = 1
    while true {
      let fault: (cause: String, isPassing: Bool)
      do {
        let response = try await client.perform(request)
        if expected.contains(response.status) { return response }
        let reason = Self.code(of: response)
        fault = (
          "\(method) was answered with \(response.status): \(reason)",
          Self.isPassing(response.status)
        )
      } catch {
        fault = (
          "\(error)", error.isPassing && error.kind != .cancelled && error.kind != .closed
        )
      }
      guard fault.isPassing, attempt < Self.attempts else { throw .unreachable(fault.cause) }
      await Self.pause(after: attempt)
      attempt += 1
    }
  }

  private func url(_ key: String?, _ query: [(String, String)]) -> String {
    let path = "\(address.endpoint)/\(address.bucket)"
    let words = query.map { "\($0)=\($1.percentEncoded)" }.joined(separator: "&")
    return path + (key.map { "/\(address.prefix)\($0)" } ?? "") + (words.isEmpty ? "" : "?\(words)")
  }

  /// Half a minute, and as long as 256 KiB a second take.
  private static func timeouts(for size: Int64) -> Timeouts {
    Timeouts(whole: .seconds(30) + .seconds(size / 262_144))
  }

  private static func isPassing(_ status: Int) -> Bool {
    status == 429 || (500...599) ~= status && status != 501
  }

  /// About 0.1, 0.4 and 1.6 seconds, spread so that many do not come back at once.
  private static func pause(after attempt: Int) async {
    let longest = 0.15 * Double(1 << (2 * (attempt - 1)))
    try? await Task.sleep(for: .seconds(Double.random(in: longest / 2...longest)))
  }

  /// The word in the store's own description of an error, for the log.
  private static func code(of response: HTTPResponse) -> String {
    XMLText(response.body).values(of: "Code").first ?? "no reason given"
  }
}
