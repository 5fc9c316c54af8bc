import Contracts
import Testing

@testable import Daybook

@Suite struct `What people and programs read` {
  private static let clients = [
    Client(
      name: "partners/jansen/clients/01kb", displayName: "Bakery North",
      enterpriseNumber: "BE0400123020", status: .invited, openStep: .notOpened),
    Client(name: "partners/jansen/clients/01kc", displayName: "Café", status: .accessRejected),
  ]

  @Test func `a table is aligned and speaks the domain's words`() throws {
    let printed = Printed()
    try printed.output(json: false).list(Self.clients, none: "no clients")
    #expect(
      printed.text == """
        CLIENT  NAME          NUMBER        STATUS           OPEN STEP   E-MAIL
        01kb    Bakery North  BE0400123020  invited          not_opened  -
        01kc    Café          -             access_rejected  -           -

        """)
  }

  @Test func `a list for programs is one array`() throws {
    let printed = Printed()
    try printed.output(json: true).list(Self.clients, none: "no clients")
    let elements = Self.clients.map { JSONText.of($0) }.joined(separator: ",\n")
    #expect(printed.text == "[\n\(elements)\n]\n")
  }

  @Test func `an empty list is told in words, or is an empty array`() throws {
    let (people, programs) = (Printed(), Printed())
    try people.output(json: false).list([Client](), none: "no clients")
    try programs.output(json: true).list([Client](), none: "no clients")
    #expect(people.text == "no clients\n")
    #expect(programs.text == "[]\n")
  }

  @Test func `later pages have no heading and can only widen columns`() {
    var table = Table<String>([Column("A") { $0 }, Column("N", isNumber: true) { "\($0.count)" }])
    #expect(table.lines(["abc", "a"]) == ["A    N", "abc  3", "a    1"])
    #expect(table.lines(["a"]) == ["a    1"])
    #expect(table.lines(["abcdefghij"]) == ["abcdefghij  10"])
    #expect(table.lines([]) == [])
  }

  @Test func `control characters of others do not reach the terminal`() {
    #expect(Table<String>.visible("a\u{1b}[31mb\nc") == "a [31mb c")
    var facts = Facts()
    facts.add("name", "x\u{7}y")
    #expect(facts.lines == ["name  x y"])
  }

  @Test func `facts leave out what is not known and align what is`() {
    let facts = Client(name: "partners/p/clients/c", displayName: "Bakery", status: .draft).facts
    #expect(
      facts.lines == ["client  partners/p/clients/c", "name    Bakery", "status  draft"])
  }

  @Test func `a document tells every rule that it breaks`() {
    let document = Document(
      name: "businesses/b/documents/d", status: .awaitingValidation,
      violations: [RuleViolation(rule: "BR-06", message: "The seller has a name", location: "BG-4")]
    )
    let lines = document.facts.lines
    #expect(lines.contains("Rules that the fields break:"))
    #expect(lines.contains("  BR-06  BG-4   The seller has a name"))
  }

  @Test func `nothing is left of a name but its words`() {
    #expect(ClientStatus.invitationRejected.words == "invitation_rejected")
    #expect(ContentPart.eInvoice.words == "e_invoice")
    #expect(ClientStatus.unspecified.words == "-")
    #expect(ClientStatus.unrecognized(99).words == "99")
    #expect(GrpcHealthV1HealthCheckResponse.ServingStatus.notServing.words == "not_serving")
  }

  @Test(arguments: ["purchase-invoice", "purchase_invoice", "PURCHASE-INVOICE"])
  func `a kind may be typed as people type`(text: String) {
    #expect(Choice<DocumentKind>(argument: text)?.value == .purchaseInvoice)
  }

  @Test(arguments: ["", "invoice", "unspecified", "-"])
  func `a kind that is none is refused`(text: String) {
    #expect(Choice<DocumentKind>(argument: text) == nil)
  }

  @Test(arguments: [
    (0, "0 B"), (1023, "1023 B"), (1024, "1.0 KiB"), (3_565_158, "3.4 MiB"),
    (5_368_709_120, "5.0 GiB"),
  ])
  func `sizes are readable`(bytes: Int64, text: String) {
    #expect(Progress.size(bytes) == text)
  }
}
