import Contracts
import Database
import Identity
import RPC
import TestDatabases
import Testing

@testable import ClientLink

@Suite(.onEachEngine) struct `The end of a link` {
  @Test func `Both services learn of every change in order, with what was prepared`()
    async throws
  {
    try await House.open(.init(lease: .seconds(60))) { house in
      try await Receivers().run(house) { receivers in
        let partner = try People.partner()
        var client = try await house.add(by: partner)
        client.setup = ClientSetup(
          subscriptionPlan: "standard",
          integrations: [PreparedIntegration(connector: "folder", displayName: "Books")],
          accountants: ["carl"])
        client = try await house.clients.updateClient(
          UpdateClientRequest(client: client), house.by(partner))
        _ = try await house.invite(client, by: partner)
        _ = try await house.accept(try await house.token(of: client), by: try People.business())
        _ = try await house.clients.assignAccountant(
          AssignAccountantRequest(name: client.name, subject: "dora"), house.by(partner))
        let archived = try await house.clients.archiveClient(
          ArchiveClientRequest(name: client.name), house.by(partner))
        #expect(archived.setup == nil)
        for receiver in LinkReceiver.allCases {
          let changes = receivers[receiver].changes
          #expect(changes.map(\.epoch) == [1, 1, 2])
          #expect(changes.map(\.active) == [true, true, false])
          #expect(changes.map(\.accountants) == [["carl"], ["carl", "dora"], []])
          #expect(
            changes.map(\.preparedIntegrations) == [client.setup?.integrations, [], []])
          #expect(changes.map(\.sequence) == changes.map(\.sequence).sorted())
          #expect(
            changes.allSatisfy { $0.client == client.name && $0.partner == "partners/firm-jansen" })
          #expect(changes.first?.actor?.space == "businesses/bakery")
        }
        let plans = try await house.database.read { tx in
          try await tx.query("SELECT plan, end_time FROM subscription")
        }
        #expect(try plans.map { try $0.text("plan") } == ["standard"])
        #expect(try plans.allSatisfy { try $0.optionalInt("end_time") != nil })
      }
    }
  }

  @Test func `Nobody is told that it was the back office that ended a link`() async throws {
    try await House.open(.init(lease: .seconds(60))) { house in
      try await Receivers().run(house) { receivers in
        let client = try await house.activeClient(
          by: try People.partner(), business: try People.business())
        _ = try await house.backOffice.rejectAccess(
          RejectAccessRequest(name: client.name, reason: "not verified"),
          house.by(try People.backOffice()))
        for receiver in LinkReceiver.allCases {
          #expect(receivers[receiver].changes.last?.active == false)
          #expect(receivers[receiver].changes.last?.actor?.role == "service")
        }
      }
    }
  }

  @Test func `The end is answered as soon as both have confirmed it`() async throws {
    try await House.open(.init(lease: .seconds(60))) { house in
      try await Receivers().run(house) { receivers in
        let partner = try People.partner()
        let client = try await house.activeClient(by: partner, business: try People.business())
        let start = ContinuousClock.now
        _ = try await house.clients.archiveClient(
          ArchiveClientRequest(name: client.name), house.by(partner))
        #expect(ContinuousClock.now - start < .seconds(10))
        for receiver in LinkReceiver.allCases {
          #expect(receivers[receiver].changes.last?.active == false)
        }
      }
    }
  }

  @Test func `A replica hears of a confirmation that came to another`() async throws {
    try await House.open(.init(lease: .seconds(60))) { house in
      let other = LinkEndings(
        database: house.database,
        leases: try await LeaseBook.open(duration: .seconds(60), in: house.database))
      for receiver in LinkReceiver.allCases { try await other.leases.handOut(to: receiver) }
      let partner = try People.partner()
      let client = try await house.activeClient(by: partner, business: try People.business())
      let start = ContinuousClock.now
      async let archived = house.clients.archiveClient(
        ArchiveClientRequest(name: client.name), house.by(partner))
      let isEnded = try await eventually {
        try await house.database.read { tx in
          try await LinkEndStore().ends(for: .documentStatus, in: tx)
        }.count == 1
      }
      #expect(isEnded)
      let end = EndedLink(partner: "firm-jansen", business: "bakery", epoch: 2)
      for receiver in LinkReceiver.allCases { try await other.confirmed(end, by: receiver) }
      _ = try await archived
      #expect(ContinuousClock.now - start < .seconds(30))
    }
  }

  @Test(arguments: LinkReceiver.allCases)
  func `The end waits for the lease of a service that cannot be reached`(
    lost: LinkReceiver
  ) async throws {
    try await House.open(.init(lease: .seconds(1))) { house in
      try await Receivers().run(house) { receivers in
        receivers[lost].be(reachable: false)
        let partner = try People.partner()
        let client = try await house.activeClient(by: partner, business: try People.business())
        let service = People.service(
          lost == .documentStatus ? .documentStatus : .integrationDispatch)
        let handedOut = ContinuousClock.now
        _ = try await house.leases.renewLease(RenewLeaseRequest(), house.by(service))
        _ = try await house.clients.archiveClient(
          ArchiveClientRequest(name: client.name), house.by(partner))
        let waited = ContinuousClock.now - handedOut
        #expect(waited >= .seconds(1) && waited < .seconds(15), "\(waited)")

        let renewed = try await house.leases.renewLease(RenewLeaseRequest(), house.by(service))
        #expect(
          renewed.endedLinks == [
            LinkEpoch(partner: "partners/firm-jansen", business: "businesses/bakery", epoch: 2)
          ])
        #expect(renewed.leaseDuration == GoogleProtobufDuration(seconds: 1, nanos: 0))
        receivers[lost].be(reachable: true)
        let confirmed = try await eventually {
          try await house.leases.renewLease(RenewLeaseRequest(), house.by(service))
            .endedLinks.isEmpty
        }
        #expect(confirmed)
      }
    }
  }

  @Test(arguments: ["6f1c1f66-8f7c-4d4b-9a63-0d6f4b9b8a02", ""])
  func `A repeated call waits as the first one does`(requestID: String) async throws {
    try await House.open(.init(lease: .seconds(3))) { house in
      let partner = try People.partner()
      let client = try await house.activeClient(by: partner, business: try People.business())
      let request = ArchiveClientRequest(
        name: client.name, requestId: requestID)
      let handedOut = ContinuousClock.now
      _ = try await house.leases.renewLease(
        RenewLeaseRequest(), house.by(People.service(.documentStatus)))
      var short = house.by(partner)
      short.timeout = .milliseconds(200)
      let late = await refusal { [short] in try await house.clients.archiveClient(request, short) }
      #expect(late?.code == .deadlineExceeded)
      let answer = try await house.clients.archiveClient(request, house.by(partner))
      #expect(answer.status == .archived)
      #expect(ContinuousClock.now - handedOut >= .seconds(3))
    }
  }

  @Test func `A lease counts whoever handed it out, and for as long as it was handed out`()
    async throws
  {
    let database = try await Database.open(
      url: try await TestEngine.current.freshURL(), migrations: migrations)
    let book = try await LeaseBook.open(duration: .seconds(1), in: database)
    #expect(try await book.runOut().isEmpty)
    let other = try await LeaseBook.open(duration: .seconds(60), in: database)
    try await other.handOut(to: .documentStatus)
    let start = ContinuousClock.now
    let ends = try await book.runOut()
    #expect(ends.keys.sorted { $0.rawValue < $1.rawValue } == [.documentStatus])
    let last = try #require(ends[.documentStatus])
    #expect(start.duration(to: last) > .seconds(60))
    // A shorter one that follows takes nothing away, and without another the end stays where it is.
    try await book.handOut(to: .documentStatus)
    #expect(try await book.runOut() == ends)
    try await other.handOut(to: .documentStatus)
    #expect(try #require(try await book.runOut()[.documentStatus]) > last)
    // Who starts now does not know when that was.
    let later = try await LeaseBook.open(duration: .seconds(1), in: database)
    let still = try #require(try await later.runOut()[.documentStatus])
    #expect(ContinuousClock.now.duration(to: still) > .seconds(50))
    await database.close()
  }

  @Test func `A link made again before its end was confirmed stays`() async throws {
    try await House.open { house in
      let partner = try People.partner()
      let business = try People.business()
      let client = try await house.activeClient(by: partner, business: business)
      _ = try await house.clients.archiveClient(
        ArchiveClientRequest(name: client.name), house.by(partner))
      _ = try await house.invite(client, by: partner)
      _ = try await house.accept(try await house.token(of: client), by: business)
      try await Receivers().run(house) { receivers in
        for receiver in LinkReceiver.allCases {
          #expect(await eventually { receivers[receiver].changes.count == 3 })
          #expect(receivers[receiver].changes.last?.active == true)
          #expect(receivers[receiver].changes.last?.epoch == 3)
        }
      }
    }
  }
}
