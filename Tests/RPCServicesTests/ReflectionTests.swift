import Contracts
import RPC
import RPCServices
import Testing

@Suite("Reflection", .timeLimit(.minutes(1))) struct ReflectionTests {
  private static let client = "daybook.clientlink.v1alpha.ClientService"

  private typealias Ask = ReflectionService.Request.MessageRequest
  private typealias Answer = ReflectionService.Response.MessageResponse

  /// Asks a real server, by either version's path.
  private func answers(
    _ asked: [Ask],
    version: RPCMethod = GrpcReflectionV1ServerReflectionMethods.serverReflectionInfo
  ) async throws -> [Answer?] {
    let server = RPCServer(services: [ReflectionService(services: [Self.client])])
    let port = try await server.start(host: "127.0.0.1", port: 0)
    let channel = RPCChannel(target: "127.0.0.1:\(port)")
    let (requests, replies) = try await channel.bidirectional(
      version, CallOptions(timeout: .seconds(20)), requests: ReflectionService.Request.self,
      as: ReflectionService.Response.self)
    for ask in asked {
      try await requests.write(ReflectionService.Request(host: "here", messageRequest: ask))
    }
    await requests.finish()
    var answers: [Answer?] = []
    for try await reply in replies {
      #expect(reply.validHost == "here")
      #expect(reply.originalRequest?.messageRequest == asked[answers.count])
      answers.append(reply.messageResponse)
    }
    await channel.close()
    await server.stop(grace: .zero)
    return answers
  }

  private func files(_ answer: Answer??) -> [[UInt8]] {
    guard case .fileDescriptorResponse(let response)?? = answer else { return [] }
    return response.fileDescriptorProto
  }

  private func errorCode(_ answer: Answer??) -> Int32? {
    guard case .errorResponse(let error)?? = answer else { return nil }
    return error.errorCode
  }

  @Test(
    "It lists the services, in both versions",
    arguments: [
      GrpcReflectionV1ServerReflectionMethods.serverReflectionInfo,
      GrpcReflectionV1alphaServerReflectionMethods.serverReflectionInfo,
    ])
  func list(version: RPCMethod) async throws {
    guard
      case .listServicesResponse(let list)?? =
        try await answers([.listServices("")], version: version).first
    else {
      Issue.record("no list")
      return
    }
    #expect(
      list.service.map(\.name) == [
        Self.client, "grpc.reflection.v1.ServerReflection",
        "grpc.reflection.v1alpha.ServerReflection",
      ])
  }

  @Test("A symbol's file comes with all that it imports")
  func symbols() async throws {
    let declaring = try #require(ProtoFile.all.first { $0.services.contains(Self.client) })
    for symbol in [Self.client, "\(Self.client).GetClient", "daybook.clientlink.v1alpha.Client"] {
      let found = files(try await answers([.fileContainingSymbol(symbol)]).first)
      #expect(found.first == declaring.descriptor)
      let imported = ProtoFile.all.filter { declaring.imports.contains($0.name) }
      #expect(imported.count == declaring.imports.count)
      for file in imported { #expect(found.contains(file.descriptor), "\(file.name)") }
      #expect(Set(found).count == found.count)
    }
  }

  @Test("A file is found by its name")
  func names() async throws {
    let name = "daybook/clientlink/v1alpha/client.proto"
    #expect(!files(try await answers([.fileByFilename(name)]).first).isEmpty)
  }

  @Test(
    "What the server does not have is NOT_FOUND and the stream goes on",
    arguments: [
      Ask.fileByFilename("daybook/documentstatus/v1alpha/document.proto"),
      .fileByFilename(""), .fileContainingSymbol("daybook.documentstatus.v1alpha.Document"),
      .fileContainingSymbol("Nothing"), .allExtensionNumbersOfType("google.protobuf.MethodOptions"),
    ])
  private func missing(ask: Ask) async throws {
    let answers = try await answers([ask, .listServices("")])
    #expect(errorCode(answers.first) == 5)
    #expect(answers.count == 2)
  }
}
