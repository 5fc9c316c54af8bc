import Contracts
import Database
import Identity
import RPC
import TestDatabases
import Testing

@testable import ClientLink

@Suite(.onEachEngine) struct `Importing clients` {
  private static let id = "6f1c1f66-8f7c-4d4b-9a63-0d6f4b9b8a05"

  /// Sends a file in pieces and collects the answers.
  private func send(
    _ file: String, to house: House, by caller: Caller, piece: Int = 1_000_000,
    requestID: String = "", parent: String = "partners/firm-jansen"
  ) async throws -> [ImportClientsResponse] {
    let bytes = Array(file.utf8)
    let (requests, replies) = try await house.channel.bidirectional(
      ClientServiceMethods.importClients, house.by(caller), requests: ImportClientsRequest.self,
      as: ImportClientsResponse.self)
    var answers: [ImportClientsResponse] = []
    let sending = Task {
      try await requests.write(ImportClientsRequest(parent: parent, requestId: requestID))
      for start in stride(from: 0, to: bytes.count, by: piece) {
        let chunk = Array(bytes[start..<min(start + piece, bytes.count)])
        try await requests.write(ImportClientsRequest(chunk: chunk))
      }
      await requests.finish()
    }
    for try await answer in replies { answers.append(answer) }
    try await sending.value
    return answers
  }

  private static func codes(_ answers: [ImportClientsResponse]) -> [String] {
    answers.map { answer in
      let code = RPCError.Code(rawValue: Int(answer.status?.code ?? -1))
      return "\(answer.line) \(code?.name ?? "?")"
    }
  }

  private static let file = """
    enterprise_number;display_name;contact_email;subscription_plan
    \(Numbers.bakery);"Bakery; North";office@bakery.example;standard
    \(Numbers.garage);Garage "De Ster";;
    BE0123456700;Wrong Number;;
    \(Numbers.bakery);Twice;;

    \(Numbers.number(5));;;
    \(Numbers.number(6));Bad Mail;nobody;
    \(Numbers.number(7));Too;many;fields;here
    \(Numbers.number(8));Last;last@example.com;
    """

  private static let results = [
    "2 OK", "3 OK", "4 INVALID_ARGUMENT", "5 ALREADY_EXISTS", "7 INVALID_ARGUMENT",
    "8 INVALID_ARGUMENT", "9 INVALID_ARGUMENT", "10 OK",
  ]

  @Test(arguments: [1, 64, 1_000_000])
  func `Every line has its result, and a bad one stops no other`(piece: Int) async throws {
    try await House.open { house in
      let partner = try People.partner()
      let answers = try await send(Self.file, to: house, by: partner, piece: piece)
      #expect(Self.codes(answers) == Self.results)
      let clients = try await house.clients.listClients(
        ListClientsRequest(parent: "partners/firm-jansen"), house.by(partner)
      ).clients
      #expect(clients.map(\.displayName) == ["Bakery; North", "Garage \"De Ster\"", "Last"])
      #expect(clients.first?.setup?.subscriptionPlan == "standard")
      #expect(clients.first?.name == answers.first?.client)
      #expect(clients.allSatisfy { $0.status == .draft && $0.languageCode == "en" })
      #expect(try await house.history(of: clients[0], by: partner).map(\.event) == ["import"])
    }
  }

  @Test func `A repeated import is the same import`() async throws {
    try await House.open { house in
      let partner = try People.partner()
      let first = try await send(Self.file, to: house, by: partner, requestID: Self.id)
      let again = try await send(Self.file, to: house, by: partner, piece: 10, requestID: Self.id)
      #expect(first == again)
      let fresh = try await send(Self.file, to: house, by: partner)
      #expect(Self.codes(fresh).first == "2 ALREADY_EXISTS")
      let other = try await send(
        Self.file.replacing("Last", with: "Else"), to: house, by: partner, requestID: Self.id)
      #expect(Self.codes(other).last == "10 INVALID_ARGUMENT")
    }
  }

  @Test func `Thousands of lines come through`() async throws {
    try await House.open { house in
      let partner = try People.partner()
      let lines = (0..<3_000).map { "Client \($0),\(Numbers.number(20_000 + $0))" }
      let file = (["display_name,enterprise_number"] + lines).joined(separator: "\r\n")
      let answers = try await send(file, to: house, by: partner, piece: 4_096)
      #expect(answers.map(\.line) == Array(2...3_001))
      #expect(answers.allSatisfy { $0.status?.code == 0 })
    }
  }

  @Test(arguments: [
    "", "\n\n", "display_name\nA\n", "display_name,enterprise_number,fax\n",
    "display_name,enterprise_number,display_name\n", "\"display_name,enterprise_number\nA,B",
  ])
  func `A file whose header cannot be used is refused whole`(file: String) async throws {
    try await House.open { house in
      let error = await refusal { try await send(file, to: house, by: try People.partner()) }
      #expect(error?.code == .invalidArgument)
    }
  }

  @Test func `Another partner's list is nowhere`() async throws {
    try await House.open { house in
      let error = await refusal {
        try await send(
          Self.file, to: house, by: try People.partner(), parent: "partners/firm-peeters")
      }
      #expect(error?.code == .notFound)
    }
  }
}
