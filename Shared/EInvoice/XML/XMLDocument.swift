import CLibXML

/// Reads bytes into a tree of elements. The only file that touches libxml2.
///
/// libxml2 is run as a SAX parser that is stopped from within: at a DOCTYPE before its first
/// declaration is read, so that no entity is ever declared, and at the first limit that is passed. It
/// has no network and loads no DTD besides; what is left are the five entities of XML itself.
enum XMLDocument {
  private static let initialised: Void = xmlInitParser()

  /// Fills the builder and returns its root. Blocks while it parses.
  static func read(_ bytes: [UInt8], limits: XMLLimits, into builder: XMLTreeBuilder)
    throws(UBLError) -> XMLElement
  {
    guard bytes.count <= limits.bytes, let size = Int32(exactly: bytes.count) else {
      throw .refused(.bytes)
    }
    guard !bytes.isEmpty else { throw .notWellFormed(line: 1, reason: "the document is empty") }
    _ = initialised
    let fault = unsafe bytes.withUnsafeBytes { buffer in
      unsafe parse(buffer.bindMemory(to: CChar.self), size: size, into: builder)
    }
    // A start tag that breaks off may have the wrong name for that reason alone.
    if let refusal = builder.refusal, refusal.isOfLimits || fault == nil { throw refusal }
    if let fault { throw fault }
    guard let root = builder.root else {
      throw .notWellFormed(line: 1, reason: "there is no element")
    }
    return root
  }

  private static func parse(
    _ buffer: UnsafeBufferPointer<CChar>, size: Int32, into builder: XMLTreeBuilder
  ) -> UBLError? {
    guard let context = unsafe xmlCreateMemoryParserCtxt(buffer.baseAddress, size) else {
      return .notWellFormed(line: 1, reason: "the parser has no memory")
    }
    defer { unsafe xmlFreeParserCtxt(context) }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    _ = unsafe xmlCtxtUseOptions(context, Int32(options))
    let session = unsafe Session(context: context, builder: builder)
    unsafe context.pointee.sax.pointee = handler()
    unsafe context.pointee.userData = Unmanaged.passUnretained(session).toOpaque()
    _ = withExtendedLifetime(session) { unsafe xmlParseDocument(context) }
    // A prefix that is not declared is a fault of its own to libxml2.
    let isSound = unsafe context.pointee.wellFormed != 0 && context.pointee.nsWellFormed != 0
    guard !isSound else { return nil }
    let line = unsafe Int(context.pointee.lastError.line)
    let reason = unsafe context.pointee.lastError.message.map { unsafe String(cString: $0) }
    return .notWellFormed(line: max(1, line), reason: (reason ?? "it breaks off").trimmed)
  }

  /// What a callback needs: where events go, and the parser, to stop it.
  @safe
  private final class Session {
    let context: xmlParserCtxtPtr
    let builder: XMLTreeBuilder

    init(context: xmlParserCtxtPtr, builder: XMLTreeBuilder) {
      unsafe self.context = context
      self.builder = builder
    }

    /// The builder, or nil once it has refused: then the parser is stopped. An event later is early
    /// enough for limits, and by then a start tag is known to be whole.
    var listening: XMLTreeBuilder? {
      guard builder.refusal != nil else { return builder }
      unsafe xmlStopParser(context)
      return nil
    }

    static func at(_ user: UnsafeMutableRawPointer?) -> Session? {
      unsafe user.map { unsafe Unmanaged<Session>.fromOpaque($0).takeUnretainedValue() }
    }
  }

  private static func handler() -> xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = XML_SAX2_MAGIC
    unsafe handler.internalSubset = { user, _, _, _ in
      let session = unsafe Session.at(user)
      session?.builder.refuse(.documentType)
      _ = session?.listening
    }
    unsafe handler.startElementNs = {
      user, name, _, namespace, _, _, count, _, attributes in
      guard let builder = unsafe Session.at(user)?.listening else { return }
      let wanted = unsafe builder.start(
        XMLDocument.string(name), namespace: XMLDocument.string(namespace), attributes: Int(count))
      if wanted { unsafe XMLDocument.add(attributes, count: Int(count), to: builder) }
    }
    unsafe handler.endElementNs = { user, _, _, _ in unsafe Session.at(user)?.listening?.end() }
    unsafe handler.characters = { user, start, count in
      guard let builder = unsafe Session.at(user)?.listening else { return }
      unsafe builder.text(XMLDocument.string(start, count: Int(count)))
    }
    unsafe handler.ignorableWhitespace = unsafe handler.characters
    unsafe handler.cdataBlock = unsafe handler.characters
    return unsafe handler
  }

  /// libxml2 passes five pointers an attribute: name, prefix, namespace, start and end of the value.
  private static func add(
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int,
    to builder: XMLTreeBuilder
  ) {
    guard let attributes = unsafe attributes else { return }
    for index in 0..<count {
      let at = unsafe attributes + index * 5
      guard unsafe at[2] == nil, let start = unsafe at[3], let end = unsafe at[4] else { continue }
      unsafe builder.attribute(string(at[0]), string(start, count: end - start))
    }
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    unsafe text.map { unsafe String(cString: $0) } ?? ""
  }

  private static func string(_ start: UnsafePointer<xmlChar>?, count: Int) -> String {
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: max(0, count)), as: UTF8.self)
  }
}
