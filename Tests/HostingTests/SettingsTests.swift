import Foundation
import Testing

@testable import Hosting

@Suite("Settings") struct SettingsTests {
  static let port = Setting.integer("listen.port", 1...65_535, default: 7_001, help: "A port.")
  static let grace = Setting.duration(
    "stop.grace", .zero ... .seconds(600), default: .seconds(20), help: "A time.")
  static let size = Setting.byteSize("message.max-size", 1...(1 << 30), default: 4 << 20, help: "")
  static let verbose = Setting.boolean("verbose", default: false, help: "")
  static let hosts = Setting.list("hosts", default: [], help: "")
  static let level = Setting.choice("level", ["info", "debug"], default: "info", help: "")
  static let store = Setting.url("store.url", schemes: ["postgres", "file"], help: "").optional
  static let password = Setting.text("mail.password", help: "").secret.optional
  static let all: [any DeclaredSetting] = [
    port, grace, size, verbose, hosts, level, store, password,
  ]

  static func start(
    _ arguments: [String] = [], _ environment: [String: String] = [:], file: String? = nil
  ) throws -> Settings {
    try withTemporaryFolder { folder in
      var arguments = arguments
      if let file {
        let path = folder + "/settings.json"
        try Data(file.utf8).write(to: URL(filePath: path))
        arguments += ["--config", path]
      }
      let start = try StartArguments(
        arguments, environment: environment, prefix: "DAYBOOK_TEST_", settings: all)
      return try #require(start.settings)
    }
  }

  static func problems(
    _ arguments: [String] = [], _ environment: [String: String] = [:], file: String? = nil
  ) throws -> [String] {
    do {
      _ = try start(arguments, environment, file: file)
      return []
    } catch let error as ConfigurationError {
      return error.problems
    }
  }

  @Test("A flag wins over a variable, a variable over the file, the file over the default")
  func precedence() throws {
    let file = #"{"listen": {"port": 3}}"#
    let environment = ["DAYBOOK_TEST_LISTEN_PORT": "2"]
    #expect(try Self.start()[Self.port] == 7_001)
    #expect(try Self.start(file: file)[Self.port] == 3)
    #expect(try Self.start([], environment, file: file)[Self.port] == 2)
    #expect(try Self.start(["--listen-port", "1"], environment, file: file)[Self.port] == 1)
  }

  @Test("Every kind is read from a flag, a variable and the file alike")
  func kinds() throws {
    let flags = try Self.start([
      "--stop-grace=250ms", "--message-max-size", "64KiB", "--verbose", "--hosts", "a, b",
      "--hosts=c", "--level", "debug", "--store-url", "file://x",
    ])
    let environment = try Self.start(
      [],
      [
        "DAYBOOK_TEST_STOP_GRACE": "250ms", "DAYBOOK_TEST_MESSAGE_MAX_SIZE": "64KiB",
        "DAYBOOK_TEST_VERBOSE": "true", "DAYBOOK_TEST_HOSTS": "a,b,c",
        "DAYBOOK_TEST_LEVEL": "debug", "DAYBOOK_TEST_STORE_URL": "file://x",
      ])
    let file = try Self.start(
      file: """
        {"stop": {"grace": "250ms"}, "message.max-size": "64KiB", "verbose": true,
         "hosts": ["a", "b", "c"], "level": "debug", "store": {"url": "file://x"}}
        """)
    for settings in [flags, environment, file] {
      #expect(try settings[Self.grace] == .milliseconds(250))
      #expect(try settings[Self.size] == 65_536)
      #expect(try settings[Self.verbose])
      #expect(try settings[Self.hosts] == ["a", "b", "c"])
      #expect(try settings[Self.level] == "debug")
      #expect(try settings[Self.store] == "file://x")
    }
  }

  @Test(
    "An unknown flag stops the start and names the nearest known one",
    arguments: [
      (["--listen-prot", "1"], "unknown flag --listen-prot; did you mean --listen-port?"),
      (["--listen.port", "1"], "unknown flag --listen.port; did you mean --listen-port?"),
      (["--helpp"], "unknown flag --helpp; did you mean --help?"),
      (["--completely-different"], "unknown flag --completely-different"),
      (["-p"], "unknown flag -p; flags start with two dashes"),
      (["--verbose", "stray"], #""stray" stands after the flags; commands come first"#),
      (
        ["--listen-port"],
        "--listen-port needs a value: a whole number from 1 to 65535"
      ),
      (["--level", "info", "--level", "debug"], "--level is given twice"),
    ])
  func unknownFlags(arguments: [String], problem: String) throws {
    #expect(try Self.problems(arguments).contains(problem))
  }

  @Test("An unknown variable with the prefix stops the start; one without it is none of ours")
  func unknownVariables() throws {
    #expect(
      try Self.problems([], ["DAYBOOK_TEST_LISTEN_PRT": "1"]) == [
        "unknown environment variable DAYBOOK_TEST_LISTEN_PRT; "
          + "did you mean DAYBOOK_TEST_LISTEN_PORT?"
      ])
    #expect(try Self.problems([], ["DAYBOOK_OTHER_LISTEN_PRT": "1", "PATH": "/"]) == [])
  }

  @Test(
    "What the file holds wrong stops the start",
    arguments: [
      (#"{"listen": {"prt": 1}}"#, "unknown key listen.prt in"),
      (#"{"listen": {"prt": 1}}"#, "did you mean listen.port?"),
      (#"{"listen": {"port": true}}"#, "\"true\" is not a whole number from 1 to 65535"),
      (#"{"listen": {"port": "80"}}"#, "\"80\" is not a whole number"),
      (#"{"listen": {"port": 80.5}}"#, "\"80.5\" is not a whole number"),
      (#"{"verbose": 1}"#, "\"1\" is not true or false"),
      (#"{"hosts": "a"}"#, "\"a\" is not texts separated by commas"),
      (#"{"listen": {"port": null}}"#, "no usable value at listen.port"),
      (#"{"listen.port": 1, "listen": {"port": 2}}"#, "gives listen.port twice"),
      (#"[1]"#, "does not hold a JSON object"), ("{", "is not JSON"), ("", "is not JSON"),
    ])
  func files(text: String, word: String) throws {
    let problems = try Self.problems(file: text)
    #expect(problems.contains { $0.contains(word) }, "\(problems)")
  }

  @Test("A file that is not there stops the start, from a flag or a variable")
  func missingFile() throws {
    let problem = "the configuration file /nowhere.json cannot be read"
    #expect(try Self.problems(["--config", "/nowhere.json"]) == [problem])
    #expect(try Self.problems([], ["DAYBOOK_TEST_CONFIG": "/nowhere.json"]) == [problem])
  }

  @Test(
    "A value that does not parse names its place, itself and what is expected",
    arguments: [
      ("listen-port", "0", "is not a whole number from 1 to 65535"),
      ("listen-port", "65536", "is not a whole number from 1 to 65535"),
      ("listen-port", "80x", "is not a whole number from 1 to 65535"),
      ("listen-port", "", "is not a whole number from 1 to 65535"),
      ("stop-grace", "10", "is not a time like 500ms, 10s or 5m, from 0s to 10m"),
      ("stop-grace", "-1s", "is not a time like"), ("stop-grace", "1.5s", "is not a time like"),
      ("stop-grace", "11m", "is not a time like"),
      ("stop-grace", "99999999999999999999s", "is not a time like"),
      ("stop-grace", "9223372036854775807d", "is not a time like"),
      ("message-max-size", "4MB", "is not a size like 4MiB, from 1B to 1GiB"),
      ("message-max-size", "2GiB", "is not a size like"),
      ("verbose", "maybe", "is not true or false"), ("level", "INFO", "is not one of info, debug"),
      ("store-url", "http://x", "is not a URL starting with postgres:// or file://"),
      ("store-url", "file://", "is not a URL"), ("store-url", "file://a b", "is not a URL"),
    ])
  func unparsable(flag: String, value: String, expected: String) throws {
    let problems = try Self.problems(["--\(flag)=\(value)"])
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("--\(flag): \"\(value)\" \(expected)") == true, "\(problems)")
  }

  @Test("A bad value in a strong place is an error although a weaker one is good")
  func badStrongValue() throws {
    let problems = try Self.problems(
      [], ["DAYBOOK_TEST_LISTEN_PORT": "x"], file: #"{"listen": {"port": 1}}"#)
    #expect(
      problems == ["DAYBOOK_TEST_LISTEN_PORT: \"x\" is not a whole number from 1 to 65535"])
  }

  @Test("All problems are told at once")
  func allAtOnce() throws {
    let problems = try Self.problems(
      ["--listen-port", "x"], ["DAYBOOK_TEST_LEVEL": "loud", "DAYBOOK_TEST_NOPE": ""],
      file: #"{"stop": {"grace": "soon"}}"#)
    #expect(problems.count == 4, "\(problems)")
  }

  @Test("A required setting that is missing is named")
  func required() throws {
    let folder = Setting.path("store.folder", help: "")
    let secret = Setting.text("key", help: "").secret
    let error = #expect(throws: ConfigurationError.self) {
      _ = try StartArguments([], environment: [:], prefix: "P_", settings: [folder, secret])
    }
    #expect(
      error?.problems == [
        "store.folder is required: give --store-folder, a path",
        "key is required: give --key-file, a text that is not empty",
      ])
  }

  @Test("Two settings that would share a variable are refused")
  func collision() {
    let one = Setting.text("a.b-c", default: "", help: "")
    let other = Setting.text("a.b.c", default: "", help: "")
    #expect(throws: ConfigurationError(["the setting a.b.c is declared twice"])) {
      _ = try StartArguments([], environment: [:], prefix: "P_", settings: [one, other])
    }
  }

  @Test("Words before the flags are the command")
  func words() throws {
    let start = try StartArguments(
      ["database", "status", "--verbose"], environment: [:], prefix: "P_", settings: Self.all)
    #expect(start.request == .run(["database", "status"]))
  }

  @Test("Help and version are answered whatever else is wrong")
  func requests() throws {
    for (flag, request) in [("--help", StartArguments.Request.help), ("--version", .version)] {
      let start = try StartArguments(
        [flag, "--nope"], environment: ["P_NOPE": ""], prefix: "P_", settings: Self.all)
      #expect(start.request == request)
    }
  }
}
