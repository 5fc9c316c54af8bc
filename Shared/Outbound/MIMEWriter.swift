/// A part of a mail: text, a file, or several of them.
indirect enum MIMEEntity {
  case text(String, String)
  case file(MailFile, disposition: String)
  case multipart(String, [MIMEEntity])
}

/// Writes MIME entities. Every body is base64, so no line of it is longer than 76 characters, none
/// begins with a dot, and none can be taken for a boundary, which has an underscore.
///
/// What it is given is checked before: it writes header values as they are.
struct MIMEWriter {
  private(set) var bytes: [UInt8] = []
  private var boundaries = 0

  mutating func header(_ name: String, _ value: String) {
    line("\(name): \(value)")
  }

  /// One address a line, so that no line grows beyond 998 characters.
  mutating func header(_ name: String, _ addresses: [MailAddress]) {
    let values = addresses.map { address in
      guard let name = address.name, !name.isEmpty else { return address.address }
      return "\(MailText.phrase(name))\r\n <\(address.address)>"
    }
    header(name, values.joined(separator: ",\r\n "))
  }

  mutating func entity(_ entity: MIMEEntity) {
    switch entity {
    case .text(let subtype, let text):
      header("Content-Type", "text/\(subtype); charset=utf-8")
      body(Array(MailText.withCRLF(text)))
    case .file(let file, let disposition):
      header("Content-Type", file.contentType)
      if let id = file.contentID { header("Content-ID", "<\(id)>") }
      header(
        "Content-Disposition", "\(disposition);\r\n \(MailText.parameter("filename", file.name))")
      body(file.bytes)
    case .multipart(let subtype, let parts):
      boundaries += 1
      let boundary = "=_part_\(boundaries)"
      header("Content-Type", "multipart/\(subtype); boundary=\"\(boundary)\"")
      line("")
      for part in parts {
        line("--\(boundary)")
        self.entity(part)
      }
      line("--\(boundary)--")
    }
  }

  private mutating func body(_ content: [UInt8]) {
    header("Content-Transfer-Encoding", "base64")
    line("")
    var start = 0
    while start < content.count {
      // 57 bytes are 76 characters.
      let end = min(start + 57, content.count)
      bytes += Base64.encode(content[start..<end])
      line("")
      start = end
    }
  }

  private mutating func line(_ text: String) {
    bytes += text.utf8
    bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
  }
}

enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var encoded: [UInt8] = []
    encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let group = rest.prefix(3)
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * (3 - group.count))
      for index in 0..<4 {
        encoded.append(
          index <= group.count
            ? alphabet[Int(bits >> (18 - 6 * index)) & 63] : UInt8(ascii: "="))
      }
      rest = rest.dropFirst(3)
    }
    return encoded
  }
}
