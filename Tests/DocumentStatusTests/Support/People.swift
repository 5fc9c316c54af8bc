import Contracts
import Identity
import RPC
import Records
import Testing

/// The people and services of the tests, each by the word that their calls carry.
enum People {
  static let all: [String: Caller] = [
    "baker": user("baker", "bakery", .business, [.business(.administrator)], "BE0400123020"),
    "clerk": user("clerk", "bakery", .business, [.business(.member)], "BE0400123020"),
    "cyclist": user("cyclist", "bicycle", .business, [.business(.administrator)], "BE0417225011"),
    "head": user("head", "firm", .partner(.accounting), [.partner(.administrator)]),
    "anna": user("anna", "firm", .partner(.accounting), [.partner(.accountant)]),
    "ben": user("ben", "firm", .partner(.accounting), [.partner(.accountant)]),
    "manager": user("manager", "firm", .partner(.accounting), [.partner(.clientManager)]),
    "rival": user("rival", "rivals", .partner(.accounting), [.partner(.administrator)]),
    "office": user("office", "office", .backOffice, [.backOffice]),
    "network": Caller(.service(.network)),
    "bank-feed": Caller(.service(.bankFeed)),
    "client-link": Caller(.service(.clientLink)),
    "document-status": Caller(.service(.documentStatus)),
    "integration-dispatch": Caller(.service(.integrationDispatch)),
    "gateway": Caller(.service(.gateway)),
  ]

  private static func user(
    _ subject: String, _ space: String, _ kind: SpaceKind, _ roles: [CallerRole],
    _ number: String? = nil
  ) -> Caller {
    guard let subject = Subject(subject), let space = SpaceID(space) else {
      return Caller(.service(.gateway))
    }
    return Caller(
      .user(
        User(
          subject: subject, space: space, spaceKind: kind, roles: roles, enterpriseNumber: number)))
  }
}

extension RPCError {
  /// What is allowed instead; nil where the status does not tell.
  var transitionRefusal: TransitionRefusal? {
    let details = (try? GoogleRpcStatus(storedBytes: details))?.details ?? []
    return details.first { $0.typeUrl.hasSuffix("/\(TransitionRefusal.protoName)") }
      .flatMap { try? TransitionRefusal(storedBytes: $0.value) }
  }
}

/// The status that a call ends with; nil when it succeeds.
func refusal(_ body: () async throws -> Void) async -> RPCError? {
  do {
    try await body()
    return nil
  } catch {
    return (error as? RPCError) ?? RPCError(.unknown, "\(error)")
  }
}
