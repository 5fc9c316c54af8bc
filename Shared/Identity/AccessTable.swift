package import RPC

/// One row of the access table: who may call a method.
package struct MethodAccess: Sendable, Hashable {
  enum Grant: Sendable, Hashable {
    case everybody
    case roles(RoleSet)
  }

  package let method: RPCMethod
  let grant: Grant

  private init(_ method: RPCMethod, _ grant: Grant) {
    self.method = method
    self.grant = grant
  }

  /// The callers with at least one of these roles.
  package init(_ method: RPCMethod, allow roles: CallerRole...) {
    self.init(method, .roles(RoleSet(roles)))
  }

  package init(_ method: RPCMethod, allow roles: [CallerRole]) {
    self.init(method, .roles(RoleSet(roles)))
  }

  /// Everybody, proven or not: health and reflection. No credentials are looked at.
  package static func everybody(_ method: RPCMethod) -> MethodAccess {
    MethodAccess(method, .everybody)
  }

  /// The same row for each of several methods.
  package static func rows(_ methods: [RPCMethod], allow roles: CallerRole...) -> [MethodAccess] {
    methods.map { MethodAccess($0, allow: roles) }
  }

  /// Who may call, for people: `partner administrator, partner client_manager`.
  package var allowed: String {
    switch grant {
    case .everybody: "everybody"
    case .roles(let roles): roles.roles.map(\.description).joined(separator: ", ")
    }
  }
}

/// The one table that says which caller may call which method, in `RPCMethod.path` order. A method that
/// is not in it, or is in it twice, is refused to everybody and stops the start.
package struct AccessTable: Sendable {
  package let rows: [MethodAccess]
  private let byPath: [String: MethodAccess]

  package init(_ rows: [MethodAccess]) {
    self.rows = rows.sorted { $0.method.path < $1.method.path }
    byPath = Dictionary(
      rows.map { ($0.method.path, $0) },
      uniquingKeysWith: { row, _ in MethodAccess(row.method, allow: []) })
  }

  /// Whether the method is open to callers who prove nothing.
  func isOpen(_ method: RPCMethod) -> Bool {
    byPath[method.path]?.grant == .everybody
  }

  /// Holds that the caller may call the method.
  ///
  /// - Throws: PERMISSION_DENIED naming the roles that may. It depends on the method and the caller's
  ///   roles alone, so it tells nothing about what exists.
  package func check(_ caller: Caller, mayCall method: RPCMethod) throws(RPCError) {
    guard let row = byPath[method.path] else {
      throw RPCError(.permissionDenied, "nobody may call \(method.path)")
    }
    switch row.grant {
    case .everybody: return
    case .roles(let roles):
      guard roles.isDisjoint(with: caller.roleSet) else { return }
      let allowed = row.allowed
      throw RPCError(
        .permissionDenied,
        allowed.isEmpty
          ? "nobody may call \(method.path)" : "\(method.path) may be called by: \(allowed)")
    }
  }

  /// Holds that the table has exactly one row for each method that the server offers, and none besides;
  /// a service calls this before it starts.
  package func validate(against methods: [RPCMethod]) throws(AccessTableError) {
    let offered = Set(methods.map(\.path))
    let counts = Dictionary(rows.map { ($0.method.path, 1) }, uniquingKeysWith: +)
    let error = AccessTableError(
      missing: offered.filter { counts[$0] == nil }.sorted(),
      repeated: counts.filter { $0.value > 1 }.keys.sorted(),
      unknown: counts.keys.filter { !offered.contains($0) }.sorted(),
      empty: rows.filter { $0.grant == .roles([]) }.map(\.method.path))
    guard error.isEmpty else { throw error }
  }
}

extension AccessTable: CustomStringConvertible {
  /// A Markdown table of methods and who may call them.
  package var description: String {
    (["| method | may be called by |", "|---|---|"]
      + rows.map { "| \($0.method.path) | \($0.allowed) |" }).joined(separator: "\n")
  }
}

/// Where an access table and the methods that a server offers differ.
package struct AccessTableError: Error, Equatable, CustomStringConvertible {
  /// Offered without a row.
  package let missing: [String]
  /// In the table more than once.
  package let repeated: [String]
  /// In the table but not offered.
  package let unknown: [String]
  /// Rows that let nobody in.
  package let empty: [String]

  var isEmpty: Bool { missing.isEmpty && repeated.isEmpty && unknown.isEmpty && empty.isEmpty }

  package var description: String {
    [
      ("without a row", missing), ("with several rows", repeated),
      ("with a row but not offered", unknown),
      ("with a row that lets nobody in", empty),
    ]
    .filter { !$0.1.isEmpty }
    .map { "methods \($0.0): \($0.1.joined(separator: ", "))" }
    .joined(separator: "; ")
  }
}
