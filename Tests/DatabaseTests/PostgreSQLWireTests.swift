import Database
import Foundation
import TestDatabases
import TestPrograms
import Testing

/// Stands between client and server; once the file `lose` is there it keeps the server's answer to the
/// next COMMIT to itself and ends both connections.
private let proxy = """
  import os, socket, sys, threading
  folder, server = sys.argv[1:3]
  listener = socket.socket(socket.AF_UNIX)
  listener.bind(folder + "/.s.PGSQL.5432")
  listener.listen(50)
  def pump(source, sink, upward, state):
      while True:
          try:
              data = source.recv(65536)
          except OSError:
              data = b""
          if upward and b"COMMIT" in data and os.path.exists(folder + "/lose"):
              state["lost"] = True
          if data and not (state.get("lost") and not upward):
              sink.sendall(data)
              continue
          for end in (source, sink):
              try: end.shutdown(socket.SHUT_RDWR)
              except OSError: pass
          return
  while True:
      client, _ = listener.accept()
      upstream = socket.socket(socket.AF_UNIX)
      upstream.connect(server + "/.s.PGSQL.5432")
      state = {}
      for ends in ((client, upstream, True), (upstream, client, False)):
          threading.Thread(target=pump, args=(*ends, state), daemon=True).start()
  """

@Suite("The way to PostgreSQL", .enabled(if: PostgreSQLServer.programs != nil))
struct PostgreSQLWireTests {
  @Test("that loses the answer to a commit leaves the call with an error, and its rows once")
  func lostAnswer() async throws {
    let server = try await PostgreSQLServer.shared.value
    let folder = try TemporaryFolder()
    let process = try ChildProgram(["python3", "-c", proxy, folder.path, server.folder])
    defer { process.kill() }
    let socket = folder.path + "/.s.PGSQL.5432"
    try await eventually("the proxy listens") { FileManager.default.fileExists(atPath: socket) }
    let path = folder.path
    try await server.withSchema { direct in
      let url = direct.replacingOccurrences(of: server.folder, with: path)
      try await withDatabase(url: url) { database in
        try [UInt8]().write(to: path + "/lose")
        let runs = Shared(0)
        let error = await #expect(throws: DatabaseError.self) {
          try await database.write { tx in
            runs.change { $0 += 1 }
            try await tx.insert(1)
          }
        }
        #expect(error?.kind == .connection)
        #expect(error?.message.contains("commit") == true)
        #expect(runs.value == 1)
        try FileManager.default.removeItem(atPath: path + "/lose")
        expectEqual(try await database.ids(), [1])
        try await database.write { try await $0.insert(2) }
      }
    }
  }

  @Test("is encrypted, and the server's name is checked, where the URL says so")
  func tls() async throws {
    let folder = try TemporaryFolder()
    let (certificate, key) = (folder.path + "/server.pem", folder.path + "/server.key")
    try await ChildProgram.run([
      "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj",
      "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-out", certificate, "-keyout",
      key,
    ])
    let port = try #require(freePort())
    let server = try await PostgreSQLServer(
      settings: [
        "listen_addresses=127.0.0.1", "port=\(port)", "ssl=on", "ssl_cert_file=server.pem",
        "ssl_key_file=server.key",
      ], adding: [certificate, key])
    func url(_ host: String, _ mode: String) -> String {
      "postgresql://postgres@\(host):\(port)/postgres?sslmode=\(mode)&sslrootcert=\(certificate)"
    }
    try await withDatabase(url: url("localhost", "verify-full")) { database in
      let row = try await database.point("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
      #expect(try row?.bool("ssl") == true)
      try await database.write { try await $0.insert(1) }
    }
    // The name in the certificate is another one.
    let error = await #expect(throws: DatabaseError.self) {
      try await Database.open(url: url("127.0.0.1", "verify-full"), migrations: [])
    }
    #expect(error?.kind == .connection)
    try await server.stop()
  }

  /// A port that was free a moment ago.
  private func freePort() -> UInt16? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    return isBound ? UInt16(bigEndian: address.sin_port) : nil
  }
}
