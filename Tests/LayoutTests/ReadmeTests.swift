import Foundation
import StatusRules
import Testing

@Suite struct `The README` {
  private func readme() throws -> String {
    try String(contentsOf: SourceTree().root.appending(path: "README.md"), encoding: .utf8)
  }

  @Test func `draws every state machine as the code has it`() throws {
    let text = try readme()
    for machine in StateMachines.all {
      #expect(
        text.contains("### \(machine.name)\n\n```mermaid\n\(machine.mermaid)```"),
        "replace the diagram of \(machine.name) with what `daybook machines` prints")
    }
  }

  @Test func `names every folder of Shared and every service`() throws {
    let tree = SourceTree()
    let text = try readme()
    for folder in try tree.folders(below: "Shared") where folder != "CLibraries" {
      #expect(text.contains("`Shared/\(folder)`"), "Shared/\(folder)")
    }
    for service in ["client-link", "document-status", "integration-dispatch"] {
      #expect(text.contains(service))
    }
  }

  @Test func `names commands that are there`() throws {
    let tree = SourceTree()
    let commands = try readme().matches(of: /`(deploy\/[a-z]+|Protos\/generate)/).map {
      $0.output.1
    }
    #expect(commands.count >= 4)
    for command in commands {
      let file = tree.root.appending(path: String(command)).path(percentEncoded: false)
      #expect(FileManager.default.isExecutableFile(atPath: file), "\(command)")
    }
  }
}
