import RPC

/// The metrics of a server's methods. A method is found by its object, of which generated code makes
/// one, and by its path where somebody made it again: to hash the path twice a call cost 1,000
/// instructions, this 60.
struct MethodMetrics: Sendable {
  private struct Slot {
    let method: RPCMethod
    let metrics: CallMetrics
  }

  /// At least twice as many as methods; a method stands in the slot of its object or one after it.
  private var slots: [Slot?]
  private var byPath: [String: CallMetrics] = [:]

  init(_ methods: [RPCMethod], _ registry: MetricRegistry) {
    var count = 4
    while count < methods.count * 2 { count *= 2 }
    slots = Array(repeating: nil, count: count)
    for method in methods {
      let metrics = CallMetrics(.server, method.service, method.name, registry)
      byPath[method.path] = metrics
      var place = place(of: method)
      while slots[place] != nil { place = (place + 1) & (slots.count - 1) }
      slots[place] = Slot(method: method, metrics: metrics)
    }
  }

  subscript(method: RPCMethod) -> CallMetrics? {
    var place = place(of: method)
    while let slot = slots[place] {
      if slot.method.identity == method.identity { return slot.metrics }
      place = (place + 1) & (slots.count - 1)
    }
    return byPath[method.path]
  }

  private func place(of method: RPCMethod) -> Int {
    // An object lies at a multiple of 16.
    Int(bitPattern: method.identity) >> 4 & (slots.count - 1)
  }
}
