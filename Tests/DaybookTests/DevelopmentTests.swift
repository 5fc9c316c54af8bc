import ArgumentParser
import Contracts
import Foundation
import RPC
import StatusRules
import Testing

@testable import Daybook
@testable import Identity

@Suite(.timeLimit(.minutes(1))) struct `Tokens for development` {
  private func signed(_ arguments: String, verify: (User) throws -> Void) async throws {
    let folder = URL.temporaryDirectory.appending(path: "daybook-keys-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let result: Result<Void, any Error>
    do {
      let keys = try DevelopmentKeys(folder: folder)
      let token = try await token(arguments, keys: folder)
      let set = try await KeySet(KeySource("file:\(keys.keySetPath)"))
      let verifier = TokenVerifier(TokenPolicy(issuer: "https://daybook.localhost"), keys: set)
      result = .success(try verify(await verifier.caller(of: token).user))
    } catch {
      result = .failure(error)
    }
    try FileManager.default.removeItem(atPath: folder)
    try result.get()
  }

  private func token(_ arguments: String, keys: String) async throws -> String {
    let line = ["token", "--keys", keys] + arguments.split(separator: " ").map(String.init)
    let command = try #require(try DaybookCommand.parseAsRoot(line) as? TokenCommand)
    return try await command.signed()
  }

  @Test func `a partner's token is what the services verify`() async throws {
    try await signed(
      "--space jansen --kind partner --partner-kind referral --role client-manager --role accountant "
        + "--subject ann --name Ann --space-name Jansen"
    ) { user in
      #expect(user.space.description == "jansen")
      #expect(user.spaceKind == .partner(.referral))
      #expect(user.roles == [.partner(.clientManager), .partner(.accountant)])
      #expect(user.subject.description == "ann")
      #expect(user.displayName == "Ann")
      #expect(user.spaceName == "Jansen")
    }
  }

  @Test func `a business's token carries its number in the normal form, and the space's age`()
    async throws
  {
    try await signed(
      "--space bakery --kind business --role administrator --subject bob --number 0400.123.020 "
        + "--space-created 2026-11-18"
    ) { user in
      #expect(user.enterpriseNumber == "BE0400123020")
      #expect(user.roles == [.business(.administrator)])
      #expect(user.spaceCreateTime == 1_794_960_000_000_000)
    }
  }

  @Test func `the back office has a token too`() async throws {
    try await signed("--space platform --kind back-office --role back-office --subject kay") {
      #expect($0.spaceKind == .backOffice)
    }
  }

  @Test(arguments: [
    (
      "--space bakery --kind business --role administrator --subject b",
      "--kind business needs --number"
    ),
    (
      "--space b --kind business --role administrator --subject b --number 0400.123.021",
      "--number is not an enterprise or VAT number"
    ),
    (
      "--space j --kind partner --role member --subject a",
      "--role is one of accountant, administrator, client_manager here"
    ),
    (
      "--space J --kind partner --role accountant --subject a",
      "--space is 1 to 63 of a-z, 0-9 and -, a letter first and no - last"
    ),
    (
      "--space j --kind firm --role accountant --subject a",
      "--kind is business, partner or back-office"
    ),
    (
      "--space j --kind partner --role accountant --subject a --space-created soon",
      "--space-created is 2026-11-21 or 2026-11-21T10:00:00Z"
    ),
  ])
  func `a token that the services would refuse is not signed`(
    arguments: String, words: String
  ) async {
    let failure = await #expect(throws: Failure.self) { try await token(arguments, keys: "/") }
    #expect(failure?.message == words)
    #expect(failure?.kind == .usage)
  }
}

@Suite struct `State machines` {
  @Test(arguments: StateMachines.all.map { $0.name })
  func `one machine is its diagram alone`(name: String) throws {
    let command = try #require(
      try DaybookCommand.parseAsRoot(["machines", name]) as? MachinesCommand)
    let text = try command.text()
    #expect(text.hasPrefix("stateDiagram-v2\n    [*] --> "))
    #expect(text.hasSuffix("\n"))
  }

  @Test func `all machines are a Markdown document`() throws {
    let text = try #require(try DaybookCommand.parseAsRoot(["machines"]) as? MachinesCommand).text()
    for machine in StateMachines.all {
      #expect(text.contains("## \(machine.name)\n\n```mermaid\n\(machine.mermaid)```\n"))
    }
  }

  @Test func `an unknown machine is answered with those there are`() throws {
    let command = try #require(
      try DaybookCommand.parseAsRoot(["machines", "car"]) as? MachinesCommand)
    let failure = #expect(throws: Failure.self) { _ = try command.text() }
    #expect(failure?.kind == .usage)
    #expect(failure?.details.first?.contains("client, invitation") == true)
  }
}
