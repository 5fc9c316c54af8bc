import ArgumentParser
import Testing

@testable import Daybook

@Suite struct `Short names` {
  private let partner = Names(space: .partner("jansen"))
  private let business = Names(space: .business("bakery"))

  @Test(arguments: [
    "01kb", "jansen/01kb", "clients/01kb", "partners/jansen/clients/01kb",
  ])
  func `a client is completed with the partner`(text: String) throws {
    #expect(try partner.client(text) == "partners/jansen/clients/01kb")
  }

  @Test(arguments: [
    "bakery/01kb", "businesses/bakery/documents/01kb",
    "partners/jansen/businesses/bakery/documents/01kb",
  ])
  func `a client's document is completed with the partner`(text: String) throws {
    #expect(
      try partner.accountingDocument(text) == "partners/jansen/businesses/bakery/documents/01kb")
  }

  @Test(arguments: ["01kb", "bakery/01kb", "documents/01kb", "businesses/bakery/documents/01kb"])
  func `a business's document is completed with the business`(text: String) throws {
    #expect(try business.document(text) == "businesses/bakery/documents/01kb")
    #expect(try business.sideDocument(text) == "businesses/bakery/documents/01kb")
  }

  @Test(arguments: ["jansen", "partners/jansen", "links/jansen", "businesses/bakery/links/jansen"])
  func `a link is named by its partner`(text: String) throws {
    #expect(try business.link(text) == "businesses/bakery/links/jansen")
  }

  @Test func `a full name of another space goes to the service as it is`() throws {
    #expect(try partner.client("partners/other/clients/01kb") == "partners/other/clients/01kb")
    #expect(try business.document("businesses/x/documents/1") == "businesses/x/documents/1")
  }

  @Test(arguments: [
    "", "/", "a/b/c", "partners/jansen/clients", "partners/jansen/documents/01kb", "01 kb", "01KB",
    "../x", "01kb/", "partners//clients/01kb",
  ])
  func `what is no name is refused with the forms that are`(text: String) {
    let failure = #expect(throws: Failure.self) { _ = try partner.client(text) }
    #expect(failure?.kind == .usage)
    #expect(failure?.message == "CLIENT must look like ID or partners/PARTNER/clients/ID")
  }

  @Test func `a short name without a space says what is missing`() {
    let failure = #expect(throws: Failure.self) { _ = try Names(space: nil).client("01kb") }
    #expect(failure?.message == "CLIENT must look like PARTNER/ID or partners/PARTNER/clients/ID")
    #expect(throws: Failure.self) { _ = try partner.business }
    #expect(throws: Failure.self) { _ = try business.partner }
    #expect(throws: Failure.self) { _ = try partner.accountingDocument("01kb") }
  }

  @Test func `a side is a business's own or a firm's for one client`() throws {
    #expect(try business.side(business: nil) == "businesses/bakery")
    #expect(try business.side(business: "bakery") == "businesses/bakery")
    #expect(throws: Failure.self) { _ = try business.side(business: "other") }
    #expect(try partner.side(business: "bakery") == "partners/jansen/businesses/bakery")
    #expect(throws: Failure.self) { _ = try partner.side(business: nil) }
  }

  @Test(arguments: [
    ("jansen.01kb", "jansen.01kb"),
    ("https://app.example/invitations/jansen.01kb", "jansen.01kb"),
    ("https://app.example/i?token=jansen.01kb&x=1", "jansen.01kb"),
    ("https://app.example/i#jansen.01kb", "jansen.01kb"),
    (" https://app.example/invitations/jansen.01kb\n", "jansen.01kb"),
  ])
  func `an invitation's link holds its token`(text: String, token: String) {
    #expect(InvitationToken.read(text) == token)
  }
}

@Suite struct `The caller's space` {
  @Test func `it is read from the token`() {
    #expect(CallerToken(partnerToken).space == .partner("jansen"))
    #expect(CallerToken(businessToken).space == .business("bakery"))
    #expect(CallerToken(backOfficeToken).space == .backOffice)
  }

  @Test(arguments: ["", "a.b", "e30.e30.e30", "e30.!!!.e30", "e30.bnVsbA.e30"])
  func `a token that cannot be read gives none`(text: String) {
    #expect(CallerToken(text).space == nil)
  }

  @Test func `a flag wins over the environment, and a token over a file`() throws {
    let flag = try ConnectionOptions.parse(["--token", partnerToken])
    let environment = ["DAYBOOK_TOKEN": businessToken, "DAYBOOK_TOKEN_FILE": "/nowhere"]
    #expect(try CallerToken.find(flag, environment)?.text == partnerToken)
    let none = try ConnectionOptions.parse([])
    #expect(try CallerToken.find(none, environment)?.text == businessToken)
    #expect(try CallerToken.find(none, [:]) == nil)
    #expect(throws: Failure.self) {
      _ = try CallerToken.find(none, ["DAYBOOK_TOKEN_FILE": "/nowhere"])
    }
  }

  @Test func `who calls with a certificate does not call with the token of the environment`() throws
  {
    let service = try ConnectionOptions.parse(["--certificate", "c", "--key", "k"])
    #expect(try CallerToken.find(service, ["DAYBOOK_TOKEN": partnerToken]) == nil)
    let both = try ConnectionOptions.parse(
      ["--certificate", "c", "--key", "k", "--token", partnerToken])
    #expect(try CallerToken.find(both, [:]) != nil)
  }

  @Test func `the option names the space, with its kind where the token has another`() throws {
    #expect(try CallerSpace("partners/x", like: .business("b")) == .partner("x"))
    #expect(try CallerSpace("x", like: .business("b")) == .business("x"))
    #expect(throws: Failure.self) { _ = try CallerSpace("x", like: nil) }
    #expect(throws: Failure.self) { _ = try CallerSpace("clients/x", like: nil) }
  }

  @Test func `an address comes from the flag, the environment, or the local port`() throws {
    let flag = try ConnectionOptions.parse(["--client-link", "a:1"])
    let environment = ["DAYBOOK_CLIENT_LINK": "b:2"]
    #expect(ServicePlace.clientLink.address(flag, environment) == "a:1")
    let none = try ConnectionOptions.parse([])
    #expect(ServicePlace.clientLink.address(none, environment) == "b:2")
    let ports = ServicePlace.allCases.map { $0.address(none, [:]) }
    #expect(ports == ["localhost:7001", "localhost:7002", "localhost:7003"])
  }
}
