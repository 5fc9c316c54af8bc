import Contracts
import RPC
import Testing

@Suite struct `The index of all proto files` {
  @Test func `a method has its path, its shape and its idempotency`() {
    #expect(TestingShapesMethods.one.path == "/testing.Shapes/One")
    #expect(
      TestingShapesMethods.all.map(\.kind) == [
        .unary, .serverStreaming, .clientStreaming, .bidirectional,
      ])
    #expect(
      TestingShapesMethods.all.map(\.idempotency) == [
        .noSideEffects, .unknown, .idempotent, .unknown,
      ])
  }

  @Test func `a server handles every method of its service`() {
    #expect(Shapes().handlers.map(\.method) == TestingShapesMethods.all)
  }

  @Test func `every method of our own services says whether it may be called again`() {
    #expect(!AllMethods.all.isEmpty)
    for method in AllMethods.all {
      #expect(method.service.hasPrefix("daybook."))
      #expect(method.idempotency != .unknown, "\(method.path)")
    }
    #expect(Set(AllMethods.all.map(\.path)).count == AllMethods.all.count)
  }

  @Test func `every service is in one file, whose descriptor names it`() throws {
    for service in Set(AllMethods.all.map(\.service)) {
      let files = ProtoFile.all.filter { $0.services.contains(service) }
      let file = try #require(files.first)
      #expect(files.count == 1)
      let name = try #require(service.split(separator: ".").last)
      #expect(file.descriptor.starts(with: [0x0A, UInt8(file.name.utf8.count)] + file.name.utf8))
      #expect(file.descriptor.firstRange(of: Array(name.utf8)) != nil)
      #expect(file.symbols.contains(service))
    }
  }

  @Test func `a file stands after those it imports`() {
    var known: Set<String> = []
    for file in ProtoFile.all {
      #expect(known.isSuperset(of: file.imports), "\(file.name)")
      known.insert(file.name)
    }
    #expect(known.contains("google/protobuf/descriptor.proto"))
  }
}

private struct Shapes: TestingShapesServer {
  func one(_ request: TestingEcho, _ call: ServerCall) async throws -> TestingScalars {
    TestingScalars(string: request.id)
  }

  func down(
    _ request: TestingEcho, _ replies: ReplyWriter<TestingScalars>, _ call: ServerCall
  ) async throws {
    try await replies.write(TestingScalars(string: request.id))
  }

  func up(
    _ requests: RequestStream<TestingEcho>, _ call: ServerCall
  ) async throws -> TestingScalars {
    TestingScalars()
  }

  func both(
    _ requests: RequestStream<TestingEcho>, _ replies: ReplyWriter<TestingScalars>,
    _ call: ServerCall
  ) async throws {}
}
