/// All machines of the domain, in the order in which a reader meets them.
package enum StateMachines {
  package static let all: [any StateMachine.Type] = [
    ClientMachine.self, InvitationMachine.self, RegistrationLinkMachine.self,
    DocumentMachine.self, AccountingMachine.self, IntegrationActivityMachine.self,
    IntegrationConfigurationMachine.self, DeliveryMachine.self,
  ]
}

extension StateMachine {
  /// The table drawn as a Mermaid `stateDiagram-v2`: one line an edge, its events after the colon;
  /// `[*]` is "nothing yet" on the left and "gone" on the right. Ends with a newline.
  package static var mermaid: String {
    let nodes = [nil] + Status.allCases.map(Optional.some)
    let edges = nodes.flatMap { from in
      nodes.compactMap { to in
        let events = table.events(from: from, to: to).map(\.rawValue)
        return events.isEmpty
          ? nil
          : "    \(node(from)) --> \(node(to)): \(events.joined(separator: ", "))"
      }
    }
    return (["stateDiagram-v2"] + edges).joined(separator: "\n") + "\n"
  }

  private static func node(_ status: Status?) -> String { status?.rawValue ?? "[*]" }
}

extension TransitionTable {
  fileprivate func events(from: Machine.Status?, to: Machine.Status?) -> [Machine.Event] {
    let events = rows.filter {
      !$0.isRepeat && $0.from.contains(from) && $0.next(after: from) == to
    }.map(\.event)
    return Machine.Event.allCases.filter(events.contains)
  }
}
