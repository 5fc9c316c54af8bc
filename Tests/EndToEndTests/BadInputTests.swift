import Contracts
import Foundation
import Identity
import NIOCore
import RPC
import Testing

/// Bad input of every kind, against the real executables: a clear error with the right code, nothing
/// half done, and the processes stay up.
@Suite(.serialized) struct `Bad input` {
  @Test(.timeLimit(.minutes(4)))
  func `is refused clearly, and the services stay up`() async throws {
    try await Platform.run { platform in
      let story = try await Story(on: platform, index: 50)
      try await story.play(upTo: "read the mail")
      try await Self.tokens(platform, story)
      try await Self.wire(platform, story)
      try await Self.invitations(platform, story)
      try await Self.documents(platform, story)
      try await Self.webhooks(platform, story)
      for service in platform.services { #expect(service.isRunning, "\(service.name)") }
      try await story.business.links.channel.health()
    }
  }

  /// Forged, expired, foreign and missing tokens.
  private static func tokens(_ platform: Platform, _ story: Story) async throws {
    let user = story.firm.user
    let foreign = TokenSigner(key: try SigningKey(), issuer: Platform.issuer)
    let stranger = TokenSigner(key: platform.keys.signingKey, issuer: "https://elsewhere.example")
    let signer = TokenSigner(key: platform.keys.signingKey, issuer: Platform.issuer)
    let good = try await signer.sign(user)
    let longAgo = WallClock.now() - 7_200_000_000
    let bad = [
      "another key": try await foreign.sign(user), "another issuer": try await stranger.sign(user),
      "expired": try await signer.sign(user, lifetime: 3600, now: longAgo),
      "cut off": String(good.dropLast(10)), "no token": "none", "empty": "",
    ]
    let request = GetClientRequest(name: story.client.name)
    for (name, token) in bad {
      let options = CallOptions(metadata: ["authorization": "Bearer \(token)"])
      let error = await failure { try await story.firm.clients.getClient(request, options) }
      #expect(error?.code == .unauthenticated, "\(name): \(error as Any)")
    }
    let nobody = await failure { try await story.firm.clients.getClient(request) }
    #expect(nobody?.code == .unauthenticated)
    // Another firm's user is told the same of what is there and of what is nowhere.
    let other = try await Person.partner(platform, space: "another-firm")
    let there = await failure { try await other.clients.getClient(request, other.options) }
    let missing = story.client.name.dropLast(2) + "00"
    let nowhere = await failure {
      try await other.clients.getClient(GetClientRequest(name: String(missing)), other.options)
    }
    #expect(there?.code == .notFound && nowhere?.code == .notFound)
    #expect(
      there?.message.replacing(story.client.name, with: "X")
        == nowhere?.message.replacing(missing, with: "X"))
  }

  /// Malformed protobuf and unknown methods.
  private static func wire(_ platform: Platform, _ story: Story) async throws {
    let channel = story.firm.clients.channel
    let malformed: [[UInt8]] = [
      [0x0a], [0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f], [0x0a, 2, 0xc3, 0x28],
      [0x0a, 3, 0x61, 0, 0x62],
      Array(repeating: 0x0b, count: 1_000),
      [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1],
    ]
    for bytes in malformed {
      let error = await failure {
        try await channel.unary(
          ClientServiceMethods.getClient, RawMessage(bytes), story.firm.options, as: RawMessage.self
        )
      }
      #expect(
        error?.code == .invalidArgument || error?.code == .resourceExhausted,
        "\(bytes.prefix(8)): \(error as Any)")
    }
    let unknown = RPCMethod(
      service: "daybook.clientlink.v1alpha.ClientService", name: "Burn", kind: .unary,
      idempotency: .unknown)
    let error = await failure {
      try await channel.unary(unknown, RawMessage([]), story.firm.options, as: RawMessage.self)
    }
    #expect(error?.code == .unimplemented)
  }

  /// A token that was never given out, one that is void, a space whose number differs, a used one.
  private static func invitations(_ platform: Platform, _ story: Story) async throws {
    let business = story.business
    func accept(_ token: String, by person: Person) async -> RPCError? {
      await failure {
        try await person.links.acceptInvitation(
          AcceptInvitationRequest(parent: person.space, token: token, consent: true),
          person.options)
      }
    }
    let first = try #require(try platform.mail.token(to: story.client.contactEmail))
    let invented = String(first.dropLast(4)) + "0000"
    #expect(await accept(invented, by: business)?.code == .notFound)
    _ = try await story.firm.clients.resendInvitation(
      ResendInvitationRequest(name: story.client.name), story.firm.options)
    try await eventually("the second mail") {
      try platform.mail.token(to: story.client.contactEmail) != first
    }
    #expect(await accept(first, by: business)?.code == .failedPrecondition)
    let second = try #require(try platform.mail.token(to: story.client.contactEmail))
    let wrong = try await Person.business(
      platform, space: "another-business", number: Story.number(51))
    #expect(await accept(second, by: wrong)?.code == .failedPrecondition)
    let unwilling = await failure {
      try await business.links.acceptInvitation(
        AcceptInvitationRequest(parent: business.space, token: second), business.options)
    }
    #expect(unwilling?.code == .failedPrecondition)
    #expect(await accept(second, by: business) == nil)
    // Used: the linked business is answered as before, anybody else is refused.
    #expect(await accept(second, by: business) == nil)
    #expect(await accept(second, by: wrong)?.code == .failedPrecondition)
  }

  /// Files that are no documents: none of them leaves one behind.
  private static func documents(_ platform: Platform, _ story: Story) async throws {
    let business = story.business
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "\(String(repeating: "x", count: 1_000))">]>
      <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">&b;&b;</Invoice>
      """
    let external = """
      <?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>
      <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">&b;</Invoice>
      """
    let pdf = try Samples.pdf(unique: "cut")
    let bad: [String: [UInt8]] = [
      "empty": [], "text": Array("no document".utf8), "a PDF cut off": Array(pdf.prefix(900)),
      "a bomb": Array(bomb.utf8), "an external entity": Array(external.utf8),
      "another XML": Array("<a xmlns='urn:x'/>".utf8),
    ]
    for (name, bytes) in bad {
      let error = await failure {
        try await business.importDocument(bytes, kind: .purchaseInvoice, fileName: "file")
      }
      #expect(error?.code == .invalidArgument, "\(name): \(error as Any)")
      #expect(error?.message.contains("root:") != true)
    }
    let list = try await business.documents.listDocuments(
      ListDocumentsRequest(parent: business.space), business.options)
    #expect(list.documents.isEmpty)
    let huge = await failure {
      try await business.importDocument(
        Array(repeating: 0x20, count: 21 << 20), kind: .purchaseInvoice, fileName: "huge.pdf")
    }
    #expect(huge?.code == .resourceExhausted || huge?.code == .invalidArgument, "\(huge as Any)")
  }

  /// Addresses that a webhook must not reach; the platform allows 127.0.0.0/8 and nothing else.
  private static func webhooks(_ platform: Platform, _ story: Story) async throws {
    let business = story.business
    for url in ["http://10.1.2.3/x", "http://[::1]:9/x", "http://169.254.169.254/latest"] {
      let made = try await business.integrations.createIntegration(
        CreateIntegrationRequest(
          parent: business.space,
          integration: Integration(
            connector: "webhook", displayName: url,
            configuration: .webhook(
              WebhookConfiguration(url: url, secret: platform.webhook.secret)))),
        business.options)
      _ = try await business.integrations.activateIntegration(
        ActivateIntegrationRequest(name: made.name), business.options)
    }
    let document = try await business.importDocument(
      try Samples.ubl(number: "ADDRESSES-1", buyer: Story.number(50)), kind: .purchaseInvoice,
      fileName: "invoice.xml")
    _ = try await business.documents.approveDocument(
      ApproveDocumentRequest(name: document.name, etag: document.etag), business.options)
    try await eventually("the three deliveries fail for good") {
      let found = try await business.deliveries.listDeliveries(
        ListDeliveriesRequest(parent: business.space), business.options)
      return found.deliveries.count == 3 && found.deliveries.allSatisfy { $0.status == .failed }
    }
  }
}

/// Bytes that are no message of anybody's.
struct RawMessage: WireMessage {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init(wireBytes: UnsafeRawBufferPointer) throws(RPCError) { bytes = unsafe Array(wireBytes) }

  func appendWireBytes(to buffer: inout ByteBuffer) throws(RPCError) { buffer.writeBytes(bytes) }
}

extension RPCChannel {
  /// Asks the standard health service; throws unless it serves.
  func health() async throws {
    let answer = try await GrpcHealthV1HealthClient(self).check(GrpcHealthV1HealthCheckRequest())
    guard answer.status == .serving else { throw TestFailure("not serving: \(answer.status)") }
  }
}
