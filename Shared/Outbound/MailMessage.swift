/// A mail with a text, and if wanted the same as HTML, pictures that the HTML shows, and files.
package struct MailMessage: Sendable {
  /// Sender: the `From` field and the envelope's, where failures are reported to.
  package var from: MailAddress
  package var to: [MailAddress]
  package var replyTo: MailAddress?
  package var subject: String
  /// `<left@right>`. The same for every attempt to send the same mail, so that a mail that was sent
  /// twice can be told.
  package var messageID: String
  /// Microseconds since 1970, UTC.
  package var date: Int64
  package var text: String
  package var html: String?
  /// Pictures the HTML refers to as `cid:<contentID>`.
  package var inlineFiles: [MailFile]
  package var attachments: [MailFile]

  package init(
    from: MailAddress, to: [MailAddress], replyTo: MailAddress? = nil, subject: String,
    messageID: String, date: Int64, text: String, html: String? = nil,
    inlineFiles: [MailFile] = [], attachments: [MailFile] = []
  ) {
    self.from = from
    self.to = to
    self.replyTo = replyTo
    self.subject = subject
    self.messageID = messageID
    self.date = date
    self.text = text
    self.html = html
    self.inlineFiles = inlineFiles
    self.attachments = attachments
  }
}

/// A file in a mail.
package struct MailFile: Sendable {
  package let name: String
  /// `image/png`, without parameters.
  package let contentType: String
  /// `left@right`, without angle brackets; needed where the HTML refers to the file.
  package let contentID: String?
  package let bytes: [UInt8]

  package init(name: String, contentType: String, contentID: String? = nil, bytes: [UInt8]) {
    self.name = name
    self.contentType = contentType
    self.contentID = contentID
    self.bytes = bytes
  }
}

extension MailMessage {
  /// The message as it goes over the wire (RFC 5322 and MIME), with CRLF.
  ///
  /// - Throws: `malformed` where a field would break out of its header or cannot be written.
  package func encoded() throws(OutboundError) -> [UInt8] {
    try check()
    var writer = MIMEWriter()
    writer.header("Date", MailDate.text(date))
    writer.header("From", [from])
    writer.header("To", to)
    if let replyTo { writer.header("Reply-To", [replyTo]) }
    writer.header("Subject", MailText.unstructured(subject))
    writer.header("Message-ID", messageID)
    // Keeps holiday replies away (RFC 3834): no person wrote this.
    writer.header("Auto-Submitted", "auto-generated")
    writer.header("MIME-Version", "1.0")
    writer.entity(entity)
    return writer.bytes
  }

  /// mixed(related(alternative(text, html), pictures), files), as far as each is needed.
  private var entity: MIMEEntity {
    var entity = MIMEEntity.text("plain", text)
    if let html { entity = .multipart("alternative", [entity, .text("html", html)]) }
    if !inlineFiles.isEmpty {
      let pictures = inlineFiles.map { MIMEEntity.file($0, disposition: "inline") }
      entity = .multipart("related", [entity] + pictures)
    }
    if !attachments.isEmpty {
      let files = attachments.map { MIMEEntity.file($0, disposition: "attachment") }
      entity = .multipart("mixed", [entity] + files)
    }
    return entity
  }

  private func check() throws(OutboundError) {
    guard !to.isEmpty else { throw OutboundError(.malformed("the mail has no recipient")) }
    try Self.checkHeader(subject, "the subject")
    guard Self.isMessageID(messageID) else {
      throw OutboundError(.malformed("the message id is not <left@right>"))
    }
    guard MailDate.range.contains(date) else {
      throw OutboundError(.malformed("the date is not between 1970 and 9999"))
    }
    for file in inlineFiles + attachments { try file.check() }
  }

  /// Refuses what would end a header field and begin another (CR, LF) and all other controls.
  static func checkHeader(_ value: String, _ what: String) throws(OutboundError) {
    guard value.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
      throw OutboundError(.malformed("\(what) has a line break or control character"))
    }
    guard value.utf8.count <= 2048 else {
      throw OutboundError(.malformed("\(what) is longer than 2048 bytes"))
    }
  }

  static func isMessageID(_ text: String) -> Bool {
    guard text.utf8.count <= 250, text.hasPrefix("<"), text.hasSuffix(">") else { return false }
    let sides = text.dropFirst().dropLast()
      .split(separator: "@", omittingEmptySubsequences: false)
    return sides.count == 2
      && sides.allSatisfy { side in
        !side.isEmpty && side.utf8.allSatisfy { $0.isAtomCharacter || $0 == UInt8(ascii: ".") }
      }
  }
}

extension MailFile {
  fileprivate func check() throws(OutboundError) {
    try MailMessage.checkHeader(name, "a file's name")
    // Percent-encoded it stays within the 998 characters of a line.
    guard (1...255) ~= name.utf8.count else {
      throw OutboundError(.malformed("a file's name is empty or longer than 255 bytes"))
    }
    let type = contentType.split(separator: "/", omittingEmptySubsequences: false)
    let isWord = { (part: Substring) in
      !part.isEmpty
        && part.utf8.allSatisfy { $0.isAlphanumeric || ".+-".utf8.contains($0) }
    }
    guard type.count == 2, type.allSatisfy(isWord), contentType.utf8.count <= 127 else {
      throw OutboundError(.malformed("a file's content type is not type/subtype"))
    }
    if let contentID {
      guard MailMessage.isMessageID("<\(contentID)>") else {
        throw OutboundError(.malformed("a file's content id is not left@right"))
      }
    }
  }
}
