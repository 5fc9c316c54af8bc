import Contracts
import Foundation
import RPC
import Testing

@testable import Daybook

/// Files that go up and come down.
@Suite(.timeLimit(.minutes(1))) struct Transfers {
  private func inFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = URL.temporaryDirectory.appending(path: "daybook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let result: Result<Void, any Error>
    do { result = .success(try await body(folder)) } catch { result = .failure(error) }
    try FileManager.default.removeItem(at: folder)
    try result.get()
  }

  @Test func `a document goes up in pieces under its name`() async throws {
    try await inFolder { folder in
      let file = folder.appending(path: "bill.pdf")
      let content = Data((0..<600_000).map { UInt8(truncatingIfNeeded: $0) })
      try content.write(to: file)
      let fake = FakeServices()
      let printed = try await run(
        ["document", "import", file.path(), "--kind", "purchase-invoice"], token: businessToken,
        fake
      ) { fake in [importing(fake)] }
      #expect(fake.received.first?.requests == ["businesses/bakery", "bill.pdf", "600000", "4"])
      #expect(printed.contains("status    awaiting_validation"))
    }
  }

  private func importing(_ fake: FakeServices) -> RPCHandler {
    .clientStreaming(DocumentServiceMethods.importDocument) {
      (requests: RequestStream<ImportDocumentRequest>, call: ServerCall) -> Document in
      var head: ImportDocumentRequest?
      var (bytes, messages) = (0, 0)
      for try await request in requests {
        head = head ?? request
        bytes += request.chunk.count
        messages += 1
      }
      try fake.note(
        DocumentServiceMethods.importDocument,
        [head?.parent ?? "", head?.fileName ?? "", String(bytes), String(messages)], call)
      return Document(name: "businesses/bakery/documents/01kb", status: .awaitingValidation)
    }
  }

  @Test(arguments: [false, true])
  func `an import tells each line, and that not all went well`(json: Bool) async throws {
    try await inFolder { folder in
      let file = folder.appending(path: "clients.csv")
      try Data("display_name,enterprise_number\na,1\nb,2\n".utf8).write(to: file)
      let (fake, printed) = (FakeServices(), Printed())
      let error = await #expect(throws: Failure.self) {
        _ = try await run(
          ["client", "import", file.path()] + (json ? ["--json"] : []), fake, printed: printed
        ) { fake in [importingClients(fake)] }
      }
      #expect(error?.kind == .partly)
      #expect(error?.message == "1 of 2 lines were not added")
      #expect(fake.received.first?.requests == ["partners/jansen", "39"])
      #expect(printed.text == (json ? Self.linesOfJSON : Self.linesOfTable))
    }
  }

  private static let linesOfTable = """
    LINE  CLIENT  RESULT
       2  01kb    done
       3  -       no number
    1 added, 1 not

    """
  private static let linesOfJSON = """
    {"line":"2","status":{"code":0,"message":""},"client":"partners/jansen/clients/01kb"}
    {"line":"3","status":{"code":3,"message":"no number"},"client":""}

    """

  private func importingClients(_ fake: FakeServices) -> RPCHandler {
    .bidirectional(ClientServiceMethods.importClients) {
      (
        requests: RequestStream<ImportClientsRequest>, replies: ReplyWriter<ImportClientsResponse>,
        call: ServerCall
      ) in
      var parent = ""
      var bytes = 0
      for try await request in requests {
        if !request.parent.isEmpty { parent = request.parent }
        bytes += request.chunk.count
      }
      try fake.note(ClientServiceMethods.importClients, [parent, String(bytes)], call)
      try await replies.write(
        ImportClientsResponse(line: 2, status: ItemStatus(), client: "partners/jansen/clients/01kb")
      )
      try await replies.write(
        ImportClientsResponse(line: 3, status: ItemStatus(code: 3, message: "no number")))
    }
  }

  @Test func `a call that the service refuses is told in the service's words`() async throws {
    try await inFolder { folder in
      let file = folder.appending(path: "clients.csv")
      try Data(count: 8 << 20).write(to: file)
      let error = await #expect(throws: RPCError.self) {
        _ = try await run(["client", "import", file.path()]) { _ in
          [
            .bidirectional(ClientServiceMethods.importClients) {
              (
                _: RequestStream<ImportClientsRequest>, _: ReplyWriter<ImportClientsResponse>, _
              ) in throw RPCError(.invalidArgument, "the header line is missing")
            }
          ]
        }
      }
      #expect(error?.code == .invalidArgument)
      #expect(error?.message == "the header line is missing")
    }
  }

  @Test func `content is written under its name when it is whole`() async throws {
    try await inFolder { folder in
      let file = folder.appending(path: "out.xml")
      try Data("older".utf8).write(to: file)
      let chunks = [
        ContentChunk(data: Array("<a>".utf8), info: ContentInfo(sizeBytes: 7)),
        ContentChunk(data: Array("</a>".utf8)),
      ]
      let line = ["document", "read", "01kb", "--output", file.path()]
      let printed = try await run(line, token: businessToken) { fake in
        [
          fake.content(
            DocumentServiceMethods.readDocumentContent, ReadDocumentContentRequest.self, chunks)
        ]
      }
      #expect(try String(contentsOf: file, encoding: .utf8) == "<a></a>")
      #expect(printed.hasSuffix("7 B written\n"))
    }
  }

  @Test func `content that breaks off leaves the older file and nothing beside it`() async throws {
    try await inFolder { folder in
      let file = folder.appending(path: "out.xml")
      try Data("older".utf8).write(to: file)
      let line = ["document", "read", "01kb", "--output", file.path()]
      let error = await #expect(throws: RPCError.self) {
        _ = try await run(line, token: businessToken) { _ in [Self.breakingOff] }
      }
      #expect(error?.code == .dataLoss)
      #expect(try String(contentsOf: file, encoding: .utf8) == "older")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["out.xml"])
    }
  }

  private static let breakingOff = RPCHandler.serverStreaming(
    DocumentServiceMethods.readDocumentContent
  ) { (_: ReadDocumentContentRequest, replies: ReplyWriter<ContentChunk>, _: ServerCall) in
    try await replies.write(ContentChunk(data: Array("<a>".utf8)))
    throw RPCError(.dataLoss, "the content is damaged")
  }

  @Test func `a file that cannot be read is named, with the reason`() async {
    let failure = await #expect(throws: Failure.self) {
      _ = try await run(
        ["network", "receive", "/nowhere/x.xml", "--business", "b", "--transmission", "t"])
    }
    #expect(failure?.message == "/nowhere/x.xml cannot be read: No such file or directory")
  }
}

@Suite(.timeLimit(.minutes(1))) struct `Lists of many pages` {
  /// Pages of as many as were asked for, out of 450.
  private static func pages(_ fake: FakeServices) -> [RPCHandler] {
    [
      fake.unary(ClientServiceMethods.listClients, ListClientsRequest.self) { request in
        let first = Int(request.pageToken) ?? 0
        let end = min(first + Int(request.pageSize), 450)
        return ListClientsResponse(
          clients: (first..<end).map { Client(name: "partners/jansen/clients/c\($0)") },
          nextPageToken: end < 450 ? String(end) : "")
      }
    ]
  }

  @Test func `all pages are followed`() async throws {
    let fake = FakeServices()
    let printed = try await run(["client", "list"], fake, Self.pages)
    #expect(printed.split(separator: "\n").count == 451)
    #expect(fake.received.count == 3)
  }

  @Test func `a limit ends the list and asks for no more than it needs`() async throws {
    let fake = FakeServices()
    let printed = try await run(["client", "list", "--limit", "230", "--json"], fake, Self.pages)
    let clients = try JSONSerialization.jsonObject(with: Data(printed.utf8)) as? [Any]
    #expect(clients?.count == 230)
    #expect(fake.received.last?.requests.first?.contains(#""pageSize":30"#) == true)
  }

  @Test func `a service that repeats its page does not hold the tool for ever`() async {
    let failure = await #expect(throws: Failure.self) {
      _ = try await run(["client", "list"]) { fake in
        [
          fake.unary(
            ClientServiceMethods.listClients, ListClientsRequest.self,
            ListClientsResponse(clients: [Client()], nextPageToken: "again"))
        ]
      }
    }
    #expect(failure?.message == "the service gave the same page twice")
  }
}
