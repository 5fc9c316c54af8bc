import Foundation
import Testing

@Suite struct `Place rules` {
  @Test func `the top level holds what was agreed and nothing else`() throws {
    let tree = SourceTree()
    let found = try FileManager.default.contentsOfDirectory(
      atPath: tree.root.path(percentEncoded: false)
    ).filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
    let agreed: Set = [
      "Package.swift", "Services", "Shared", "Protos", "Tests", "deploy", "README.md", "LICENSE",
    ]
    #expect(Set(found) == agreed)
  }

  @Test func `SQL stands in stores and migrations alone`() throws {
    let tree = SourceTree()
    let statement = #/"(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE) [a-z_"]/#
    for file in try tree.swiftFiles(below: "Services") + tree.swiftFiles(below: "Shared") {
      let allowed =
        file.path.hasSuffix("Store.swift") || file.path.contains("/Migrations/")
        || file.path.hasPrefix("Shared/Database/")
      if !allowed { #expect(file.text.firstMatch(of: statement) == nil, "\(file.path)") }
    }
  }

  @Test func `nothing is public: modules meet by package access`() throws {
    let tree = SourceTree()
    for file in try tree.swiftFiles(below: "Services") + tree.swiftFiles(below: "Shared") {
      // What is inlinable into the package's other modules wants its imports public.
      let lines = file.text.split(separator: "\n").filter {
        $0.firstMatch(of: #/^\s*public (?!import )/#) != nil
      }
      #expect(lines.isEmpty, "\(file.path)")
    }
  }

  @Test func `at most two types vouch for their own thread safety`() throws {
    let tree = SourceTree()
    let files = try tree.swiftFiles(below: "Services") + tree.swiftFiles(below: "Shared")
    let vouching = files.flatMap { file in
      file.text.matches(of: #/^[^/\n]*@unchecked Sendable/#.anchorsMatchLineEndings()).map { _ in
        file.path
      }
    }
    #expect(vouching.count <= 2, "\(vouching)")
  }
}
