import Crypto
import FoundationEssentials

/// A signing secret of Standard Webhooks: `whsec_` and 24 to 64 bytes in base64.
struct WebhookSecret: Sendable {
  private let key: SymmetricKey

  /// Nil where the text is none.
  init?(_ text: String) {
    guard text.hasPrefix("whsec_"), let bytes = Data(base64Encoded: String(text.dropFirst(6))),
      (24...64).contains(bytes.count)
    else { return nil }
    key = SymmetricKey(data: bytes)
  }

  /// The value of `webhook-signature`: HMAC-SHA256 of `id.timestamp.body`, in base64, after its version.
  func signature(id: String, timestamp: Int64, body: [UInt8]) -> String {
    let signed = Array("\(id).\(timestamp).".utf8) + body
    let code = HMAC<SHA256>.authenticationCode(for: signed, using: key)
    return "v1," + Data(code).base64EncodedString()
  }
}
