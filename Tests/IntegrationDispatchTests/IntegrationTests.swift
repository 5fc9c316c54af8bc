import Contracts
import Database
import Foundation
import Identity
import RPC
import TestDatabases
import Testing

@testable import IntegrationDispatch

@Suite(.onEachEngine) struct IntegrationTests {
  @Test func `A new integration is inactive and says what it misses`() async throws {
    let bench = try await Bench()
    let made = try await bench.make(
      Integration(connector: "webhook", displayName: "Hook"), active: false)
    #expect(made.status == .inactive && !made.configured)
    #expect(made.problems.map(\.field) == ["webhook.url", "webhook.secret"])
    #expect(made.name.hasPrefix("businesses/bakery/integrations/"))
  }

  @Test(arguments: [
    ("", false), ("in", true), ("in/invoices", true), ("/in", false), ("in/", false),
    ("../in", false), ("in/../../out", false), ("in/.hidden", false), (".", false),
    ("in//out", false), ("a\\b", false),
  ])
  func `A folder's path stays below the root`(path: String, isGood: Bool) async throws {
    let bench = try await Bench()
    let made = try await bench.makeFolder(path, active: false)
    #expect(made.configured == isGood)
    #expect(made.problems.map(\.field) == (isGood ? [] : ["folder.path"]))
  }

  @Test(arguments: [
    ("https://hook.example/a", true), ("http://hook.example/a", false), ("", false),
    ("ftp://hook.example", false), ("https://", false), ("https://u:p@hook.example", false),
    ("https://hook.example/ä", false),
  ])
  func `A webhook's address is https`(url: String, isGood: Bool) async throws {
    let bench = try await Bench(plainText: false)
    #expect(try await bench.makeWebhook(url, active: false).configured == isGood)
  }

  @Test func `Without a root no folder is configured`() async throws {
    let bench = try await Bench(offersFolders: false)
    let made = try await bench.makeFolder(active: false)
    #expect(made.problems.first?.message.contains("folder.root") == true)
  }

  @Test(arguments: [
    ("s3", RPCError.Code.unimplemented), ("webdav", .unimplemented), ("sftp", .unimplemented),
    ("email", .unimplemented), ("dropbox", .unimplemented), ("google_drive", .unimplemented),
    ("exact_online", .unimplemented), ("yuki", .unimplemented), ("octopus", .unimplemented),
    ("fax", .invalidArgument), ("", .invalidArgument), ("Folder", .invalidArgument),
  ])
  func `A connector that is not offered is refused in the right words`(
    kind: String, expected: RPCError.Code
  ) async throws {
    let bench = try await Bench()
    #expect(
      await code { _ = try await bench.make(Integration(connector: kind, displayName: "X")) }
        == expected)
  }

  @Test(arguments: [
    Integration(connector: "folder"),
    Integration(connector: "folder", displayName: String(repeating: "x", count: 101)),
    Integration(
      connector: "folder", displayName: "X", configuration: .webhook(WebhookConfiguration())),
    Integration(
      connector: "webhook", displayName: "X",
      configuration: .webhook(WebhookConfiguration(secret: "whsec_short"))),
    Integration(
      connector: "webhook", displayName: "X",
      configuration: .webhook(WebhookConfiguration(url: "https://x\u{7}"))),
  ])
  func `What cannot be stored is INVALID_ARGUMENT`(integration: Integration) async throws {
    let bench = try await Bench()
    #expect(await code { _ = try await bench.make(integration) } == .invalidArgument)
  }

  @Test func `A secret is written, never answered, and sealed at rest`() async throws {
    let bench = try await Bench()
    let made = try await bench.makeWebhook("https://hook.example")
    let read = try await bench.integrations.getIntegration(
      GetIntegrationRequest(name: made.name), Bench.call(.owner))
    #expect(
      read.configuration
        == .webhook(WebhookConfiguration(url: "https://hook.example", secretSet: true)))
    let sealed = try await bench.database.read { tx in
      try await tx.query("SELECT sealed FROM integration_secret").map { try $0.bytes("sealed") }
    }
    #expect(sealed.count == 1)
    #expect(!sealed[0].contains(Array(Bench.secret.utf8.dropFirst(6))))
  }

  @Test func `An update keeps the secret it does not name and needs the present etag`() async throws
  {
    let bench = try await Bench()
    var changed = try await bench.makeWebhook("https://hook.example")
    let old = changed.etag
    changed.displayName = "Renamed"
    changed.configuration = .webhook(WebhookConfiguration(url: "https://other.example"))
    let request = UpdateIntegrationRequest(integration: changed)
    let updated = try await bench.integrations.updateIntegration(request, Bench.call(.owner))
    #expect(updated.configured && updated.displayName == "Renamed" && updated.etag != old)
    #expect(
      await code {
        _ = try await bench.integrations.updateIntegration(request, Bench.call(.owner))
      } == .aborted)
  }

  @Test func `An update without an etag is refused: it would overwrite what nobody read`()
    async throws
  {
    let bench = try await Bench()
    var blind = try await bench.makeFolder()
    blind.etag = ""
    blind.displayName = "Renamed"
    let request = UpdateIntegrationRequest(integration: blind)
    #expect(
      await code {
        _ = try await bench.integrations.updateIntegration(request, Bench.call(.owner))
      } == .invalidArgument)
    let read = try await bench.integrations.getIntegration(
      GetIntegrationRequest(name: blind.name), Bench.call(.owner))
    #expect(read.displayName == "Folder")
  }

  @Test func `A side that has all it may have makes no more, and may change what it has`()
    async throws
  {
    let bench = try await Bench()
    let first = try await bench.makeFolder()
    for _ in 1..<50 { _ = try await bench.makeFolder(active: false) }
    let error = await #expect(throws: RPCError.self) { try await bench.makeFolder() }
    #expect(error?.code == .resourceExhausted && error?.message.contains("configure") == true)
    _ = try await bench.integrations.updateIntegration(
      UpdateIntegrationRequest(integration: first), Bench.call(.owner))
    // The firm's side is another.
    try await bench.link()
    bench.holdLease()
    _ = try await bench.makeFolder(on: "partners/firm/businesses/bakery", as: .firm)
  }

  @Test func `Intervals of activity are kept, and history tells who`() async throws {
    let bench = try await Bench()
    let made = try await bench.makeFolder()
    for _ in 0..<2 {
      _ = try await bench.integrations.deactivateIntegration(
        DeactivateIntegrationRequest(name: made.name), Bench.call(.owner))
    }
    _ = try await bench.integrations.activateIntegration(
      ActivateIntegrationRequest(name: made.name), Bench.call(.owner))
    let id = made.name.split(separator: "/").last.map(String.init) ?? ""
    let name = IntegrationName(side: Side(business: "bakery"), integration: id)
    let intervals = try await bench.database.read { tx in
      try await IntegrationStore().intervals(of: name, in: tx).map { $0.end != nil }
    }
    #expect(intervals == [true, false])
    let history = try await bench.integrations.listIntegrationHistory(
      ListIntegrationHistoryRequest(name: made.name), Bench.call(.owner))
    #expect(history.entries.map(\.event) == ["activate", "deactivate", "activate", "create"])
    #expect(history.entries.allSatisfy { $0.actor?.subject == "omar" && $0.audience == .business })
  }

  @Test func `The same request_id makes one integration, another body is refused`() async throws {
    let bench = try await Bench()
    var request = CreateIntegrationRequest(
      parent: "businesses/bakery",
      integration: Integration(connector: "folder", displayName: "Folder"),
      requestId: "0192f0c0-0000-7000-8000-000000000001")
    let first = try await bench.integrations.createIntegration(request, Bench.call(.owner))
    let second = try await bench.integrations.createIntegration(request, Bench.call(.owner))
    #expect(first == second)
    request.integration?.displayName = "Other"
    let other = request
    #expect(
      await code {
        _ = try await bench.integrations.createIntegration(other, Bench.call(.owner))
      } == .invalidArgument)
  }

  @Test func `Lists go on where they ended`() async throws {
    let bench = try await Bench()
    var made: [String] = []
    for number in 0..<5 { made.append(try await bench.makeFolder("in\(number)").name) }
    var found: [String] = []
    var token = ""
    repeat {
      let page = try await bench.integrations.listIntegrations(
        ListIntegrationsRequest(parent: "businesses/bakery", pageSize: 2, pageToken: token),
        Bench.call(.owner))
      #expect(page.integrations.count <= 2)
      found += page.integrations.map(\.name)
      token = page.nextPageToken
    } while !token.isEmpty
    #expect(Set(found) == Set(made) && found.count == 5)
  }

  @Test func `What is in another space is nowhere, also for a firm of the same id`() async throws {
    let bench = try await Bench()
    let made = try await bench.makeFolder()
    let namesake = Caller.user("x", "bakery", .partner(.accounting), [.partner(.administrator)])
    for caller in [Caller.stranger, .firm, namesake] {
      let error = await #expect(throws: RPCError.self) {
        try await bench.integrations.getIntegration(
          GetIntegrationRequest(name: made.name), Bench.call(caller))
      }
      #expect(error?.code == .notFound && error?.message == "\(made.name) was not found")
    }
  }

  @Test(arguments: ["", "bakery", "businesses/", "businesses/-", "partners/firm", "businesses/a/b"])
  func `A parent that is none is INVALID_ARGUMENT`(parent: String) async throws {
    let bench = try await Bench()
    #expect(
      await code {
        _ = try await bench.integrations.listIntegrations(
          ListIntegrationsRequest(parent: parent), Bench.call(.owner))
      } == .invalidArgument)
  }
}
