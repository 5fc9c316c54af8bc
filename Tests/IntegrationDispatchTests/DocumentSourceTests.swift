import Contracts
import Crypto
import RPC
import Testing

@testable import IntegrationDispatch

/// document-status as far as it is asked here; the document's id says how it behaves.
private struct Shelf: DocumentSourceServiceServer {
  func getDocumentState(
    _ request: GetDocumentStateRequest, _ call: ServerCall
  ) async throws -> GetDocumentStateResponse {
    switch request.name.split(separator: "/").last {
    case "awaiting": return GetDocumentStateResponse(status: .awaitingValidation)
    case "paid": return GetDocumentStateResponse(status: .fullyPaid)
    case "unpaid": return GetDocumentStateResponse(status: .unpaid)
    case "broken": throw RPCError(.internalError, "broken")
    default: throw RPCError(.notFound, "nowhere")
    }
  }

  func readSourceContent(
    _ request: ReadSourceContentRequest, _ replies: ReplyWriter<ContentChunk>, _ call: ServerCall
  ) async throws {
    let name = request.name.split(separator: "/").last
    if name == "missing" { throw RPCError(.notFound, "nowhere") }
    if name == "forged" {
      try await replies.write(ContentChunk(data: Array("HELLO world".utf8)))
    } else if name == "endless" {
      while true {
        try await replies.write(ContentChunk(data: [UInt8](repeating: 1, count: 65_536)))
      }
    } else {
      for part in ["hello ", "world"] {
        try await replies.write(ContentChunk(data: Array(part.utf8)))
      }
    }
  }
}

@Suite struct DocumentSourceTests {
  private func withSource<Answer: Sendable>(
    _ body: (DocumentSource) async throws -> Answer
  ) async throws -> Answer {
    let server = RPCServer(services: [Shelf()])
    let port = try await server.start(host: "127.0.0.1", port: 0)
    let channel = RPCChannel(target: "127.0.0.1:\(port)")
    let source = DocumentSource(
      client: DocumentSourceServiceClient(channel), fileLimit: 100, timeout: .seconds(10))
    let answer: Result<Answer, any Error>
    do { answer = .success(try await body(source)) } catch { answer = .failure(error) }
    await channel.close()
    await server.stop(grace: .seconds(1))
    return try answer.get()
  }

  private func name(_ document: String) -> DocumentName {
    DocumentName(business: "bakery", document: document)
  }

  private func file(size: Int64 = 11) -> ApprovedFile {
    ApprovedFile(
      part: .original, sha256: Hex.text(SHA256.hash(data: Array("hello world".utf8))), size: size,
      mediaType: "application/pdf")
  }

  @Test(
    arguments: [
      ("awaiting", false), ("paid", true), ("unpaid", true), ("unknown", nil),
    ] as [(String, Bool?)])
  func `Approved is what is unpaid or paid`(document: String, expected: Bool?) async throws {
    #expect(try await withSource { try await $0.isApproved(name(document)) } == expected)
  }

  @Test func `A status that cannot be had is UNAVAILABLE`() async throws {
    #expect(
      await code { _ = try await withSource { try await $0.isApproved(name("broken")) } }
        == .unavailable)
  }

  @Test func `A file is read whole`() async throws {
    let bytes = try await withSource { try await $0.read(file(), of: name("good")) }
    #expect(bytes == Array("hello world".utf8))
  }

  @Test(arguments: [
    ("missing", Int64(11), true), ("forged", 11, true), ("good", 10, true), ("endless", 11, true),
    ("good", 101, false),
  ])
  func `What is not what was approved is not delivered`(
    document: String, size: Int64, isPassing: Bool
  ) async throws {
    let fault = await #expect(throws: ContentFault.self) {
      try await withSource { try await $0.read(file(size: size), of: name(document)) }
    }
    #expect(fault?.isPassing == isPassing)
  }
}
