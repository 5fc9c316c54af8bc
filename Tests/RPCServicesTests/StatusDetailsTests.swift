import Contracts
import RPC
import Testing

@testable import RPCServices

@Suite("Status details") struct StatusDetailsTests {
  static let full = RPCError.detailed(
    .failedPrecondition, "the client is archived", reason: "EVENT_NOT_ALLOWED",
    metadata: ["status": "archived", "allowed": "invite,delete"],
    fieldViolations: [.init("client.contact_email", "has no domain")],
    preconditionViolations: [.init(type: "STATUS", subject: "clients/7", "is archived")],
    retryDelay: .milliseconds(1_500))

  @Test("Details come back as they were sent")
  func roundTrip() throws {
    #expect(Self.full.code == .failedPrecondition)
    #expect(Self.full.message == "the client is archived")
    let details = try #require(Self.full.statusDetails)
    #expect(
      details
        == StatusDetails(
          reason: "EVENT_NOT_ALLOWED",
          metadata: ["status": "archived", "allowed": "invite,delete"],
          fieldViolations: [.init("client.contact_email", "has no domain")],
          preconditionViolations: [.init(type: "STATUS", subject: "clients/7", "is archived")],
          retryDelay: .milliseconds(1_500)))
  }

  @Test("The bytes are a google.rpc.Status of typed messages, each only where there is something")
  func wire() throws {
    let status = try unsafe Self.full.details.withUnsafeBytes {
      unsafe try GoogleRpcStatus(wireBytes: $0)
    }
    #expect(status.code == 9)
    #expect(status.message == "the client is archived")
    #expect(
      status.details.map(\.typeUrl) == [
        "type.googleapis.com/google.rpc.ErrorInfo",
        "type.googleapis.com/google.rpc.BadRequest",
        "type.googleapis.com/google.rpc.PreconditionFailure",
        "type.googleapis.com/google.rpc.RetryInfo",
      ])
    let plain = RPCError.detailed(.notFound, "no such client", reason: "NO_CLIENT")
    let few = try unsafe plain.details.withUnsafeBytes {
      unsafe try GoogleRpcStatus(wireBytes: $0)
    }
    #expect(few.details.map(\.typeUrl) == ["type.googleapis.com/google.rpc.ErrorInfo"])
  }

  @Test("Details too long to travel keep the reason and the first violations")
  func long() throws {
    let violations = (0..<1_000).map {
      StatusDetails.FieldViolation("lines[\($0)].amount", "is no amount")
    }
    let error = RPCError.detailed(
      .invalidArgument, "lines are wrong", reason: "INVALID_LINES", fieldViolations: violations)
    #expect(error.details.count <= StatusCoding.maximumBytes)
    let details = try #require(error.statusDetails)
    #expect(details.reason == "INVALID_LINES")
    #expect((50..<1_000).contains(details.fieldViolations.count))
    #expect(details.fieldViolations == Array(violations.prefix(details.fieldViolations.count)))
  }

  @Test(
    "One thing that is too long alone is left out, and the code and message still travel",
    arguments: [
      RPCError.detailed(
        .aborted, "m", reason: "R", metadata: ["k": String(repeating: "x", count: 9_000)]),
      RPCError.detailed(
        .aborted, "m", reason: "R",
        fieldViolations: [.init("f", String(repeating: "x", count: 9_000))]),
    ])
  func oneTooLong(error: RPCError) {
    #expect(error.statusDetails == StatusDetails(reason: "R"))
  }

  @Test("A message that is too long alone has no details")
  func hugeMessage() {
    let message = String(repeating: "x", count: 9_000)
    let error = RPCError.detailed(.aborted, message, reason: "R", metadata: ["a": "b"])
    #expect(error.details.isEmpty)
    #expect(error.message == message)
  }

  @Test(
    "Details that are none, or not of this kind, are nil or empty",
    arguments: [[], [0xFF], [0x0A, 0x7F], Array(repeating: 0x42, count: 100)] as [[UInt8]])
  func unreadable(bytes: [UInt8]) {
    let details = RPCError(.unknown, "", details: bytes).statusDetails
    #expect(details == nil || details == StatusDetails(domain: ""))
  }
}
