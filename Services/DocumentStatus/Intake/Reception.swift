import Assembly
import Database
import RPC
import Records
import StatusRules

/// What became of a transmission.
struct Received: Sendable {
  /// Nil where the transmission came before and its document was discarded since.
  let document: DocumentRecord?
  /// The transmission, or the bytes in it, were there already.
  let isRedelivery: Bool
}

/// Takes in what the network delivers: a correct e-invoice is approved at once, any other awaits
/// validation. The same transmission, and the same bytes in another one, change nothing. Other bytes
/// of the same sender, number, type and year may be a correction: they await a person's look.
struct Reception: Sendable {
  private let cause: Cause
  private let documents = DocumentStore()
  private let transmissions = TransmissionStore()
  private let effects: DocumentEffects

  init(by cause: Cause, outbox: Outbox) {
    self.cause = cause
    effects = DocumentEffects(by: cause, outbox: outbox)
  }

  func receive(
    _ arrival: Arrival, as transmission: String, for business: String, in tx: isolated Transaction
  ) async throws -> Received {
    if let known = try await transmissions.document(of: transmission, in: business, tx: tx) {
      return try again(try await documents.document(known, in: tx), arrival)
    }
    let same = try await documents.document(
      of: arrival.original.content, in: business, tx: tx)
    if let same {
      try await transmissions.insert(transmission, of: same, in: tx)
      return try again(try await documents.document(same, in: tx), arrival)
    }
    let twin = try await documents.twin(
      key: arrival.assessment.duplicateKey, in: business, tx: tx)
    var facts = arrival.facts
    facts.isNotDuplicate = twin == nil
    facts.isCorrectlyFormatted = arrival.assessment.isComplete && twin == nil
    let outcome = try DocumentMachine.decide(.receive, on: nil, by: cause.actor, given: facts)
    let document = try await effects.bringIn(
      twin.map(arrival.besides) ?? arrival, .receive, outcome, to: business, in: tx)
    try await transmissions.insert(transmission, of: document.name, in: tx)
    return Received(document: document, isRedelivery: false)
  }

  /// The rules say of a redelivery that it has had its effect.
  private func again(_ document: DocumentRecord?, _ arrival: Arrival) throws -> Received {
    var facts = document?.facts() ?? arrival.facts
    facts.isRedelivery = true
    _ = try DocumentMachine.decide(.receive, on: document, by: cause.actor, given: facts)
    return Received(document: document, isRedelivery: true)
  }
}
