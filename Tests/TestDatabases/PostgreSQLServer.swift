import Foundation
import Synchronization
import TestPrograms
import Testing

/// A PostgreSQL of the tests' own, in a temporary folder on a Unix socket. A shell stands over it that
/// ends it and removes the folder when this process ends, however that comes.
package final class PostgreSQLServer: Sendable {
  package let folder: String
  private let shell = Mutex<ChildProgram?>(nil)

  /// Where Debian puts the programs; nil: PostgreSQL is not installed.
  package static let programs: String? = {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let newest = versions.compactMap { Int($0) }.filter {
      FileManager.default.isExecutableFile(atPath: "\(root)/\($0)/bin/postgres")
    }.max()
    if newest == nil { print("PostgreSQL is not installed: tests on it are left out") }
    return newest.map { "\(root)/\($0)/bin" }
  }()

  /// The server that most tests share, each in a schema of its own. It syncs nothing.
  package static let shared = Task { try await PostgreSQLServer(settings: ["fsync=off"]) }

  private let settings: [String]
  private var port: String {
    settings.first { $0.hasPrefix("port=") }.map { String($0.dropFirst(5)) } ?? "5432"
  }

  /// - Parameter files: what the server finds in the folder of its data; it alone may read it.
  package init(settings: [String] = [], adding files: [String] = []) async throws {
    self.settings = settings
    folder = try await Self.makeFolder()
    try await ChildProgram.run(
      Self.asUser([
        "\(Self.programs ?? "")/initdb", "-D", "\(folder)/data", "-A", "trust", "-U", "postgres",
        "-E", "UTF8", "--locale=C.UTF-8", "--no-sync",
      ]))
    for file in files {
      let copy = "\(folder)/data/\(URL(filePath: file).lastPathComponent)"
      try FileManager.default.copyItem(atPath: file, toPath: copy)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy)
      if getuid() == 0 { try await ChildProgram.run(["/bin/chown", "postgres", copy]) }
    }
    try await start()
  }

  /// A server that replays the log of `primary` from now on, and may be read.
  package init(following primary: PostgreSQLServer) async throws {
    settings = primary.settings
    folder = try await Self.makeFolder()
    try await ChildProgram.run(
      Self.asUser([
        "\(Self.programs ?? "")/pg_basebackup", "-h", primary.folder, "-p", primary.port, "-U",
        "postgres", "-D", "\(folder)/data", "-R", "-X", "stream", "-c", "fast", "--no-sync",
      ]))
    try await start()
  }

  private static func makeFolder() async throws -> String {
    let folder = "/tmp/daybook-postgresql-\(UUID().uuidString.prefix(8).lowercased())"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    if getuid() == 0 { try await ChildProgram.run(["/bin/chown", "postgres", folder]) }
    return folder
  }

  /// PostgreSQL refuses to run as root.
  private static func asUser(_ command: [String]) -> [String] {
    getuid() == 0
      ? ["/usr/sbin/runuser", "-u", "postgres", "--"] + command : ["/usr/bin/env"] + command
  }

  /// Starts the server, again after it was killed: its children may take a moment to notice.
  package func start() async throws {
    let script = """
      cd "$0" || exit 1
      for attempt in 1 2 3 4 5 6 7 8 9 10; do
        "$@" >>"$0/log" 2>&1 &
        server=$!
        sleep 0.3
        kill -0 $server 2>/dev/null && break
      done
      echo up
      read -r line
      [ "$line" = leave ] && exit 0
      kill -INT $server
      wait $server
      rm -rf "$0"
      """
    var command = [
      "/bin/sh", "-c", script, folder, "\(Self.programs ?? "")/postgres", "-D", "\(folder)/data",
    ]
    for setting in [
      "listen_addresses=", "unix_socket_directories=\(folder)", "max_connections=300",
      "shared_buffers=32MB", "max_wal_size=256MB",
    ] + settings { command += ["-c", setting] }
    let program = try ChildProgram(Self.asUser(command))
    shell.withLock { $0 = program }
    // From here on the shell does not start it again: who kills it finds it gone.
    _ = await program.line()
    try await eventually("PostgreSQL accepts connections", within: .seconds(60)) {
      let isReady = try? await ChildProgram.run([
        "\(Self.programs ?? "")/pg_isready", "-q", "-h", folder, "-p", port, "-U", "postgres",
      ])
      return isReady != nil
    }
  }

  /// Kills the server as a crash would, by the process number in its own file.
  package func kill() async throws {
    let text = try String(contentsOfFile: "\(folder)/data/postmaster.pid", encoding: .utf8)
    let process = try #require(text.split(separator: "\n").first.flatMap { pid_t($0) })
    tell("leave\n")
    Glibc.kill(process, SIGKILL)
    try await eventually("the server is gone", within: .seconds(60)) { Glibc.kill(process, 0) != 0 }
  }

  /// Stops the server and removes its folder.
  package func stop() async throws {
    tell("stop\n")
    try await eventually("the server has stopped", within: .seconds(60)) {
      self.shell.withLock { $0?.status } != nil
    }
  }

  private func tell(_ line: String) { shell.withLock { $0?.tell(line) } }

  /// - Parameters:
  ///   - schema: the schema that the tables are in.
  ///   - name: the name that the server knows the connections by.
  package func url(schema: String, name: String = "test", host: String? = nil) -> String {
    "postgresql:///postgres?host=\(host ?? folder)&user=postgres&application_name=\(name)"
      + "&options=-csearch_path%3D\(schema)"
  }

  /// Makes an empty schema; returns its name.
  package func makeSchema() async throws -> String {
    let schema = "s\(UUID().uuidString.prefix(8).lowercased())"
    try await execute("CREATE SCHEMA \(schema)")
    return schema
  }

  /// Gives `body` the URL of an empty schema, and removes it afterwards.
  package func withSchema<Answer>(_ body: (String) async throws -> Answer) async throws -> Answer {
    let schema = try await makeSchema()
    let answer: Answer
    do { answer = try await body(url(schema: schema, name: schema)) } catch {
      _ = try? await execute("DROP SCHEMA \(schema) CASCADE")
      throw error
    }
    try await execute("DROP SCHEMA \(schema) CASCADE")
    return answer
  }

  /// Runs one statement of the test's own, outside the library.
  @discardableResult
  package func execute(_ sql: String, within seconds: Int = 60) async throws -> String {
    try await ChildProgram.run(
      [
        "\(Self.programs ?? "")/psql", "-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1", "-h",
        folder,
        "-U", "postgres", "-c", sql,
      ], within: seconds)
  }

  /// Ends the connections that the server knows by a name; returns how many there were.
  @discardableResult
  package func cut(_ name: String, where condition: String = "true") async throws -> Int {
    let lines = try await execute(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        + "WHERE application_name = '\(name)' AND \(condition)")
    return lines.split(separator: "\n").count
  }
}
