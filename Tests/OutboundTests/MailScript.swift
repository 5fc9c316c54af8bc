import Foundation
import TestPrograms

/// A real SMTP server (aiosmtpd) that reads each mail with Python's own parser and writes what it
/// understood as a JSON file into a folder.
///
/// Arguments: a folder with aiosmtpd, the folder for mails, `plain`, `starttls` or `tls`, and for the last two a certificate and a key.
/// Those two want a login, `daybook` with the password `correct`.
let mailScript = """
  sys.path.append(sys.argv.pop(1))
  import base64, email, email.policy, json, logging, socket, ssl, time
  from aiosmtpd.controller import Controller
  from aiosmtpd.smtp import SMTP, AuthResult

  logging.disable(logging.CRITICAL)
  folder, mode = sys.argv[1], sys.argv[2]
  context = None
  if mode != "plain":
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[3], sys.argv[4])

  class Handler:
    count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
      if address.startswith("deferred"): return "451 4.7.1 come back later"
      if address.startswith("refused"): return "550 5.1.1 nobody of that name"
      envelope.rcpt_tos.append(address)
      return "250 OK"

    async def handle_DATA(self, server, session, envelope):
      mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
      parts = [{
        "type": part.get_content_type(), "name": part.get_filename(), "id": part["content-id"],
        "disposition": part.get_content_disposition(),
        "content": base64.b64encode(part.get_payload(decode=True) or b"").decode(),
      } for part in mail.walk()]
      told = {
        "sender": envelope.mail_from, "recipients": envelope.rcpt_tos,
        "headers": {name.lower(): str(value) for name, value in mail.items()},
        "defects": [str(d) for p in mail.walk() for d in p.defects], "parts": parts,
        "longest": max(len(line) for line in envelope.content.split(b"\\r\\n")),
        "bareLines": envelope.content.replace(b"\\r\\n", b"").count(b"\\n"),
        "encrypted": session.ssl is not None or mode == "tls", "greeting": session.host_name,
      }
      Handler.count += 1
      name = os.path.join(folder, f"{Handler.count}.json")
      with open(name + ".part", "w") as file: json.dump(told, file)
      os.rename(name + ".part", name)
      return f"250 2.0.0 queued as {Handler.count}"

  def authenticate(server, session, envelope, mechanism, data):
    ok = data.login == b"daybook" and data.password == b"correct"
    return AuthResult(success=ok, handled=False, message=None if ok else "535 5.7.8 no")

  class Local(Controller):
    def factory(self):
      starttls = context if mode == "starttls" else None
      return SMTP(self.handler, hostname="mail.test", tls_context=starttls,
                  require_starttls=starttls is not None, auth_required=mode != "plain",
                  auth_require_tls=mode == "starttls", authenticator=authenticate,
                  data_size_limit=20_000_000)

  listener = socket.create_server(("127.0.0.1", 0))
  port = listener.getsockname()[1]
  listener.close()
  controller = Local(Handler(), hostname="127.0.0.1", port=port,
                     ssl_context=context if mode == "tls" else None)
  controller.start()
  print(port)
  while True: time.sleep(60)
  """

/// aiosmtpd, where Python has it not: installed once for the machine, beside other temporary files.
enum Aiosmtpd {
  /// A folder to add to Python's path, or nothing.
  static func path() async throws -> String { try await found.value }

  private static let found = Task {
    if (try? await ChildProgram.run(["python3", "-c", "import aiosmtpd"])) != nil { return "" }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "daybook-test-aiosmtpd-1.4.6").path()
    if FileManager.default.fileExists(atPath: folder) { return folder }
    // Installed apart and renamed: two test processes may do it at once.
    let new = try TemporaryFolder()
    try await ChildProgram.run([
      "python3", "-m", "pip", "install", "--quiet", "--target", new.path("site"), "aiosmtpd==1.4.6",
    ])
    try? FileManager.default.moveItem(atPath: new.path("site"), toPath: folder)
    return folder
  }
}
