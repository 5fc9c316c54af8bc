import Contracts
import Foundation
import Identity
import RPC
import Testing

/// daybook-load against the real client-link: over TLS, with a person's token from a file.
@Suite(.serialized) struct `Load` {
  private struct Found: Decodable {
    let statuses: [String: Int]
    let latency: Latency

    struct Latency: Decodable { let max: Double }
  }

  @Test(.timeLimit(.minutes(2)))
  func `makes every call it says, each with a payload of its own`() async throws {
    try await Platform.run { platform in
      let firm = try await Person.partner(platform, space: "load-firm")
      let token = platform.folder.appending(path: "token")
      let signer = TokenSigner(key: platform.keys.signingKey, issuer: Platform.issuer)
      try Data(try await signer.sign(firm.user).utf8).write(to: token)
      let page = platform.folder.appending(path: "load.html")
      let printed = try Tool.run(
        Tool.built("daybook-load"),
        [
          "ClientService/CreateClient", "--target", platform.clientLink.address, "--roots",
          platform.clientLink.roots, "--token-file", token.path, "--rate", "50", "--calls", "30",
          "--json", "--quiet", "--html", page.path, "--data",
          """
          {"parent": "partners/load-firm", "request_id": "{unique}",
           "client": {"display_name": "Client {number}", "enterprise_number": "NL{number}"}}
          """,
        ])
      let found = try JSONDecoder().decode(Found.self, from: Data(printed.utf8))
      #expect(found.statuses == ["OK": 30])
      #expect(found.latency.max > 0)
      let clients = try await firm.clients.listClients(
        ListClientsRequest(parent: firm.space, pageSize: 100), firm.options)
      #expect(
        Set(clients.clients.map(\.displayName))
          == Set((0..<30).map { String(format: "Client %010d", $0) }))
      let text = try String(contentsOf: page, encoding: .utf8)
      #expect(text.contains("Latency by percentile") && !text.contains("http"))
    }
  }
}
