import ArgumentParser
import Foundation
import Testing

@testable import DaybookLoad

@Suite struct `Help of daybook-load` {
  @Test func `stands in the README as it is printed`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Load/README.md")
    let help = DaybookLoad.helpMessage(columns: 80).trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(
      try String(contentsOf: file, encoding: .utf8).contains("```text\n\(help)\n```"),
      "put what daybook-load --help prints at 80 columns into the README:\n\(help)")
  }

  @Test(arguments: [
    (["GetClient", "--target", "x:1", "--rate", "0"], "--rate is"),
    (["GetClient", "--target", "x:1", "--warmup", "10"], "--warmup is less"),
    (["GetClient", "--target", "x:1", "--header", "novalue"], "--header is name:value"),
    (["GetClient", "--target", "x:1", "--certificate", "x"], "belong together"),
  ])
  func `a wrong command line is refused`(line: [String], words: String) {
    let error = #expect(throws: (any Error).self) { try DaybookLoad.parse(line) }
    #expect(error.map { DaybookLoad.message(for: $0).contains(words) } == true)
  }
}
