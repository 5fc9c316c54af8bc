import Testing

@testable import EInvoice

@Suite struct DocumentSnifferTests {
  private static let pdf = Array("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n".utf8)

  private static func inspect(_ bytes: [UInt8]) throws(DocumentSniffer.Refusal)
    -> DocumentSniffer.Content
  {
    try DocumentSniffer(maximumPDFBytes: 10_000).inspect(bytes)
  }

  @Test func `a PDF is told by its beginning and its end`() throws {
    #expect(try Self.inspect(Self.pdf) == .pdf)
    let junk = [UInt8](repeating: 0x41, count: 1000)
    #expect(try Self.inspect(junk + Self.pdf + junk) == .pdf)
  }

  @Test func `a UBL document is read`() throws {
    let invoice = Samples.small()
    let bytes = UBLWriter().write(invoice)
    #expect(try Self.inspect(bytes) == .ubl(invoice))
    #expect(try Self.inspect([0xEF, 0xBB, 0xBF] + bytes) == .ubl(invoice))
  }

  @Test func `what is neither is refused with its reason`() {
    let cases: [([UInt8], DocumentSniffer.Refusal)] = [
      ([], .empty),
      (Array("hello".utf8), .unknown),
      (Array("%PD".utf8), .unknown),
      ([0x89, 0x50, 0x4E, 0x47], .unknown),
      ([UInt8](repeating: 0x20, count: 2000) + Self.pdf, .unknown),
      (Array(Self.pdf.dropLast(6)), .truncatedPDF),
      (Self.pdf + [UInt8](repeating: 0, count: 2000), .truncatedPDF),
      (Self.pdf + [UInt8](repeating: 0, count: 10_000), .tooLarge(limit: 10_000)),
      (Array("<html/>".utf8), .notUBL(.notUBL(root: "html", namespace: ""))),
      (Array("<!DOCTYPE html><html/>".utf8), .notUBL(.refused(.documentType))),
      (Array("<a>%PDF-%%EOF</a>".utf8), .notUBL(.notUBL(root: "a", namespace: ""))),
    ]
    for (bytes, refusal) in cases {
      #expect(throws: refusal) { try Self.inspect(bytes) }
      #expect(!refusal.description.isEmpty)
    }
  }

  @Test func `an XML document beyond its limit is too large`() {
    let sniffer = DocumentSniffer(reader: UBLReader(limits: XMLLimits(bytes: 100)))
    #expect(throws: DocumentSniffer.Refusal.tooLarge(limit: 100)) {
      try sniffer.inspect(UBLWriter().write(Samples.small()))
    }
  }
}
