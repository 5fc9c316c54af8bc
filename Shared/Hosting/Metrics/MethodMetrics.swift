import RPC

/// The metrics of a server's methods. A method is found by its object, of which generated code makes
/// one, and by its path where somebody made it again: to hash the path twice a call cost 1,000
/// instructions, this 60.
@safe struct MethodMetrics: Sendable {
  /// At least twice as many as methods; a method stands in the slot of its object or one after it.
  /// The methods and their metrics apart, as to look at both would count their references.
  private var slots: [ObjectIdentifier?]
  private var metrics: [Unmanaged<CallMetrics>?]
  /// For as long as their objects stand in the slots.
  private let methods: [RPCMethod]
  private var byPath: [String: CallMetrics] = [:]

  init(_ methods: [RPCMethod], _ registry: MetricRegistry) {
    var count = 4
    while count < methods.count * 2 { count *= 2 }
    slots = Array(repeating: nil, count: count)
    unsafe metrics = Array(repeating: nil, count: count)
    self.methods = methods
    for method in methods {
      let made = CallMetrics(.server, method.service, method.name, registry)
      byPath[method.path] = made
      var place = place(of: method)
      while slots[place] != nil { place = (place + 1) & (slots.count - 1) }
      slots[place] = method.identity
      unsafe metrics[place] = .passUnretained(made)
    }
  }

  /// Hands over a method's metrics, uncounted: `byPath` has them. False where there are none.
  func use(_ method: RPCMethod, _ body: (CallMetrics) -> Void) -> Bool {
    var place = place(of: method)
    while let slot = slots[place] {
      if slot == method.identity, let found = unsafe metrics[place] {
        unsafe found._withUnsafeGuaranteedRef(body)
        return true
      }
      place = (place + 1) & (slots.count - 1)
    }
    guard let found = byPath[method.path] else { return false }
    body(found)
    return true
  }

  private func place(of method: RPCMethod) -> Int {
    // An object lies at a multiple of 16.
    Int(bitPattern: method.identity) >> 4 & (slots.count - 1)
  }
}
