import ArgumentParser
import StatusRules

/// The tables that decide, drawn: what is printed is what is enforced.
struct MachinesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "machines", abstract: "Draw the state machines as Mermaid diagrams.")

  @Argument(help: "One machine: \(Self.names).")
  var name: String?

  private static let names = StateMachines.all.map { $0.name }.joined(separator: ", ")

  mutating func run() async throws {
    print(try text(), terminator: "")
  }

  /// One machine is its diagram alone; all are sections of a Markdown document.
  func text() throws(Failure) -> String {
    guard let name else {
      return StateMachines.all.map { "## \($0.name)\n\n```mermaid\n\($0.mermaid)```\n" }
        .joined(separator: "\n")
    }
    guard let machine = StateMachines.all.first(where: { $0.name == name }) else {
      throw Failure(.usage, "there is no machine \(name)", details: ["there are: \(Self.names)"])
    }
    return machine.mermaid
  }
}
