import RPC

/// A file of clients as it streams in: its header says which column is which, every record after it
/// becomes a draft or the reason why not.
struct ClientFile {
  enum Column: String, CaseIterable {
    case displayName = "display_name"
    case enterpriseNumber = "enterprise_number"
    case contactEmail = "contact_email"
    case languageCode = "language_code"
    case subscriptionPlan = "subscription_plan"

    static let needed: [Column] = [.displayName, .enterpriseNumber]
  }

  private var reader = CSVReader()
  private var columns: [Column]?

  /// The lines that these bytes complete.
  ///
  /// - Throws: INVALID_ARGUMENT for a header that cannot be used: no line could be right then.
  mutating func read(_ chunk: [UInt8]) throws(RPCError) -> [ClientLine] {
    reader.append(chunk)
    return try lines()
  }

  /// The last line, where the file does not end in a line break.
  mutating func end() throws(RPCError) -> [ClientLine] {
    reader.end()
    let lines = try lines()
    guard columns != nil else {
      throw RPCError(.invalidArgument, "the file is empty: its first line must be the header")
    }
    return lines
  }

  private mutating func lines() throws(RPCError) -> [ClientLine] {
    var lines: [ClientLine] = []
    while let record = reader.next() {
      if let columns {
        lines.append(ClientLine(record, columns))
      } else {
        columns = try Self.header(record)
      }
    }
    return lines
  }

  private static func header(_ record: CSVRecord) throws(RPCError) -> [Column] {
    let names: [String]
    do {
      names = try record.fields.get()
    } catch {
      throw RPCError(.invalidArgument, "the header cannot be read: \(error.advice)")
    }
    var columns: [Column] = []
    for (place, name) in names.enumerated() {
      let known = Column(rawValue: name.lowercased().filter { !$0.isWhitespace })
      guard let known, !columns.contains(known) else {
        let all = Column.allCases.map(\.rawValue).joined(separator: ", ")
        throw RPCError(
          .invalidArgument, "column \(place + 1) of the header must be one of \(all), each once")
      }
      columns.append(known)
    }
    for column in Column.needed where !columns.contains(column) {
      throw RPCError(.invalidArgument, "the header has no column \(column.rawValue)")
    }
    return columns
  }
}

/// A line of the file.
struct ClientLine: Sendable {
  /// The header being 1.
  let line: Int64
  let content: [UInt8]
  /// INVALID_ARGUMENT says what is wrong with the line.
  let draft: Result<ClientDraft, RPCError>

  init(_ record: CSVRecord, _ columns: [ClientFile.Column]) {
    line = record.line
    content = record.content
    do {
      draft = .success(try Self.draft(try record.fields.get(), columns))
    } catch let fault as CSVFault {
      draft = .failure(RPCError(.invalidArgument, fault.advice))
    } catch let error as RPCError {
      draft = .failure(error)
    } catch {
      draft = .failure(RPCError(.internalError, "the line could not be read", cause: error))
    }
  }

  private static func draft(
    _ fields: [String], _ columns: [ClientFile.Column]
  ) throws -> ClientDraft {
    guard fields.count == columns.count else {
      throw RPCError(
        .invalidArgument,
        "the line has \(fields.count) fields where the header has \(columns.count)")
    }
    var texts: [ClientFile.Column: String] = [:]
    for (column, field) in zip(columns, fields) { texts[column] = field }
    var draft = ClientDraft(
      displayName: try ClientText.displayName(texts[.displayName] ?? ""),
      enterpriseNumber: try ClientText.enterpriseNumber(texts[.enterpriseNumber] ?? ""),
      contactEmail: try ClientText.contactEmail(texts[.contactEmail] ?? ""),
      languageCode: try ClientText.languageCode(texts[.languageCode] ?? ""))
    draft.setup.subscriptionPlan = try ClientSetup.plan(texts[.subscriptionPlan] ?? "")
    return draft
  }
}
