import Foundation
package import Testing

/// The engines that one suite runs on.
package enum TestEngine: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case memory = "SQLite in memory"
  case disk = "SQLite on disk"
  case postgresql = "PostgreSQL"

  /// Those that are there: PostgreSQL where it is installed.
  package static let allCases: [TestEngine] = [.memory, .disk] + postgreSQLIfInstalled
  /// Those that several processes may share, of which a database in memory is none.
  package static let shareable: [TestEngine] = [.disk] + postgreSQLIfInstalled

  private static let postgreSQLIfInstalled: [TestEngine] =
    PostgreSQLServer.programs == nil ? [] : [.postgresql]

  package var testDescription: String { rawValue }

  /// The engine that the running test is on: see `onEachEngine`.
  @TaskLocal package static var current = TestEngine.memory

  /// The URL of a new, empty database. On PostgreSQL it goes with the server at the end of the process.
  ///
  /// - Parameter folder: where a file is to be made.
  package func freshURL(in folder: String? = nil) async throws -> String {
    switch self {
    case .memory: return folder.map { "sqlite:\($0)/database.sqlite" } ?? "sqlite::memory:"
    case .disk:
      let folder = try #require(folder, "a database on disk needs a folder")
      return "sqlite:\(folder)/database.sqlite"
    case .postgresql:
      let server = try await PostgreSQLServer.shared.value
      let schema = try await server.makeSchema()
      return server.url(schema: schema, name: schema)
    }
  }
}

/// Runs each test of a suite once on every engine that the services offer, one after the other, with
/// `TestEngine.current` set. DAYBOOK_ENGINE (`memory` or `postgresql`) narrows it to one.
package struct OnEachEngine: SuiteTrait, TestTrait, TestScoping {
  package var isRecursive: Bool { true }

  package func scopeProvider(for test: Test, testCase: Test.Case?) -> OnEachEngine? {
    testCase == nil ? nil : self
  }

  package func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    for engine in Self.engines {
      if engine == .postgresql { await Turnstile.postgreSQL.enter() }
      let result: Result<Void, any Error>
      do {
        result = .success(
          try await TestEngine.$current.withValue(engine) { try await function() })
      } catch { result = .failure(error) }
      if engine == .postgresql { await Turnstile.postgreSQL.leave() }
      if case .failure = result { Issue.record("thrown on \(engine.rawValue)") }
      try result.get()
    }
  }

  private static let engines: [TestEngine] = {
    let all = TestEngine.allCases.filter { $0 != .disk }
    switch ProcessInfo.processInfo.environment["DAYBOOK_ENGINE"] {
    case "memory": return [.memory]
    case "postgresql": return [.postgresql]
    default: return all
    }
  }()
}

extension Trait where Self == OnEachEngine {
  /// Once on every engine that the services offer.
  package static var onEachEngine: OnEachEngine { OnEachEngine() }
}
