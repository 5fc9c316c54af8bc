import ArgumentParser
import Contracts
import NIOCore
import RPC
import RPCServices
import Testing

@testable import Daybook

@Suite(.timeLimit(.minutes(1))) struct Failures {
  @Test(arguments: [
    (RPCError.Code.notFound, ExitKind.notFound), (.permissionDenied, .notPermitted),
    (.unauthenticated, .notPermitted), (.failedPrecondition, .refused), (.aborted, .refused),
    (.alreadyExists, .refused), (.unavailable, .unavailable), (.deadlineExceeded, .unavailable),
    (.invalidArgument, .other), (.internalError, .other), (.unimplemented, .other),
    (.dataLoss, .other), (.resourceExhausted, .other), (.unknown, .other),
  ])
  func `a status has its exit code`(code: RPCError.Code, kind: ExitKind) {
    #expect(Failure(RPCError(code, "words")).kind == kind)
  }

  @Test func `a refused transition says the status and what is allowed, also over the wire`()
    async throws
  {
    let refusal = TransitionRefusal(
      machine: "client", status: "active", event: "invite", allowedEvents: ["archive", "resend"],
      reason: "the client is active")
    let status = GoogleRpcStatus(
      code: 9, message: "the client is active",
      details: [
        GoogleProtobufAny(
          typeUrl: "type.googleapis.com/" + TransitionRefusal.protoName, value: try bytes(refusal))
      ])
    let error = RPCError(.failedPrecondition, "the client is active", details: try bytes(status))
    let failure = await failure(of: ["client", "invite", "01kb"], FakeServices(failing: error))
    #expect(failure?.kind == .refused)
    #expect(failure?.message == "the client is active")
    #expect(failure?.details == ["status: active", "allowed now: archive, resend"])
  }

  @Test func `fields and rules that are wrong stand below the error`() async {
    let error = RPCError.detailed(
      .failedPrecondition, "the fields make no e-invoice", reason: "RULES",
      fieldViolations: [.init("client.contact_email", "is no address")],
      preconditionViolations: [.init(type: "RULE", subject: "BR-06", "The seller has a name")],
      retryDelay: .seconds(5))
    let failure = await failure(of: ["client", "show", "01kb"], FakeServices(failing: error))
    #expect(
      failure?.details == [
        "client.contact_email: is no address", "BR-06: The seller has a name",
        "try again after 5 s",
      ])
  }

  @Test func `without a token, the way to one is told`() {
    let failure = Failure(RPCError(.unauthenticated, "a token is needed"))
    #expect(failure.details == ["a token comes from --token-file or DAYBOOK_TOKEN_FILE"])
  }

  @Test func `a service that is not there is unavailable and named by its address`() async throws {
    let command = try #require(
      try DaybookCommand.parseAsRoot(
        ["client", "show", "a/b", "--plaintext", "--client-link", "127.0.0.1:1"])
        as? ClientShow)
    let services = try Services(command.connection, environment: [:], output: Output(json: false))
    let error = await #expect(throws: (any Error).self) { try await command.run(services) }
    await services.close()
    let failure = Failure(try #require(error))
    #expect(failure.kind == .unavailable)
    #expect(failure.message.contains("127.0.0.1:1"))
  }

  @Test(arguments: [
    ["client", "nonsense"], ["client", "list", "--nonsense"], ["client", "list", "--limit", "0"],
    ["client", "list", "--tab", "old"], ["document", "approve", "a", "b", "--etag", "x"],
    ["client", "delete", "a", "--request-id", "1"], ["client", "list", "--certificate", "x"],
    ["client", "list", "--token", "a", "--token-file", "b"], ["document", "update", "a"],
    ["client", "list", "--timeout", "-1"],
    ["integration", "update", "a", "--path", "x", "--url", "y"],
  ])
  func `what the parser refuses is one line, usage and 64`(line: [String]) {
    let error = #expect(throws: (any Error).self) { _ = try DaybookCommand.parseAsRoot(line) }
    let failure = error.map { Failure($0) }
    #expect(failure?.kind == .usage)
    #expect(failure?.message.contains("Error:") == false)
    #expect(failure?.message.contains("\n") == false)
  }

  @Test func `help is no failure`() throws {
    var help = try DaybookCommand.parseAsRoot(["client", "--help"])
    let error = #expect(throws: (any Error).self) { try help.run() }
    let failure = error.map { Failure($0) }
    #expect(failure?.kind == .done)
    #expect(failure?.message.contains("USAGE: daybook client <subcommand>") == true)
  }

  @Test func `a bulk answer that is not whole has a code of its own`() throws {
    try Failure.checkAll([nil, ItemStatus()], "invited")
    let failure = #expect(throws: Failure.self) {
      try Failure.checkAll([ItemStatus(), ItemStatus(code: 9, message: "x")], "invited")
    }
    #expect(failure?.kind == .partly)
    #expect(failure?.message == "1 of 2 were not invited")
  }

  private func failure(of line: [String], _ fake: FakeServices) async -> Failure? {
    let error = await #expect(throws: (any Error).self) { _ = try await run(line, fake) }
    return error.map { Failure($0) }
  }

  private func bytes(_ message: some WireMessage) throws -> [UInt8] {
    var buffer = ByteBuffer()
    try message.appendWireBytes(to: &buffer)
    return Array(buffer.readableBytesView)
  }
}
