package import Contracts
package import RPC

/// The standard reflection service, grpc.reflection.v1 and v1alpha: what a server serves, as its
/// proto files say it, for tools such as grpcurl.
///
/// It hands out the proto files of the services that it is told of and what those import, and no
/// others. Both versions have the same messages on the wire.
package struct ReflectionService: RPCService {
  package typealias Request = GrpcReflectionV1ServerReflectionRequest
  package typealias Response = GrpcReflectionV1ServerReflectionResponse

  private let services: [String]
  private let files: [String: ProtoFile]
  /// Where each message, enum, service and method is declared.
  private let fileNames: [String: String]

  /// - Parameter services: full names of the services that the server has.
  package init(services: some Sequence<String>) {
    let methods = [
      GrpcReflectionV1ServerReflectionMethods.serverReflectionInfo,
      GrpcReflectionV1alphaServerReflectionMethods.serverReflectionInfo,
    ]
    let names = Set(services).union(methods.map(\.service))
    self.services = names.sorted()
    var found: [String: ProtoFile] = [:]
    // A file stands behind those it imports, so from the end each is seen after what needs it.
    for file in ProtoFile.all.reversed()
    where !names.isDisjoint(with: file.services)
      || found.values.contains(where: { $0.imports.contains(file.name) })
    {
      found[file.name] = file
    }
    files = found
    var fileNames: [String: String] = [:]
    for file in found.values {
      for symbol in file.symbols { fileNames[symbol] = file.name }
    }
    self.fileNames = fileNames
  }

  package var handlers: [RPCHandler] {
    [
      .bidirectional(GrpcReflectionV1ServerReflectionMethods.serverReflectionInfo, answerAll),
      .bidirectional(GrpcReflectionV1alphaServerReflectionMethods.serverReflectionInfo, answerAll),
    ]
  }

  @Sendable private func answerAll(
    _ requests: RequestStream<Request>, _ replies: ReplyWriter<Response>, _ call: ServerCall
  ) async throws {
    for try await request in requests {
      let reply = Response(
        validHost: request.host, originalRequest: request, messageResponse: answer(request))
      try await replies.write(reply)
    }
  }

  private func answer(_ request: Request) -> Response.MessageResponse {
    switch request.messageRequest {
    case .fileByFilename(let name):
      descriptors(of: name) ?? .error(.notFound, "this server has no proto file of that name")
    case .fileContainingSymbol(let symbol):
      fileNames[symbol].flatMap(descriptors)
        ?? .error(.notFound, "no proto file of this server declares that symbol")
    case .listServices:
      .listServicesResponse(
        GrpcReflectionV1ListServiceResponse(
          service: services.map { GrpcReflectionV1ServiceResponse(name: $0) }))
    case .fileContainingExtension, .allExtensionNumbersOfType:
      .error(.notFound, "this server's messages have no extensions")
    case nil:
      .error(.invalidArgument, "the request asks for nothing")
    }
  }

  /// A file with all it imports, so that a client need not ask for them one by one.
  private func descriptors(of name: String) -> Response.MessageResponse? {
    guard files[name] != nil else { return nil }
    var names = [name]
    var index = 0
    while index < names.count {
      for name in files[names[index]]?.imports ?? [] where !names.contains(name) {
        names.append(name)
      }
      index += 1
    }
    return .fileDescriptorResponse(
      GrpcReflectionV1FileDescriptorResponse(
        fileDescriptorProto: names.compactMap { files[$0]?.descriptor }))
  }
}

extension GrpcReflectionV1ServerReflectionResponse.MessageResponse {
  fileprivate static func error(_ code: RPCError.Code, _ message: String) -> Self {
    .errorResponse(
      GrpcReflectionV1ErrorResponse(errorCode: Int32(code.rawValue), errorMessage: message))
  }
}
