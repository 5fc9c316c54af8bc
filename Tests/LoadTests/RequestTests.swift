import Contracts
import RPC
import Testing

@testable import DaybookLoad

/// The bytes of a request that was written as JSON, read again by protobuf-c.
private func wire<Message: WireMessage>(
  _ json: String, _ name: String, as _: Message.Type, number: Int = 0
) throws -> Message {
  let encoder = RequestEncoder(schema: try .daybook())
  let template = try encoder.template(try JSONValue(text: json), name)
  return unsafe try template.request(number).withUnsafeBytes { try unsafe Message(wireBytes: $0) }
}

@Suite struct `Requests in JSON` {
  @Test func `become what the generated messages read`() throws {
    let request = try wire(
      """
      {"parent": "partners/acme",
       "client": {"display_name": "Bäckerei {Nord}", "contactEmail": "a@b.example",
                  "status": "CLIENT_STATUS_ACTIVE", "create_time": "2026-11-21T08:30:00.25+01:00",
                  "setup": {"subscription_plan": "standard", "accountants": ["eve", "ann"]}},
       "request_id": null}
      """, "daybook.clientlink.v1alpha.CreateClientRequest", as: CreateClientRequest.self)
    #expect(
      request
        == CreateClientRequest(
          parent: "partners/acme",
          client: Client(
            displayName: "Bäckerei {Nord}", contactEmail: "a@b.example", status: .active,
            setup: ClientSetup(subscriptionPlan: "standard", accountants: ["eve", "ann"]),
            createTime: GoogleProtobufTimestamp(seconds: 1_795_246_200, nanos: 250_000_000))))
  }

  @Test func `bytes are base64 and numbers may stand in quotes`() throws {
    let result = try wire(
      #"{"line": "9007199254740993", "status": {"code": -3, "message": "no"}}"#,
      "daybook.clientlink.v1alpha.ImportClientsResponse", as: ImportClientsResponse.self)
    #expect(result.line == 9_007_199_254_740_993)
    #expect(result.status?.code == -3)
    let chunk = try wire(
      #"{"chunk": "AP8Q"}"#, "daybook.clientlink.v1alpha.ImportClientsRequest",
      as: ImportClientsRequest.self)
    #expect(chunk.chunk == [0, 255, 16])
  }

  @Test(arguments: [
    ("0s", 0, 0), ("3s", 3, 0), ("-1.5s", -1, -500_000_000), ("0.000000001s", 0, 1),
  ])
  func `a duration is a number of seconds`(text: String, seconds: Int64, nanos: Int32) throws {
    let span = try wire(
      "\"\(text)\"", "google.protobuf.Duration", as: GoogleProtobufDuration.self)
    #expect(span == GoogleProtobufDuration(seconds: seconds, nanos: nanos))
  }

  @Test func `marks are each call's own, also deep inside`() throws {
    let json = #"{"client": {"display_name": "Client {number}!"}, "requestId": "{unique}"}"#
    let requests = try [7, 7, 12_345_678_901].map {
      try wire(
        json, "daybook.clientlink.v1alpha.CreateClientRequest", as: CreateClientRequest.self,
        number: $0)
    }
    #expect(
      requests.map { $0.client?.displayName } == [
        "Client 0000000007!", "Client 0000000007!", "Client 2345678901!",
      ])
    #expect(Set(requests.map(\.requestId)).count == 3)
    #expect(
      requests.allSatisfy {
        $0.requestId.wholeMatch(of: #/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/#) != nil
      })
  }

  @Test(arguments: [
    (#"{"parentt": "x"}"#, "has no parentt; it has parent, client, request_id"),
    (#"{"parent": 5}"#, "parent is a string"),
    (#"{"client": {"status": "NONE"}}"#, "status is one of CLIENT_STATUS_UNSPECIFIED"),
    (#"{"client": []}"#, "is an object"),
    (#"{"client": {"create_time": "yesterday"}}"#, "a Timestamp is like"),
    (#"{"parent": "x""#, "this is not JSON"),
  ])
  func `a wrong one is refused with what is wrong`(json: String, words: String) throws {
    let error = #expect(throws: LoadFailure.self) {
      try wire(
        json, "daybook.clientlink.v1alpha.CreateClientRequest", as: CreateClientRequest.self)
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "nothing")")
  }

  @Test func `one of a oneof may be set`() throws {
    let message = "grpc.reflection.v1.ServerReflectionRequest"
    let error = #expect(throws: LoadFailure.self) {
      try wire(
        #"{"list_services": "", "file_by_filename": "x"}"#, message,
        as: GrpcReflectionV1ServerReflectionRequest.self)
    }
    #expect(error?.description.contains("oneof") == true)
  }

  @Test func `several may stand below each other or in an array`() throws {
    let schema = try Schema.daybook()
    let method = try schema.method("GetClient")
    for text in [
      #"{"name": "a"}"# + "\n\n" + #"{"name": "b"}"#, #"[{"name": "a"}, {"name": "b"}]"#,
    ] {
      let source = try RequestSource(text, method, schema)
      #expect((0..<3).map { source.one($0).bytes.last } == [97, 98, 97])
    }
  }
}

@Suite struct `Methods` {
  @Test func `are found by every name that one method alone has`() throws {
    let schema = try Schema.daybook()
    for name in [
      "GetClient", "ClientService/GetClient",
      "/daybook.clientlink.v1alpha.ClientService/GetClient",
    ] {
      #expect(
        try schema.method(name).fullName == "daybook.clientlink.v1alpha.ClientService/GetClient")
    }
    #expect(throws: LoadFailure.self) { try schema.method("ServerReflectionInfo") }
    #expect(throws: LoadFailure.self) { try schema.method("etClient") }
  }

  @Test func `have the kind that the generated code says`() throws {
    let schema = try Schema.daybook()
    for method in AllMethods.all {
      let found = try schema.method(method.path)
      #expect(found.rpc.kind == method.kind, "\(method.path)")
      #expect(schema.messages[found.request] != nil && schema.messages[found.reply] != nil)
    }
  }
}
