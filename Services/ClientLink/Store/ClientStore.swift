import Database
import StatusRules

/// Which clients to list.
struct ClientQuery: Sendable {
  let partner: String
  /// Nil is both tabs.
  let tab: ClientStatus.Tab?
  /// The accountant whose assignments limit the list; nil for all clients.
  let seenBy: String?
  let limit: Int
}

/// The partners' client lists, with what is prepared for each client.
struct ClientStore: Sendable {
  func insert(_ client: ClientRecord, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      INSERT INTO client (partner, client, display_name, enterprise_number, contact_email,
        language_code, status, status_before_invitation, invited_since, check_passed,
        consent_business, business, subscription_plan, create_time, update_time, version)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
      """,
      [
        .text(client.name.partner), .text(client.name.client), .text(client.displayName),
        .text(client.enterpriseNumber), .text(client.contactEmail), .text(client.languageCode),
        .text(client.status.rawValue), .text(client.statusBeforeInvitation?.rawValue),
        .int(client.invitedSince),
        .bool(client.checkPassed), .text(client.consentBusiness), .text(client.business),
        .text(client.setup.subscriptionPlan), .int(client.createTime), .int(client.updateTime),
        .int(client.version),
      ])
    try await insertDetails(of: client, in: tx)
  }

  /// Stores all that may change, as the next version.
  func update(_ client: ClientRecord, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      UPDATE client SET display_name = $1, contact_email = $2, language_code = $3, status = $4,
        status_before_invitation = $5, invited_since = $6, check_passed = $7, consent_business = $8,
        business = $9, subscription_plan = $10, update_time = $11, version = $12
      WHERE partner = $13 AND client = $14
      """,
      [
        .text(client.displayName), .text(client.contactEmail), .text(client.languageCode),
        .text(client.status.rawValue), .text(client.statusBeforeInvitation?.rawValue),
        .int(client.invitedSince),
        .bool(client.checkPassed), .text(client.consentBusiness), .text(client.business),
        .text(client.setup.subscriptionPlan), .int(client.updateTime), .int(client.version),
        .text(client.name.partner), .text(client.name.client),
      ])
    try await deleteDetails(of: client.name, in: tx)
    try await insertDetails(of: client, in: tx)
  }

  func delete(_ name: ClientName, in tx: isolated Transaction) async throws {
    try await tx.execute(
      "DELETE FROM client WHERE partner = $1 AND client = $2",
      [.text(name.partner), .text(name.client)])
  }

  func client(_ name: ClientName, in tx: isolated Transaction) async throws -> ClientRecord? {
    let row = try await tx.first(Self.byName, [.text(name.partner), .text(name.client)])
    guard let row else { return nil }
    return try await record(row, in: tx)
  }

  /// In the order of their names, from after `position` on.
  func clients(
    _ query: ClientQuery, after position: [SQLValue]?, in tx: isolated Transaction
  ) async throws -> [ClientRecord] {
    let after = position ?? ["", ""]
    let rows = try await tx.query(
      """
      SELECT \(Self.columns) FROM client
      WHERE partner = $1 AND (display_name, client) > ($2, $3)
        AND ($4 = '' OR ($4 = 'active') = (status = 'active'))
        AND ($5 = '' OR EXISTS (SELECT 1 FROM client_accountant a
          WHERE a.partner = client.partner AND a.client = client.client AND a.prepared = 0
            AND a.subject = $5))
      ORDER BY display_name, client LIMIT $6
      """,
      [.text(query.partner)] + after + [
        .text(query.tab?.rawValue ?? ""), .text(query.seenBy ?? ""), .int(Int64(query.limit)),
      ])
    var clients: [ClientRecord] = []
    for row in rows { clients.append(try await record(row, in: tx)) }
    return clients
  }

  /// Where a client stands in the list.
  static func position(of client: ClientRecord) -> [SQLValue] {
    [.text(client.displayName), .text(client.name.client)]
  }

  /// What is kept of a partner, whether its list holds a number, and whether a rejection of that stands:
  /// one statement, as every business that is added asks for all three. They are asked as
  /// `PartnerStore.known` and `RejectionStore.stands` do for those who need one alone.
  func standing(
    ofNumber number: String, of partner: String, in tx: isolated Transaction
  ) async throws -> (partner: PartnerRecord?, isListed: Bool, isRejected: Bool) {
    let row = try await tx.first(
      """
      SELECT (SELECT kind FROM partner WHERE partner = $1) AS kind,
        (SELECT display_name FROM partner WHERE partner = $1) AS display_name,
        EXISTS (SELECT 1 FROM client WHERE partner = $1 AND enterprise_number = $2) AS listed,
        EXISTS (SELECT 1 FROM rejection WHERE partner = $1 AND enterprise_number = $2) AS rejected
      """, [.text(partner), .text(number)])
    guard let row else { return (nil, false, false) }
    let kept = try row.optionalWord("kind").map { kind in
      PartnerRecord(partner: partner, kind: kind, displayName: try row.text("display_name"))
    }
    return (kept, try row.bool("listed"), try row.bool("rejected"))
  }

  /// Put together once: it is the most frequent statement.
  private static let byName =
    "SELECT \(columns) FROM client WHERE partner = $1 AND client = $2"

  private static let columns = """
    partner, client, display_name, enterprise_number, contact_email, language_code, status, \
    status_before_invitation, invited_since, check_passed, consent_business, business, \
    subscription_plan, create_time, update_time, version, \
    EXISTS (SELECT 1 FROM client_accountant a \
      WHERE a.partner = client.partner AND a.client = client.client) AS has_accountants, \
    EXISTS (SELECT 1 FROM client_integration i \
      WHERE i.partner = client.partner AND i.client = client.client) AS has_integrations
    """

  private func record(_ row: Row, in tx: isolated Transaction) async throws -> ClientRecord {
    let name = ClientName(partner: try row.text("partner"), client: try row.text("client"))
    // Most have neither: a list asks once and not three times more for each client.
    let accountants =
      try row.bool("has_accountants")
      ? try await accountants(of: name, in: tx) : (assigned: [], prepared: [])
    let integrations =
      try row.bool("has_integrations") ? try await integrations(of: name, in: tx) : []
    return ClientRecord(
      name: name, displayName: try row.text("display_name"),
      enterpriseNumber: try row.text("enterprise_number"),
      contactEmail: try row.text("contact_email"), languageCode: try row.text("language_code"),
      status: try row.word("status"),
      statusBeforeInvitation: try row.optionalWord("status_before_invitation"),
      invitedSince: try row.optionalInt("invited_since"),
      checkPassed: try row.bool("check_passed"),
      consentBusiness: try row.optionalText("consent_business"),
      business: try row.optionalText("business"),
      setup: ClientSetup(
        subscriptionPlan: try row.text("subscription_plan"),
        integrations: integrations, accountants: accountants.prepared),
      accountants: accountants.assigned,
      createTime: try row.int("create_time"), updateTime: try row.int("update_time"),
      version: try row.int("version"))
  }
}

/// The rows that hang on a client.
extension ClientStore {
  private func accountants(
    of name: ClientName, in tx: isolated Transaction
  ) async throws -> (assigned: [String], prepared: [String]) {
    var found: (assigned: [String], prepared: [String]) = ([], [])
    let rows = try await tx.query(
      """
      SELECT prepared, subject FROM client_accountant WHERE partner = $1 AND client = $2
      ORDER BY prepared, subject
      """, [.text(name.partner), .text(name.client)])
    for row in rows {
      if try row.bool("prepared") {
        found.prepared.append(try row.text("subject"))
      } else {
        found.assigned.append(try row.text("subject"))
      }
    }
    return found
  }

  private func integrations(
    of name: ClientName, in tx: isolated Transaction
  ) async throws -> [PreparedIntegration] {
    try await tx.query(
      """
      SELECT connector, display_name FROM client_integration WHERE partner = $1 AND client = $2
      ORDER BY place
      """, [.text(name.partner), .text(name.client)]
    ).map {
      PreparedIntegration(
        connector: try $0.text("connector"), displayName: try $0.text("display_name"))
    }
  }

  private func deleteDetails(of name: ClientName, in tx: isolated Transaction) async throws {
    let key: [SQLValue] = [.text(name.partner), .text(name.client)]
    try await tx.execute(
      "DELETE FROM client_accountant WHERE partner = $1 AND client = $2", key)
    try await tx.execute(
      "DELETE FROM client_integration WHERE partner = $1 AND client = $2", key)
  }

  private func insertDetails(of client: ClientRecord, in tx: isolated Transaction) async throws {
    let key: [SQLValue] = [.text(client.name.partner), .text(client.name.client)]
    let accountants =
      client.accountants.map { ($0, false) } + client.setup.accountants.map { ($0, true) }
    for (subject, prepared) in accountants {
      try await tx.execute(
        """
        INSERT INTO client_accountant (partner, client, subject, prepared)
        VALUES ($1, $2, $3, $4)
        """, key + [.text(subject), .bool(prepared)])
    }
    for (place, integration) in client.setup.integrations.enumerated() {
      try await tx.execute(
        """
        INSERT INTO client_integration (partner, client, place, connector, display_name)
        VALUES ($1, $2, $3, $4, $5)
        """,
        key + [.int(Int64(place)), .text(integration.connector), .text(integration.displayName)])
    }
  }
}

extension Row {
  /// A word of an enum; one that the executable does not know is damage, or a later version's.
  func word<Word: RawRepresentable<String>>(_ column: String) throws(DatabaseError) -> Word {
    guard let word: Word = try optionalWord(column) else {
      throw DatabaseError(.corrupt, "\(column) is missing")
    }
    return word
  }

  func optionalWord<Word: RawRepresentable<String>>(
    _ column: String
  ) throws(DatabaseError) -> Word? {
    guard let text = try optionalText(column) else { return nil }
    guard let word = Word(rawValue: text) else {
      throw DatabaseError(.corrupt, "\(column) holds the unknown word \(text)")
    }
    return word
  }
}
