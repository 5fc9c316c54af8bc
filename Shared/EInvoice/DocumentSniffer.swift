/// Says what the bytes of an imported document are, whatever name or type they came under.
package struct DocumentSniffer: Sendable {
  package enum Content: Sendable, Equatable {
    /// A PDF, by its frame; it was not rendered.
    case pdf
    /// A UBL Invoice or CreditNote, read.
    case ubl(Invoice)
  }

  package enum Refusal: Error, Sendable, Hashable, CustomStringConvertible {
    case empty
    /// More bytes than `limit`.
    case tooLarge(limit: Int)
    /// It begins like a PDF but has no end: cut off on its way.
    case truncatedPDF
    /// It begins like XML, and is no UBL document for this reason.
    case notUBL(UBLError)
    /// Neither PDF nor XML.
    case unknown

    package var description: String {
      switch self {
      case .empty: "the document is empty"
      case .tooLarge(let limit): "the document has more than \(limit) bytes"
      case .truncatedPDF: "the PDF is cut off: its end mark %%EOF is missing"
      case .notUBL(let error): error.description
      case .unknown: "the document is neither a PDF nor a UBL invoice or credit note"
      }
    }
  }

  /// Bytes of a PDF; 25 MiB.
  package var maximumPDFBytes: Int
  package var reader: UBLReader

  package init(maximumPDFBytes: Int = 25 << 20, reader: UBLReader = UBLReader()) {
    self.maximumPDFBytes = maximumPDFBytes
    self.reader = reader
  }

  /// Blocks while it parses XML; call it off the event loops.
  package func inspect(_ bytes: [UInt8]) throws(Refusal) -> Content {
    guard !bytes.isEmpty else { throw .empty }
    guard Self.beginsLikeXML(bytes) else {
      try checkPDF(bytes)
      return .pdf
    }
    do {
      return .ubl(try reader.read(bytes))
    } catch UBLError.refused(.bytes) {
      throw .tooLarge(limit: reader.limits.bytes)
    } catch {
      throw .notUBL(error)
    }
  }

  /// Readers accept the header within the first 1,024 bytes and the end mark within the last 1,024
  /// (ISO 32000-1 annex H.3.4.1 and H.3.4.4); what scanners append to files makes use of both.
  private static let pdfHeaderWindow = 1024
  private static let pdfTrailerWindow = 1024

  private func checkPDF(_ bytes: [UInt8]) throws(Refusal) {
    guard Self.contains("%PDF-", in: bytes.prefix(Self.pdfHeaderWindow)) else { throw .unknown }
    guard bytes.count <= maximumPDFBytes else { throw .tooLarge(limit: maximumPDFBytes) }
    guard Self.contains("%%EOF", in: bytes.suffix(Self.pdfTrailerWindow)) else {
      throw .truncatedPDF
    }
  }

  private static func contains(_ mark: String, in bytes: ArraySlice<UInt8>) -> Bool {
    let mark = Array(mark.utf8)
    guard bytes.count >= mark.count else { return false }
    return (bytes.startIndex...(bytes.endIndex - mark.count)).contains {
      bytes[$0..<($0 + mark.count)].elementsEqual(mark)
    }
  }

  /// A `<` after blanks, a byte order mark, or the zeros of UTF-16.
  private static func beginsLikeXML(_ bytes: [UInt8]) -> Bool {
    let skipped: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0x00, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
    return bytes.prefix(64).first { !skipped.contains($0) } == UInt8(ascii: "<")
  }
}
