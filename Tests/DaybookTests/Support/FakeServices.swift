import ArgumentParser
import Contracts
import Protobuf
import RPC
import Synchronization

@testable import Daybook

/// All three services as one server that keeps what it was asked and answers what it was told to.
final class FakeServices: Sendable {
  struct Call: Sendable, Equatable {
    let method: String
    /// Every request message, as JSON.
    let requests: [String]
    let authorization: String?
  }

  private let calls = Mutex<[Call]>([])
  private let failure: RPCError?

  /// - Parameter failure: What every call ends with, instead of an answer.
  init(failing failure: RPCError? = nil) { self.failure = failure }

  var received: [Call] { calls.withLock { $0 } }

  func unary<Q: ProtobufMessage & WireMessage, R: WireMessage>(
    _ method: RPCMethod, _: Q.Type, _ answer: @escaping @Sendable (Q) -> R
  ) -> RPCHandler {
    .unary(method) { (request: Q, call: ServerCall) -> R in
      try self.note(method, [JSONText.of(request)], call)
      return answer(request)
    }
  }

  /// Answers with the type's empty message.
  func unary<Q: ProtobufMessage & WireMessage, R: WireMessage & Sendable>(
    _ method: RPCMethod, _ request: Q.Type, _ answer: R
  ) -> RPCHandler {
    unary(method, request) { _ in answer }
  }

  func content<Q: ProtobufMessage & WireMessage>(
    _ method: RPCMethod, _: Q.Type, _ chunks: [ContentChunk]
  ) -> RPCHandler {
    .serverStreaming(method) { (request: Q, replies: ReplyWriter<ContentChunk>, call: ServerCall) in
      try self.note(method, [JSONText.of(request)], call)
      for chunk in chunks { try await replies.write(chunk) }
    }
  }

  /// Answers with a stream.
  func stream<Q: ProtobufMessage & WireMessage, R: WireMessage & Sendable>(
    _ method: RPCMethod, _: Q.Type, of replies: R.Type, _ answers: [R] = []
  ) -> RPCHandler {
    .serverStreaming(method) { (request: Q, replies: ReplyWriter<R>, call: ServerCall) in
      try self.note(method, [JSONText.of(request)], call)
      for answer in answers { try await replies.write(answer) }
    }
  }

  func note(_ method: RPCMethod, _ requests: [String], _ call: ServerCall) throws {
    calls.withLock {
      $0.append(
        Call(
          method: method.name, requests: requests,
          authorization: call.metadata["authorization"]))
    }
    if let failure { throw failure }
  }
}

/// What a command printed, in order.
final class Printed: Sendable {
  private let pieces = Mutex<[String]>([])

  var text: String { pieces.withLock { $0.joined() } }

  func output(json: Bool) -> Output {
    Output(json: json) { text in self.pieces.withLock { $0.append(text) } }
  }
}

private struct Handlers: RPCService {
  let handlers: [RPCHandler]
}

/// Runs a command against a fake of all services; gives what it printed.
func run(
  _ line: [String], token: String? = partnerToken, _ fake: FakeServices = FakeServices(),
  printed: Printed = Printed(),
  _ handlers: (FakeServices) -> [RPCHandler] = { $0.all }
) async throws -> String {
  let server = RPCServer(services: [Handlers(handlers: handlers(fake))])
  let port = try await server.start(host: "127.0.0.1", port: 0)
  let address = "127.0.0.1:\(port)"
  let options =
    ["--client-link", address, "--document-status", address, "--integration-dispatch", address]
    + ["--plaintext"] + (token.map { ["--token", $0] } ?? [])
  let result: Result<String, any Error>
  do {
    result = .success(try await answer(line + options, printed))
  } catch {
    result = .failure(error)
  }
  await server.stop(grace: .seconds(1))
  return try result.get()
}

private func answer(_ line: [String], _ printed: Printed) async throws -> String {
  guard let command = try DaybookCommand.parseAsRoot(line) as? any ServiceCommand else {
    throw Failure(.other, "\(line) calls no service")
  }
  let services = try Services(
    command.connection, environment: [:],
    output: printed.output(json: command.connection.json))
  do {
    try await command.run(services)
    await services.close()
  } catch {
    await services.close()
    throw error
  }
  return printed.text
}

/// Tokens as far as the tool reads them: header and signature do not matter here.
let partnerToken = "e30.eyJzcGFjZSI6ImphbnNlbiIsInNwYWNlX2tpbmQiOiJwYXJ0bmVyIn0.c2ln"
let businessToken = "e30.eyJzcGFjZSI6ImJha2VyeSIsInNwYWNlX2tpbmQiOiJidXNpbmVzcyJ9.c2ln"
let backOfficeToken =
  "e30.eyJzcGFjZSI6InBsYXRmb3JtIiwic3BhY2Vfa2luZCI6ImJhY2tfb2ZmaWNlIn0.c2ln"
