import Foundation
import TestPrograms
import Testing

/// A small SMTP server in Python. Each mail it takes is read with Python's own parser and printed as a
/// line of JSON; an address that begins with `refused` or `deferred` gets 550 or 451. A mail's QR code is
/// decoded by zbarimg.
final class MailServer: Sendable {
  let port: Int
  private let program: ChildProgram

  struct Mail: Decodable {
    let sender: String
    let recipients: [String]
    let from: String
    let subject: String
    let messageID: String
    let text: String
    let html: String
    let code: String
  }

  static func run(_ body: @Sendable (MailServer) async throws -> Void) async throws {
    try await body(try await MailServer())
  }

  private init() async throws {
    program = try ChildProgram(["python3", "-u", "-c", Self.script])
    port = try #require(Int(await program.line()))
  }

  deinit { program.kill() }

  /// The next mail; waits for it, as long as the server lives (a minute).
  func mail() async throws -> Mail {
    try JSONDecoder().decode(Mail.self, from: Data(await program.line().utf8))
  }

  private static let script = """
    import email, email.policy, json, os, signal, socket, subprocess, tempfile, threading
    signal.alarm(60)

    def decoded(picture):
      with tempfile.NamedTemporaryFile(suffix=".png") as file:
        file.write(picture); file.flush()
        return subprocess.run(["zbarimg", "--raw", "-q", file.name], capture_output=True,
                              text=True).stdout.strip()

    def tell(sender, recipients, content):
      mail = email.message_from_bytes(content, policy=email.policy.default)
      part = lambda kind: next(p for p in mail.walk() if p.get_content_type() == kind)
      print(json.dumps({
        "sender": sender, "recipients": recipients, "from": str(mail["from"]),
        "subject": str(mail["subject"]), "messageID": str(mail["message-id"]),
        "text": part("text/plain").get_content(), "html": part("text/html").get_content(),
        "code": decoded(part("image/png").get_payload(decode=True))}), flush=True)

    def serve(connection):
      lines = connection.makefile("rb")
      say = lambda text: connection.sendall(text.encode() + b"\\r\\n")
      say("220 mail.test ESMTP")
      sender, recipients = "", []
      for line in lines:
        text = line.decode().strip()
        verb = text[:4].upper()
        if verb == "MAIL":
          sender, recipients = text.split("<")[1].split(">")[0], []
          say("250 ok")
        elif verb == "RCPT":
          address = text.split("<")[1].split(">")[0]
          if address.startswith("refused"): say("550 5.1.1 nobody of that name"); continue
          if address.startswith("deferred"): say("451 4.7.1 come back later"); continue
          recipients.append(address)
          say("250 ok")
        elif verb == "DATA":
          say("354 go on")
          content = b""
          while (line := lines.readline()) not in (b".\\r\\n", b""):
            content += line[1:] if line.startswith(b".") else line
          tell(sender, recipients, content)
          say("250 queued")
        elif verb == "QUIT":
          say("221 bye")
          break
        else: say("250 mail.test")
      connection.close()

    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    while True:
      threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
    """
}
