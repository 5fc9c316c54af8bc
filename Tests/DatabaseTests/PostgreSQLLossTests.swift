import Database
import TestDatabases
import Testing

@Suite("A connection that is cut", .enabled(if: PostgreSQLServer.programs != nil))
struct PostgreSQLLossTests {
  /// - Parameter body: gets the database, and the name that the server knows its connections by.
  private func withCuts(
    _ body: (Database, PostgreSQLServer, String) async throws -> Void
  ) async throws {
    let server = try await PostgreSQLServer.shared.value
    try await server.withSchema { url in
      try await withDatabase(url: url) { database in
        try await body(database, server, String(url.suffix(9)))
      }
    }
  }

  @Test("while it is idle is replaced") func idle() async throws {
    try await withCuts { database, server, name in
      for round in 1...3 {
        try await database.write { try await $0.insert(Int64(round)) }
        _ = try await database.point("SELECT id FROM item")
        expectEqual(try await database.ids().count, round)
        expectEqual(try await server.cut(name), 3)
      }
      expectEqual(try await database.ids(), [1, 2, 3])
    }
  }

  @Test("between two statements has the body run again, once for all")
  func betweenStatements() async throws {
    try await withCuts { database, server, name in
      let runs = Shared(0)
      try await database.write { tx in
        try await tx.insert(1)
        if runs.change({
          $0 += 1
          return $0
        }) == 1 {
          _ = try blocking { try await server.cut(name) }
        }
        try await tx.insert(2)
      }
      #expect(runs.value == 2)
      expectEqual(try await database.ids(), [1, 2])
    }
  }

  @Test("before the body returns or throws is noticed", arguments: [false, true])
  func beforeTheEnd(throwing: Bool) async throws {
    try await withCuts { database, server, name in
      let runs = Shared(0)
      let result = await Task {
        try await database.write { tx in
          try await tx.insert(1)
          if runs.change({
            $0 += 1
            return $0
          }) == 1 {
            _ = try blocking { try await server.cut(name) }
          }
          if throwing { throw Refusal() }
        }
      }.result
      if throwing {
        #expect(result.error as? Refusal == Refusal())
        expectEqual(try await database.ids(), [])
      } else {
        // COMMIT was sent before the end was seen: whether it happened is not known to the caller.
        #expect((result.error as? DatabaseError)?.kind == .connection)
        #expect(runs.value == 1)
        expectEqual(try await database.ids(), [])
      }
    }
  }

  @Test("under a statement has the body run again") func underStatement() async throws {
    try await withCuts { database, server, name in
      let runs = Shared(0)
      let call = Task {
        try await database.write { tx in
          try await tx.insert(1)
          if runs.change({
            $0 += 1
            return $0
          }) == 1 {
            _ = try await tx.query("SELECT pg_sleep(60)")
          }
        }
      }
      try await eventually("the statement is cut") {
        try await server.cut(name, where: "query LIKE '%pg_sleep%' AND state = 'active'") == 1
      }
      try await call.value
      #expect(runs.value == 2)
      expectEqual(try await database.ids(), [1])
    }
  }

  @Test("under the commit leaves the call with an error, and is not tried again")
  func underCommit() async throws {
    try await withCuts { database, server, name in
      try await server.execute(
        """
        CREATE FUNCTION \(name).wait() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN PERFORM pg_sleep(60); RETURN NULL; END';
        CREATE CONSTRAINT TRIGGER wait AFTER INSERT ON \(name).item DEFERRABLE INITIALLY DEFERRED
          FOR EACH ROW WHEN (NEW.id = 7) EXECUTE FUNCTION \(name).wait();
        """)
      let runs = Shared(0)
      let hooks = Shared(0)
      let call = Task {
        try await database.write { tx in
          runs.change { $0 += 1 }
          tx.afterCommit { hooks.change { $0 += 1 } }
          try await tx.insert(7)
        }
      }
      try await eventually("the commit is cut") {
        try await server.cut(name, where: "query = 'COMMIT' AND state = 'active'") == 1
      }
      let error = await call.result.error as? DatabaseError
      #expect(error?.kind == .connection)
      #expect(error?.message.contains("commit") == true)
      #expect(runs.value == 1)
      #expect(hooks.value == 0)
      expectEqual(try await database.ids(), [])
    }
  }

  @Test("again and again leaves the call with an error") func repeatedly() async throws {
    try await withCuts { database, server, name in
      let runs = Shared(0)
      let error = await #expect(throws: DatabaseError.self) {
        try await database.write { tx in
          runs.change { $0 += 1 }
          try await tx.insert(1)
          _ = try blocking { try await server.cut(name) }
          try await tx.insert(2)
        }
      }
      #expect(error?.kind == .connection)
      #expect(runs.value == 3)
      expectEqual(try await database.ids(), [])
    }
  }
}

@Suite("A server that is killed", .enabled(if: PostgreSQLServer.programs != nil))
struct PostgreSQLCrashTests {
  @Test("has all that was answered when it is back, and the pool finds it")
  func killed() async throws {
    let server = try await PostgreSQLServer()
    let database = try await Database.open(
      url: server.url(schema: "public"), migrations: [itemMigrations])
    let answered = Shared<Set<Int64>>([])
    let failed = Shared<[Int64: any Error]>([:])
    let clients = (0..<8).map { client in
      Task {
        var id = Int64(client) * 1_000_000
        while !Task.isCancelled {
          id += 1
          let row = id
          do {
            try await database.write { try await $0.insert(row) }
            answered.change { _ = $0.insert(row) }
          } catch { failed.change { $0[row] = error } }
        }
      }
    }
    for _ in 0..<3 {
      let before = answered.value.count
      try await eventually("calls are answered", within: .seconds(60)) {
        answered.value.count > before + 100
      }
      try await server.kill()
      try await server.start()
    }
    let before = answered.value.count
    try await eventually("calls are answered again", within: .seconds(60)) {
      answered.value.count > before + 100
    }
    for client in clients { client.cancel() }
    for client in clients { await client.value }
    let held = Set(try await database.ids())
    #expect(answered.value.subtracting(held) == [])
    // What is there and was not answered is what was told to be unknown.
    #expect(held.subtracting(answered.value).isSubset(of: failed.value.keys))
    for error in failed.value.values where !(error is CancellationError) {
      #expect((error as? DatabaseError)?.kind == .connection)
    }
    await database.close()
    try await server.stop()
  }

  @Test("and stays away leaves calls with an error in time") func gone() async throws {
    let server = try await PostgreSQLServer()
    var options = DatabaseOptions()
    options.connectTimeout = .seconds(3)
    let database = try await Database.open(
      url: server.url(schema: "public"), migrations: [itemMigrations], options: options)
    try await database.write { try await $0.insert(1) }
    try await server.kill()
    let clock = ContinuousClock()
    let took = await clock.measure {
      for attempt in [
        { try await database.write { try await $0.insert(2) } },
        { _ = try await database.ids() },
        { _ = try await database.point("SELECT id FROM item") },
      ] as [@Sendable () async throws -> Void] {
        let error = await #expect(throws: DatabaseError.self) { try await attempt() }
        #expect(error?.kind == .connection)
      }
    }
    #expect(took < .seconds(15))
    try await server.start()
    try await eventually("the pool finds the server again") {
      (try? await database.ids()) == [1]
    }
    await database.close()
    try await server.stop()
  }
}
