import Outbound

/// What an invitation's mail is for; the kind of its event in the outbox.
enum MailKind: String, Sendable {
  case invitation, reminder
}

/// The mail that carries an invitation: text, the same as HTML, and the link's QR code.
struct InvitationMail: Sendable {
  let kind: MailKind
  let invitation: Invitation
  let client: ClientRecord
  let partner: PartnerRecord
  /// The link with the token.
  let link: String

  /// - Parameters:
  ///   - sender: Its domain is also that of the message's id, which is the same for every attempt.
  ///   - now: Microseconds since 1970.
  func message(from sender: MailAddress, now: Int64) throws -> MailMessage {
    let domain = sender.address.split(separator: "@").last ?? "localhost"
    let id = "\(kind.rawValue).\(invitation.id).\(invitation.partner)"
    let picture = "qr.\(id)@\(domain)"
    return MailMessage(
      from: try MailAddress(sender.address, name: partner.shownName),
      to: [try MailAddress(client.contactEmail)], subject: fill(subject),
      messageID: "<\(id)@\(domain)>", date: now, text: text, html: html(picture: picture),
      inlineFiles: [
        MailFile(
          name: "invitation.png", contentType: "image/png", contentID: picture,
          bytes: try QRCode(link).png)
      ])
  }

  private var texts: MailTexts { .of(client.languageCode) }
  private var subject: String { kind == .reminder ? texts.reminderSubject : texts.subject }
  private var body: String { kind == .reminder ? texts.reminderBody : texts.body }

  private var text: String {
    var parts = [texts.greeting, fill(body)]
    if !invitation.message.isEmpty { parts += [fill(texts.messageTitle), invitation.message] }
    parts += ["\(texts.button):\n\(link)", fill(texts.expiry), fill(texts.ignore)]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func html(picture: String) -> String {
    var parts = [paragraph(texts.greeting), paragraph(fill(body))]
    if !invitation.message.isEmpty {
      parts += [
        paragraph(fill(texts.messageTitle)),
        "<blockquote>\(HTMLText.escaped(invitation.message))</blockquote>",
      ]
    }
    let address = HTMLText.escaped(link)
    parts += [
      "<p><a href=\"\(address)\">\(HTMLText.escaped(texts.button))</a></p>",
      paragraph(texts.scan),
      "<p><img src=\"cid:\(picture)\" alt=\"\(address)\" width=\"240\" height=\"240\"></p>",
      paragraph(fill(texts.expiry)), paragraph(fill(texts.ignore)),
    ]
    return """
      <!doctype html>
      <html lang="\(HTMLText.escaped(client.languageCode))"><body>
      \(parts.joined(separator: "\n"))
      </body></html>
      """
  }

  private func paragraph(_ text: String) -> String { "<p>\(HTMLText.escaped(text))</p>" }

  /// In one pass, so that a name with braces in it stays as it is.
  private func fill(_ text: String) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      filled += rest[..<open] + value(rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  private func value(_ name: Substring) -> String {
    switch name {
    case "partner": partner.shownName
    case "client": client.displayName
    case "number": client.enterpriseNumber
    case "date": CivilDate(microseconds: invitation.expireTime).description
    default: ""
    }
  }
}

/// Text within HTML, line breaks kept.
enum HTMLText {
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case _ where character.isNewline: escaped += "<br>\n"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
