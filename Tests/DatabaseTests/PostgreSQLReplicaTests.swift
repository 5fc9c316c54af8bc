import Database
import TestDatabases
import Testing

/// On servers of their own, one of which replays the log of the other by streaming.
@Suite("A replica", .enabled(if: PostgreSQLServer.programs != nil), .serialized)
struct PostgreSQLReplicaTests {
  private func withPair(
    _ body: (PostgreSQLServer, PostgreSQLServer) async throws -> Void
  ) async throws {
    let primary = try await PostgreSQLServer(settings: ["fsync=off"])
    let replica = try await PostgreSQLServer(following: primary)
    let result: Result<Void, any Error>
    do { result = .success(try await body(primary, replica)) } catch { result = .failure(error) }
    try await replica.stop()
    try await primary.stop()
    try result.get()
  }

  @Test("is read, but never without what was answered before, and not needed")
  func reads() async throws {
    try await withPair { primary, replica in
      var options = DatabaseOptions()
      options.replica = replica.url(schema: "public")
      try await withDatabase(url: primary.url(schema: "public"), options: options) { database in
        var last: Int64 = 0
        func writeAndRead() async throws {
          last += 1
          let id = last
          try await database.write { try await $0.insert(id) }
          expectEqual(try await database.ids(), Array(1...id))
        }
        func readsAreTaken() async throws {
          let before = database.statistics.replicaReads
          try await eventually("the replica is read", within: .seconds(30)) {
            try await writeAndRead()
            return database.statistics.replicaReads > before + 3
          }
        }
        try await readsAreTaken()

        // Behind: what is written now does not get there.
        try await replica.execute("SELECT pg_wal_replay_pause()")
        try await eventually("replay stands still", within: .seconds(30)) {
          try await replica.execute("SELECT pg_get_wal_replay_pause_state()").hasPrefix("paused")
        }
        try await writeAndRead()
        let whileBehind = database.statistics.replicaReads
        for _ in 1...20 { try await writeAndRead() }
        #expect(database.statistics.replicaReads == whileBehind)
        try await replica.execute("SELECT pg_wal_replay_resume()")
        try await readsAreTaken()

        // Lost: reads go on, at most one of them waits for it at a time.
        try await replica.kill()
        let clock = ContinuousClock()
        let took = try await clock.measure { for _ in 1...20 { try await writeAndRead() } }
        #expect(took < .seconds(10))
        try await replica.start()
        try await readsAreTaken()
      }
    }
  }

  @Test("takes the place of a primary that is lost, with all that was answered")
  func failover() async throws {
    try await withPair { primary, replica in
      // From now on no commit is answered that the other has not.
      try await primary.execute("ALTER SYSTEM SET synchronous_standby_names = '*'")
      try await primary.execute("SELECT pg_reload_conf()")
      let url = primary.url(schema: "public", host: "\(primary.folder),\(replica.folder)")
      try await withDatabase(url: url + "&target_session_attrs=read-write") { database in
        try await eventually("commits wait for the replica", within: .seconds(30)) {
          try await primary.execute("SELECT sync_state FROM pg_stat_replication")
            .hasPrefix("sync")
        }
        let answered = Shared<Set<Int64>>([])
        let clients = (0..<4).map { client in
          Task {
            var id = Int64(client) * 1_000_000
            while !Task.isCancelled {
              id += 1
              let row = id
              do {
                try await database.write { try await $0.insert(row) }
                answered.change { _ = $0.insert(row) }
              } catch {}
            }
          }
        }
        func goesOn() async throws {
          let before = answered.value.count
          try await eventually("calls are answered", within: .seconds(60)) {
            answered.value.count > before + 100
          }
        }
        try await goesOn()
        try await primary.kill()
        try await replica.execute("SELECT pg_promote()")
        try await goesOn()
        for client in clients { client.cancel() }
        for client in clients { await client.value }
        #expect(answered.value.subtracting(try await database.ids()) == [])
      }
      try await primary.start()
    }
  }
}
