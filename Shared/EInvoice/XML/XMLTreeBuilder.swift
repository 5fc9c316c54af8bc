/// Takes a parser's events and keeps the elements that are wanted, as a tree.
///
/// Elements outside the wanted namespaces (extensions, signatures) are left out with all that is in
/// them. The builder refuses at the first limit that is passed; it is told nothing further then.
final class XMLTreeBuilder {
  private let limits: XMLLimits
  private let accepts: (_ root: String, _ namespace: String) -> Bool
  private let wanted: Set<String>
  private var open: [XMLElement] = []
  private var depth = 0
  private var elements = 0
  /// The depth of the unwanted element that we are inside of.
  private var unwantedDepth: Int?

  private(set) var root: XMLElement?
  private(set) var refusal: UBLError?

  init(
    limits: XMLLimits, wanted: Set<String>,
    accepts: @escaping (_ root: String, _ namespace: String) -> Bool
  ) {
    self.limits = limits
    self.wanted = wanted
    self.accepts = accepts
  }

  func refuse(_ name: XMLLimits.Name) { refusal = refusal ?? .refused(name) }

  /// Counts the element; false when it passed a limit or is not wanted, so that its attributes need
  /// not be read.
  func start(_ name: String, namespace: String, attributes: Int) -> Bool {
    depth += 1
    elements += 1
    if depth > limits.depth { refuse(.depth) }
    if elements > limits.elements { refuse(.elements) }
    if attributes > limits.attributes { refuse(.attributes) }
    if depth == 1, refusal == nil, !accepts(name, namespace) {
      refusal = .notUBL(root: name, namespace: namespace)
    }
    guard refusal == nil, unwantedDepth == nil else { return false }
    if depth > 1, !wanted.contains(namespace) {
      unwantedDepth = depth
      return false
    }
    open.append(XMLElement(name: name))
    return true
  }

  func attribute(_ name: String, _ value: String) {
    open[open.count - 1].attributes[name] = value
  }

  func text(_ text: String) {
    guard unwantedDepth == nil, !open.isEmpty else { return }
    open[open.count - 1].text += text
  }

  func end() {
    depth -= 1
    if let unwanted = unwantedDepth {
      if depth < unwanted { unwantedDepth = nil }
      return
    }
    guard let closed = open.popLast() else { return }
    if open.isEmpty {
      root = closed
    } else {
      open[open.count - 1].children.append(closed)
    }
  }
}
