import Database
import Foundation
import TestDatabases
import TestPrograms
import Testing

@Suite("A copy of a database in use") struct CopyTests {
  @Test("is one committed state, with all that was answered before")
  func oneState() async throws {
    let folder = try TemporaryFolder()
    let (file, path) = ("\(folder.path)/live.sqlite", folder.path)
    try await withDatabase(url: "sqlite:\(file)") { database in
      let answered = Shared<Int64>(0)
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          // An item and its part belong together.
          var last: Int64 = 0
          while !Task.isCancelled {
            let number = last + 1
            last = number
            try await database.write { tx in
              try await tx.insert(number)
              try await tx.execute(
                "INSERT INTO part (space, item, number) VALUES ('s', $1, 1)", [.int(number)])
            }
            answered.change { $0 = number }
          }
        }
        defer { group.cancelAll() }
        for round in 1...5 {
          let count = answered.value
          try await eventually("more is written") { answered.value > count + 5 }
          let before = answered.value
          let copy = "\(path)/copy-\(round).sqlite"
          try Database.copy(file, to: copy)
          #expect(try Database.problems(in: copy) == [])
          let held = try await sizes(of: copy)
          #expect(held.items >= before)
          #expect(held.items == held.parts)
        }
      }
    }
  }

  private func sizes(of copy: String) async throws -> (items: Int64, parts: Int64) {
    try await withDatabase(url: "sqlite:\(copy)") { database in
      let row = try await database.read { tx in
        try await tx.first(
          "SELECT (SELECT count(*) FROM item) AS items, (SELECT count(*) FROM part) AS parts")
      }
      let counts = try #require(row)
      return (try counts.int("items"), try counts.int("parts"))
    }
  }

  @Test("is not written over a file that is there") func noOverwriting() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    try await withDatabase(url: "sqlite:\(path)/live.sqlite") { _ in
      try Array("mine".utf8).write(to: "\(path)/copy.sqlite")
      #expect(throws: DatabaseError.self) {
        try Database.copy("\(path)/live.sqlite", to: "\(path)/copy.sqlite")
      }
    }
  }
}

@Suite("A look for problems") struct ProblemsTests {
  @Test("finds a row that names no row") func reference() async throws {
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/test.sqlite"
    try await withDatabase(url: "sqlite:\(file)") { database in
      try await database.write { try await $0.insert(1) }
    }
    #expect(try Database.problems(in: file) == [])
    // By a program that does not follow references.
    try await ChildProgram.run([
      "sqlite3", file, "INSERT INTO part (space, item, number) VALUES ('s', 7, 1)",
    ])
    #expect(try Database.problems(in: file) == ["part: row 1 names no row of item"])
  }

  @Test("finds a damaged page") func damage() async throws {
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/test.sqlite"
    try await withDatabase(url: "sqlite:\(file)") { database in
      try await database.write { tx in
        for number in Int64(1)...2_000 { try await tx.insert(number, name: "name \(number)") }
      }
    }
    #expect(try Database.problems(in: file) == [])
    let handle = try FileHandle(forUpdating: URL(filePath: file))
    let size = try handle.seekToEnd()
    try handle.seek(toOffset: size - 4096 * 3)
    try handle.write(contentsOf: Data(repeating: 0xa5, count: 2048))
    try handle.close()
    let problems = (try? Database.problems(in: file)) ?? ["it cannot be read on"]
    #expect(!problems.isEmpty)
  }
}
