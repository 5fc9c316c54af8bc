import Foundation
import TestPrograms

/// A real HTTP receiver in a process of its own. The path says how it answers: `/status/503`,
/// `/redirect`, `/silent` (never), anything else 200. It keeps every request that it was sent.
final class Receiver: Sendable {
  struct Call: Decodable, Sendable {
    let path: String
    let headers: [String: String]
    let body: String

    /// A header by its lower-case name.
    func header(_ name: String) -> String { headers[name] ?? "" }
  }

  /// The receiver ends with its standard input, which is open while this lives.
  private let program: ChildProgram
  private let folder: TemporaryFolder
  let port: Int

  init() async throws {
    folder = try TemporaryFolder()
    program = try ChildProgram(["python3", "-u", "-c", Self.script, folder.path])
    guard let port = Int(await program.line()) else { throw CocoaError(.executableLoad) }
    self.port = port
  }

  deinit { program.kill() }

  func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// What it was sent, in the order of arrival.
  var calls: [Call] {
    get throws {
      try folder.all("").filter { $0.hasSuffix(".json") }.map {
        try JSONDecoder().decode(Call.self, from: Data(try folder.read($0)))
      }
    }
  }

  private static let script = """
    import json, os, sys, threading, time
    from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
    folder, lock, count = sys.argv[1], threading.Lock(), [0]
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        def log_message(self, *arguments): pass
        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            told = {"path": self.path, "body": body,
                    "headers": {k.lower(): v for k, v in self.headers.items()}}
            with lock:
                count[0] += 1
                name = "%s/%06d" % (folder, count[0])
            with open(name, "w") as file: json.dump(told, file)
            os.rename(name, name + ".json")
            if self.path.startswith("/silent"):
                time.sleep(60)
                return
            status = int(self.path[8:]) if self.path.startswith("/status/") else 200
            if self.path == "/redirect": status = 302
            self.send_response(status)
            if status == 302: self.send_header("Location", "/elsewhere")
            if status in (429, 503): self.send_header("Retry-After", "7200")
            self.send_header("Content-Length", "0")
            self.end_headers()
    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128
    def end_with_the_tests():
        sys.stdin.read()
        os._exit(0)
    threading.Thread(target=end_with_the_tests, daemon=True).start()
    server = Server(("127.0.0.1", 0), Handler)
    print(server.server_address[1])
    server.serve_forever()
    """
}
