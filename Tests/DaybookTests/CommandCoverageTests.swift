import ArgumentParser
import Contracts
import RPC
import Testing

@testable import Daybook

@Suite struct `Commands and methods` {
  /// What the services do for each other alone: nobody types these.
  private static let forServicesAlone: Set = [
    "LeaseService", "LinkGrantService", "DocumentSourceService", "ApprovalService",
  ]

  private static func commands(
    below command: any ParsableCommand.Type
  ) -> [any ParsableCommand.Type] {
    let nested = command.configuration.subcommands
    return nested.isEmpty ? [command] : nested.flatMap(commands)
  }

  private static let all = commands(below: DaybookCommand.self)

  @Test(arguments: AllMethods.all)
  func `every method that people may call has a command`(method: RPCMethod) {
    let commands = Self.all.compactMap { $0 as? any ServiceCommand.Type }
    let has = commands.contains { $0.methods.contains(method) }
    let service = method.service.split(separator: ".").last.map(String.init) ?? ""
    #expect(has != Self.forServicesAlone.contains(service), "\(method.path)")
  }

  @Test func `no two commands of a noun have one name`() {
    for noun in DaybookCommand.configuration.subcommands {
      let names = noun.configuration.subcommands.map { $0.configuration.commandName }
      #expect(Set(names).count == names.count, "\(names)")
    }
  }

  @Test func `every command says what it does`() {
    for command in Self.all { #expect(!command.configuration.abstract.isEmpty, "\(command)") }
  }

  @Test func `the help tells every exit code`() {
    let help = DaybookCommand.helpMessage(columns: 200)
    for kind in ExitKind.allCases { #expect(help.contains("\(kind.rawValue)  \(kind.meaning)")) }
  }
}
