import Testing

/// Who may import whom: our modules (transitively) and the C libraries, each with one importer.
/// Change this table only together with the picture in the README.
private let mayImport: [String: Set<String>] = [
  "StatusRules": [],
  "Threads": [],
  "RPC": ["Threads", "CNghttp2", "CZlib"],
  "Protobuf": ["CProtobufC"],
  "Contracts": ["RPC", "Protobuf", "ContractsC"],
  "RPCServices": ["RPC", "Contracts"],
  "Identity": ["RPC"],
  "Database": ["Threads", "CSQLite", "CPostgreSQL"],
  "Outbound": ["Threads", "CCurl"],
  "Content": ["Threads", "Outbound"],
  "EInvoice": ["CLibXML"],
  "Hosting": ["CMalloc", "RPC", "RPCServices"],
  "Records": ["StatusRules", "RPC", "Contracts", "RPCServices", "Identity", "Database"],
  "Assembly": [
    "StatusRules", "RPC", "Identity", "Database", "Records", "LinkGrants", "Outbound", "Hosting",
  ],
  "LinkGrants": ["RPC", "Contracts", "Identity", "Database", "Records"],
  "ClientLink": everythingShared.union(["CQREncode", "CPNG"]),
  "DocumentStatus": everythingShared,
  "IntegrationDispatch": everythingShared,
  // Identity: the tool signs tokens for development.
  "Daybook": [
    "Contracts", "Protobuf", "RPC", "RPCServices", "EInvoice", "StatusRules", "Identity",
  ],
]

private let everythingShared: Set<String> = [
  "StatusRules", "Threads", "RPC", "Contracts", "RPCServices", "Identity", "Database", "Outbound",
  "Content",
  "EInvoice", "Hosting", "Records", "LinkGrants", "Assembly",
]

private let ours: Set<String> = Set(mayImport.keys).union(mayImport.values.joined())

private func sources(of module: String) throws -> [(path: String, text: String)] {
  let tree = SourceTree()
  if module == "Contracts" {
    return try tree.swiftFiles(below: "Protos/Generated/Swift")
      + tree.swiftFiles(below: "Protos/Contracts")
  }
  let place = try tree.folders(below: "Shared").contains(module) ? "Shared" : "Services"
  return try tree.swiftFiles(below: "\(place)/\(module)")
}

@Suite struct `Import rules` {
  @Test(arguments: mayImport.keys.sorted())
  func `a module imports only what its place in the picture allows`(module: String) throws {
    let files = try sources(of: module)
    #expect(!files.isEmpty, "\(module) has no sources")
    for file in files {
      let imported = SourceTree.imports(in: file.text).intersection(ours).subtracting([module])
      #expect(imported.isSubset(of: mayImport[module, default: []]), "\(file.path)")
    }
  }

  @Test func `every module has a row in the table`() throws {
    let tree = SourceTree()
    let folders = try tree.folders(below: "Shared") + tree.folders(below: "Services")
    #expect(
      Set(folders).subtracting(["CLibraries"]) == Set(mayImport.keys).subtracting(["Contracts"]))
  }

  @Test(arguments: try SourceTree().folders(below: "Shared/CLibraries"))
  func `a C library has exactly one importing module`(library: String) throws {
    let importers = try mayImport.keys.filter { module in
      try sources(of: module).contains { SourceTree.imports(in: $0.text).contains(library) }
    }
    #expect(importers.count == 1, "\(library): \(importers)")
  }

  @Test func `nghttp2 is imported in the HTTP2 folder alone`() throws {
    for file in try sources(of: "RPC") where SourceTree.imports(in: file.text).contains("CNghttp2")
    {
      #expect(file.path.hasPrefix("Shared/RPC/HTTP2/"), "\(file.path)")
    }
  }

  @Test func `zlib is imported in the Compression folder alone`() throws {
    for file in try sources(of: "RPC") where SourceTree.imports(in: file.text).contains("CZlib") {
      #expect(file.path.hasPrefix("Shared/RPC/Compression/"), "\(file.path)")
    }
  }

  @Test func `no row of the table leads back to its own module`() {
    for module in mayImport.keys { #expect(!reachable(from: module).contains(module), "\(module)") }
  }

  private func reachable(from module: String) -> Set<String> {
    var found: Set<String> = []
    var open = Array(mayImport[module, default: []])
    while let next = open.popLast() {
      guard found.insert(next).inserted else { continue }
      open += mayImport[next, default: []]
    }
    return found
  }
}
