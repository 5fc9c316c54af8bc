import Testing

@testable import EInvoice

@Suite struct UBLReaderTests {
  private static let namespaces = """
    xmlns="\(UBL.invoiceNamespace)" xmlns:cac="\(UBL.aggregates)" xmlns:cbc="\(UBL.basics)"
    """

  private static func read(_ text: String, limits: XMLLimits = XMLLimits()) throws(UBLError)
    -> Invoice
  {
    try UBLReader(limits: limits).read(Array(text.utf8))
  }

  private static func invoice(_ inside: String) -> String {
    "<Invoice \(namespaces)>\(inside)</Invoice>"
  }

  /// With its byte order mark.
  private static func utf16(_ text: String, big: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in [0xFEFF] + Array(text.utf16) {
      let halves = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      bytes += big ? halves : halves.reversed()
    }
    return bytes
  }

  @Test func `a fragment is read for what it holds`() throws {
    let invoice = try Self.read(
      Self.invoice(
        """
        <cbc:ID> 17 </cbc:ID><cbc:Note/><cbc:Note>a<![CDATA[<b>]]>&amp;&#x20AC;</cbc:Note>
        <cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">-1.50</cbc:PayableAmount>
        </cac:LegalMonetaryTotal>
        """))
    #expect(invoice.number == "17")
    #expect(invoice.notes == ["a<b>&€"])
    #expect(invoice.totals?.due == Samples.euro("-1.5"))
    #expect(invoice.misreadings == [])
  }

  @Test func `any prefix may stand for the namespaces`() throws {
    let invoice = try Self.read(
      """
      <u:CreditNote xmlns:u="\(UBL.creditNoteNamespace)" xmlns:b="\(UBL.basics)">
      <b:ID>1</b:ID></u:CreditNote>
      """)
    #expect(invoice.kind == .creditNote)
    #expect(invoice.number == "1")
  }

  @Test func `elements of other namespaces are left out with all that is in them`() throws {
    let invoice = try Self.read(
      Self.invoice("<x:X xmlns:x='urn:x'><cbc:ID>wrong</cbc:ID></x:X><cbc:ID>right</cbc:ID>"))
    #expect(invoice.number == "right")
    #expect(invoice.misreadings == [])
  }

  @Test(arguments: [
    ("<cbc:IssueDate>31.03.2026</cbc:IssueDate>", "/Invoice/IssueDate", "date"),
    ("<cbc:IssueDate>2026-02-29</cbc:IssueDate>", "/Invoice/IssueDate", "date"),
    ("<cbc:IssueDate>2026-03-31Z</cbc:IssueDate>", "/Invoice/IssueDate", "date"),
    (
      "<cac:TaxTotal><cbc:TaxAmount>1e3</cbc:TaxAmount></cac:TaxTotal>",
      "/Invoice/TaxTotal[1]/TaxAmount", "decimal"
    ),
    (
      "<cac:AllowanceCharge><cbc:ChargeIndicator>maybe</cbc:ChargeIndicator></cac:AllowanceCharge>",
      "/Invoice/AllowanceCharge[1]/ChargeIndicator", "boolean"
    ),
    ("<cac:AllowanceCharge/>", "/Invoice/AllowanceCharge[1]", "boolean"),
    ("<cac:CreditNoteLine/>", "/Invoice/CreditNoteLine[1]", "InvoiceLine"),
    (
      """
      <cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cbc:DocumentTypeCode>916\
      </cbc:DocumentTypeCode></cac:AdditionalDocumentReference>
      """, "/Invoice/AdditionalDocumentReference[1]", "supporting document"
    ),
    (
      """
      <cac:AdditionalDocumentReference><cbc:ID schemeID="ABT">1</cbc:ID>\
      </cac:AdditionalDocumentReference>
      """, "/Invoice/AdditionalDocumentReference[1]", "supporting document"
    ),
  ])
  func `a value of the wrong type is a misreading and breaks a rule`(
    _ inside: String, _ path: String, _ type: String
  ) throws {
    let invoice = try Self.read(Self.invoice(inside))
    #expect(invoice.misreadings.map(\.path) == [path])
    #expect(invoice.misreadings.map(\.reason) == [.notA(type)])
    #expect(invoice.breaches().contains { $0.rule == "UBL-TYPE" && $0.location == path })
  }

  @Test func `a term that stands twice is a misreading and breaks a rule`() throws {
    let invoice = try Self.read(Self.invoice("<cbc:ID>1</cbc:ID><cbc:ID>2</cbc:ID>"))
    #expect(invoice.number == "1")
    #expect(invoice.misreadings.map(\.reason) == [.repeated])
    #expect(invoice.breaches().contains { $0.rule == "UBL-ONCE" && $0.location == "/Invoice/ID" })
  }

  @Test func `references and due dates that stand twice are not passed over`() throws {
    let object = """
      <cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cbc:DocumentTypeCode>130\
      </cbc:DocumentTypeCode></cac:AdditionalDocumentReference>
      """
    #expect(try Self.read(Self.invoice(object + object)).misreadings.map(\.reason) == [.repeated])
    let means = """
      <cac:PaymentMeans><cbc:PaymentDueDate>2026-03-01</cbc:PaymentDueDate></cac:PaymentMeans>
      """
    let note = try Self.read(
      """
      <CreditNote xmlns="\(UBL.creditNoteNamespace)" xmlns:cac="\(UBL.aggregates)" \
      xmlns:cbc="\(UBL.basics)">\(means)\(means)</CreditNote>
      """)
    #expect(note.misreadings.map(\.path) == ["/CreditNote/PaymentMeans[2]"])
  }

  @Test(arguments: [
    ("<Order xmlns='urn:x'/>", "Order", "urn:x"),
    ("<Invoice/>", "Invoice", ""),
    ("<Invoice xmlns='\(UBL.creditNoteNamespace)'/>", "Invoice", UBL.creditNoteNamespace),
    ("<html><body>404</body></html>", "html", ""),
  ])
  func `another document is not UBL`(_ text: String, _ root: String, _ namespace: String) {
    #expect(throws: UBLError.notUBL(root: root, namespace: namespace)) { try Self.read(text) }
  }

  @Test func `every limit refuses by its name`() {
    let sample = Samples.text(UBLWriter().write(Samples.full()))
    let deep = String(repeating: "<cac:X>", count: 100_000)
    let wide = (0..<50).map { "a\($0)=''" }.joined(separator: " ")
    for (limits, text, name) in [
      (XMLLimits(bytes: sample.utf8.count - 1), sample, XMLLimits.Name.bytes),
      (XMLLimits(elements: 100), sample, .elements),
      (XMLLimits(depth: 5), sample, .depth),
      (XMLLimits(), Self.invoice(deep), .depth),
      (XMLLimits(), Self.invoice("<cbc:ID \(wide)>1</cbc:ID>"), .attributes),
      (XMLLimits(), Self.invoice(String(repeating: "<cac:X/>", count: 200_000)), .elements),
    ] {
      #expect(throws: UBLError.refused(name)) { try Self.read(text, limits: limits) }
    }
  }

  @Test(arguments: [
    // Expands to 10⁹ times "ha".
    "<!DOCTYPE Invoice [<!ENTITY a 'ha'>"
      + (1...9).map { "<!ENTITY a\($0) '\(String(repeating: "&a\($0 - 1);", count: 10))'>" }
      .joined()
      + "]><Invoice>&a9;</Invoice>",
    "<!DOCTYPE Invoice [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Invoice>&x;</Invoice>",
    "<!DOCTYPE Invoice SYSTEM 'http://127.0.0.1:9/x.dtd'><Invoice/>",
    "<!DOCTYPE Invoice [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x'> %p;]><Invoice/>",
    "<!DOCTYPE Invoice><Invoice/>",
    "<?xml version='1.0'?><!-- c --><!DOCTYPE Invoice><Invoice/>",
  ])
  func `a DOCTYPE is refused before its declarations are read`(_ text: String) {
    #expect(throws: UBLError.refused(.documentType)) { try Self.read(text) }
  }

  @Test func `a DOCTYPE is refused in other encodings too`() {
    let text = "<!DOCTYPE Invoice [<!ENTITY a 'b'>]><Invoice>&a;</Invoice>"
    let utf16 = Self.utf16(text, big: false)
    #expect(throws: UBLError.refused(.documentType)) { try UBLReader().read(utf16) }
  }

  @Test(arguments: [
    "", " ", "<", "<Invoice", "no xml", "\u{0}", "<?xml version='1.0'?>",
    "<Invoice xmlns='\(UBL.invoiceNamespace)'>&undeclared;</Invoice>",
    "<Invoice xmlns='\(UBL.invoiceNamespace)'><cbc:ID>1</cbc:ID></Invoice>",
    "<Invoice xmlns='\(UBL.invoiceNamespace)'></Invoices>",
    "<Invoice xmlns='\(UBL.invoiceNamespace)'/><Invoice/>",
    "<?xml version='1.0' encoding='no-such'?><Invoice xmlns='\(UBL.invoiceNamespace)'/>",
    "<?xml version='1.0' encoding='UTF-16'?><Invoice xmlns='\(UBL.invoiceNamespace)'>é</Invoices>",
  ])
  func `what is no well-formed XML is said to be none`(_ text: String) {
    do {
      _ = try Self.read(text)
      Issue.record("it was read")
    } catch UBLError.notWellFormed(let line, let reason) {
      #expect(line >= 1)
      #expect(!reason.isEmpty && !reason.hasSuffix("\n"))
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func `the line of a fault is counted`() {
    do {
      _ = try Self.read("<Invoice xmlns='\(UBL.invoiceNamespace)'>\n\n<a>\n</b></Invoice>")
      Issue.record("it was read")
    } catch UBLError.notWellFormed(let line, _) {
      #expect(line == 4)
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func `cut off at any byte it is no document`() throws {
    let bytes = UBLWriter().write(Samples.full())
    let end = try #require(bytes.lastIndex(of: UInt8(ascii: ">")))
    for count in 0..<end {
      do {
        _ = try UBLReader().read(Array(bytes.prefix(count)))
        Issue.record("\(count) bytes were read")
      } catch UBLError.notWellFormed {
        continue
      } catch {
        Issue.record("\(count) bytes: \(error)")
      }
    }
  }

  @Test func `bytes that are not UTF-8 are not well-formed`() {
    for bad: [UInt8] in [[0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xE2, 0x82]] {
      let start = Array("<Invoice \(Self.namespaces)><cbc:ID>".utf8)
      let bytes = start + bad + Array("</cbc:ID></Invoice>".utf8)
      #expect(throws: UBLError.self) { try UBLReader().read(bytes) }
    }
  }

  @Test func `other encodings are read by their mark or their name`() throws {
    let text = Self.invoice("<cbc:ID>Café</cbc:ID>")
    let latin =
      Array("<?xml version='1.0' encoding='ISO-8859-1'?>".utf8)
      + text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let little = Self.utf16(text, big: false)
    let big = Self.utf16(text, big: true)
    let marked = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    for bytes in [latin, little, big, marked] {
      #expect(try UBLReader().read(bytes).number == "Café")
    }
  }

  @Test func `any byte of a document may be another without harm`() {
    let sound = UBLWriter().write(Samples.small())
    var random = SplitMix(state: 17)
    for _ in 0..<3000 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      if let invoice = try? UBLReader().read(bytes) { _ = invoice.breaches() }
    }
  }
}
