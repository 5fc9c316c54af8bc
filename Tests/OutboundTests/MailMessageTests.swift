import Foundation
import Testing

@testable import Outbound

@Suite struct MailMessageTests {
  @Test(
    "A line break in a header is refused",
    arguments: ["a\r\nBcc: eve@example.com", "a\nb", "a\rb", "a\0b", "a\u{85}b"])
  func injection(_ text: String) throws {
    var changed: [MailMessage] = try (0..<5).map { _ in try message() }
    changed[0].subject = text
    changed[1].messageID = "<\(text)@example.com>"
    changed[2].attachments = [MailFile(name: text, contentType: "text/plain", bytes: [])]
    changed[3].attachments = [MailFile(name: "a", contentType: "text/\(text)", bytes: [])]
    changed[4].inlineFiles = [
      MailFile(name: "a", contentType: "image/png", contentID: "\(text)@x", bytes: [])
    ]
    for mail in changed {
      let error = #expect(throws: OutboundError.self) { try mail.encoded() }
      guard case .malformed = error?.kind else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
    #expect(throws: OutboundError.self) { try MailAddress("a@example.com", name: text) }
    #expect(throws: OutboundError.self) { try MailAddress("\(text)@example.com") }
    #expect(throws: OutboundError.self) { try MailAddress("a@\(text)") }
  }

  @Test("A mail without recipient, or of a year that no date can say, is refused") func refused()
    throws
  {
    var mail = try message()
    mail.to = []
    #expect(throws: OutboundError.self) { try mail.encoded() }
    mail = try message()
    mail.date = -1
    #expect(throws: OutboundError.self) { try mail.encoded() }
    mail.date = Int64.max
    #expect(throws: OutboundError.self) { try mail.encoded() }
  }

  @Test(
    "Addresses that mail can be sent to",
    arguments: [
      "a@b", "ann.o'neil+tag@example.com", "a@xn--bcher-kva.example", "1@2.3",
      String(repeating: "a", count: 64) + "@example.com",
    ])
  func mailbox(_ text: String) {
    #expect(MailAddress.isMailbox(text))
  }

  @Test(
    "Addresses that mail cannot be sent to",
    arguments: [
      "", "@", "a", "a@", "@b", "a@b@c", ".a@b", "a.@b", "a..b@c", "a b@c", "a@b c", "\"a b\"@c",
      "a@[127.0.0.1]", "a@-b", "a@b-", "a@b..c", "a@.b", "a@b.", "ä@b", "a@bücher.example",
      "a@b\r\n",
      "<a@b>", "a@b,c@d", "a@b>", "a@b SIZE=1",
      String(repeating: "a", count: 65) + "@example.com",
      "a@" + String(repeating: "b", count: 64) + ".com",
      "a@" + String(repeating: "b.", count: 130) + "c",
    ])
  func noMailbox(_ text: String) {
    #expect(!MailAddress.isMailbox(text))
  }

  @Test(
    "A date is written as RFC 5322 wants it",
    arguments: [
      (0, "Thu, 1 Jan 1970 00:00:00 +0000"),
      (951_827_696_000_000, "Tue, 29 Feb 2000 12:34:56 +0000"),
      (1_709_164_800_000_000, "Thu, 29 Feb 2024 00:00:00 +0000"),
      (4_107_542_399_999_999, "Sun, 28 Feb 2100 23:59:59 +0000"),
      (4_107_542_400_000_000, "Mon, 1 Mar 2100 00:00:00 +0000"),
      (253_402_300_799_999_999, "Fri, 31 Dec 9999 23:59:59 +0000"),
    ] as [(Int64, String)])
  func date(_ microseconds: Int64, _ text: String) {
    #expect(MailDate.text(microseconds) == text)
  }

  @Test("Base64 is what others decode", arguments: 0...60) func base64(_ length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 97 &+ 3) }
    let text = String(decoding: Base64.encode(bytes), as: UTF8.self)
    #expect(text == Data(bytes).base64EncodedString())
  }
}
