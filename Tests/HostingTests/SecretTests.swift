import Foundation
import Testing

@testable import Hosting

@Suite("Secrets") struct SecretTests {
  static let password = SettingsTests.password

  @Test("A secret comes from a variable or the file and is masked where settings are printed")
  func masked() throws {
    let variable = ["DAYBOOK_TEST_MAIL_PASSWORD": "hunter2"]
    for settings in [
      try SettingsTests.start([], variable),
      try SettingsTests.start(file: #"{"mail": {"password": "hunter2"}}"#),
    ] {
      #expect(try settings[Self.password] == "hunter2")
      #expect(!settings.text.contains("hunter2"))
      #expect(settings.text.contains("mail.password = ***"))
    }
  }

  @Test("A secret is refused as a flag, without repeating it")
  func flag() throws {
    for arguments in [["--mail-password", "hunter2"], ["--mail-password=hunter2"]] {
      let problems = try SettingsTests.problems(arguments)
      #expect(problems.count == 1)
      #expect(problems.first?.hasPrefix("--mail-password is a secret") == true)
      #expect(problems.first?.contains("hunter2") == false)
    }
  }

  @Test("A secret may stand in a file of its own, named in any of the three places")
  func fromFile() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/password"
      try Data("hunter2\n".utf8).write(to: URL(filePath: path))
      for settings in [
        try SettingsTests.start(["--mail-password-file", path]),
        try SettingsTests.start([], ["DAYBOOK_TEST_MAIL_PASSWORD_FILE": path]),
        try SettingsTests.start(file: #"{"mail": {"password-file": "\#(path)"}}"#),
      ] {
        #expect(try settings[Self.password] == "hunter2")
        #expect(!settings.text.contains("hunter2"))
      }
    }
  }

  @Test("A secret given twice, or in a file that cannot be read, stops the start")
  func wrong() throws {
    let both = try SettingsTests.problems(
      ["--mail-password-file", "/dev/null"], ["DAYBOOK_TEST_MAIL_PASSWORD": "x"])
    #expect(
      both == [
        "DAYBOOK_TEST_MAIL_PASSWORD and --mail-password-file are both given; give one"
      ])
    #expect(
      try SettingsTests.problems(["--mail-password-file", "/nowhere"]) == [
        "--mail-password-file: the file /nowhere cannot be read as a text"
      ])
  }

  @Test("A secret that does not parse is not shown in the message")
  func unparsable() throws {
    let pin = Setting.integer("pin", 0...9_999, help: "").secret
    let error = #expect(throws: ConfigurationError.self) {
      _ = try StartArguments(
        [], environment: ["P_PIN": "98765"], prefix: "P_", settings: [pin])
    }
    #expect(
      error?.problems == [
        "P_PIN: the value (a secret, not shown) is not a whole number from 0 to 9999"
      ])
  }

  @Test("A password inside a URL is masked, the rest of the URL is shown")
  func urlPassword() throws {
    let settings = try SettingsTests.start(["--store-url", "postgres://me:hun:ter2@host/db?x=@"])
    #expect(settings.text.contains("store.url = postgres://me:***@host/db?x=@  (--store-url)"))
    let problems = try SettingsTests.problems(["--store-url", "postgresql://me:hunter2@host/db"])
    #expect(problems.first?.contains("hunter2") == false, "\(problems)")
  }
}
