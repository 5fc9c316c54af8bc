// swift-tools-version: 6.2
import PackageDescription

// Every target is compiled alike: Swift 6 mode, warnings are errors, unsafe code is marked where it
// stands, and an async function stays on its caller's executor (a handler stays on its event loop).
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  // Exclusive access is checked at run time where the tests run, in debug builds: in release the checks
  // were a tenth of a call's instructions.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

func nio(_ product: String) -> Target.Dependency { .product(name: product, package: "swift-nio") }
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let coreMetrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(
  name: "UnixSignals", package: "swift-service-lifecycle")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let histogram = Target.Dependency.product(name: "Histogram", package: "hdrhistogram-swift")

func shared(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Shared/\(name)", exclude: ["README.md"],
    swiftSettings: strict)
}

/// A Debian library; its module map stands in Shared/CLibraries.
func library(_ name: String, pkgConfig: String? = nil) -> Target {
  .systemLibrary(name: name, path: "Shared/CLibraries/\(name)", pkgConfig: pkgConfig)
}

/// A service's executable. A service uses everything in Shared and never another service.
func service(_ name: String, _ more: [Target.Dependency] = []) -> Target {
  .executableTarget(
    name: name,
    dependencies: [
      "StatusRules", "RPC", "Contracts", "RPCServices", "Identity", "Database", "Outbound",
      "EInvoice", "Records", "Assembly", "Hosting", logging, metrics, crypto, lifecycle,
    ] + more,
    path: "Services/\(name)", exclude: ["README.md", "Migrations/schema.sql"], swiftSettings: strict
  )
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [],
  resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, path: "Tests/\(name)", exclude: exclude,
    resources: resources, swiftSettings: strict)
}

/// What the tests of a service use of Shared.
let inProcess: [Target.Dependency] = [
  "StatusRules", "RPC", "Contracts", "RPCServices", "Identity", "Database", "Outbound", "EInvoice",
  "Records", "Assembly", "Hosting", "TestDatabases", "TestPrograms", crypto, logging,
  nio("NIOCore"), nio("NIOPosix"),
]

/// Narrows the package to the targets that DAYBOOK_TARGETS names and what they need
/// (DAYBOOK_TARGETS="RPCTests" swift build --build-tests --sanitize=thread): a sanitizer build, or
/// work on one part, pays for nothing else.
func narrowed(_ package: Package) -> Package {
  guard let wanted = Context.environment["DAYBOOK_TARGETS"] else { return package }
  let byName = Dictionary(uniqueKeysWithValues: package.targets.map { ($0.name, $0) })
  var needed: Set<String> = []
  func add(_ name: String) {
    guard let target = byName[name], needed.insert(name).inserted else { return }
    for case .byNameItem(let dependency, _) in target.dependencies { add(dependency) }
  }
  for name in wanted.split(separator: " ") { add(String(name)) }
  package.targets.removeAll { !needed.contains($0.name) }
  package.products.removeAll {
    ($0 as? Product.Executable)?.targets.allSatisfy(needed.contains) == false
  }
  return package
}

/// With DAYBOOK_FAULTS=1 the services can be told to break what they guarantee, so that one sees
/// deploy/torture find it (Tests/Torture). For that alone: keep such a build in a folder of its own.
func faulty(_ package: Package) -> Package {
  guard Context.environment["DAYBOOK_FAULTS"] == "1" else { return package }
  for target in package.targets where ["Database", "IntegrationDispatch"].contains(target.name) {
    target.swiftSettings?.append(.define("DAYBOOK_FAULTS"))
  }
  return package
}

/// An optimised executable has Swift's own libraries within: it runs where Swift is not installed,
/// takes 4 MB less memory, and a call costs up to 2 % fewer instructions than by way of shared ones.
/// lld links it, since the default linker warns of what Foundation calls.
func selfContained(_ package: Package) -> Package {
  let swiftLibraries: [LinkerSetting] =
    [.unsafeFlags(["-static-stdlib", "-use-ld=lld"], .when(configuration: .release))]
    // What Foundation's own archive needs; shared, it would bring them itself.
    + ["CoreFoundation", "_FoundationICU", "_FoundationCShims", "_FoundationCollections"].map {
      .linkedLibrary($0, .when(configuration: .release))
    }
  let names = package.products.compactMap { $0 as? Product.Executable }.flatMap(\.targets)
  for target in package.targets where names.contains(target.name) {
    target.linkerSettings = (target.linkerSettings ?? []) + swiftLibraries
  }
  return package
}

let whole = Package(
  name: "daybook",
  products: [
    .executable(name: "client-link", targets: ["ClientLink"]),
    .executable(name: "document-status", targets: ["DocumentStatus"]),
    .executable(name: "integration-dispatch", targets: ["IntegrationDispatch"]),
    .executable(name: "daybook", targets: ["Daybook"]),
    .executable(name: "interop-server", targets: ["InteropServer"]),
    .executable(name: "interop-client", targets: ["InteropClient"]),
    .executable(name: "echo-server", targets: ["EchoServer"]),
    .executable(name: "echo-client", targets: ["EchoClient"]),
    .executable(name: "call-costs", targets: ["CallCosts"]),
    .executable(name: "daybook-load", targets: ["DaybookLoad"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
  ],
  targets: [
    library("CNghttp2", pkgConfig: "libnghttp2"),
    library("CZlib", pkgConfig: "zlib"),
    library("CProtobufC", pkgConfig: "libprotobuf-c"),
    library("CSQLite", pkgConfig: "sqlite3"),
    library("CPostgreSQL", pkgConfig: "libpq"),
    library("CCurl", pkgConfig: "libcurl"),
    library("CLibXML", pkgConfig: "libxml-2.0"),
    library("CQREncode", pkgConfig: "libqrencode"),
    library("CPNG", pkgConfig: "libpng"),
    library("CMalloc"),

    shared("StatusRules"),
    shared("Threads"),
    shared(
      "RPC",
      ["Threads", "CNghttp2", "CZlib", nio("NIOCore"), nio("NIOPosix"), nio("NIOTLS"), nioSSL]),
    shared("Protobuf", ["CProtobufC"]),
    .target(
      name: "ContractsC", dependencies: ["CProtobufC"], path: "Protos/Generated/C",
      publicHeadersPath: "."),
    .target(
      name: "Contracts", dependencies: ["RPC", "Protobuf", "ContractsC", nio("NIOCore")],
      path: "Protos",
      exclude: ["Generator", "Generated/C", "daybook", "google", "grpc", "generate", "README.md"],
      sources: ["Contracts", "Generated/Swift"], swiftSettings: strict),
    shared("RPCServices", ["RPC", "Contracts", nio("NIOCore")]),
    shared("Identity", ["RPC", jwt, crypto]),
    shared("Database", ["Threads", "CSQLite", "CPostgreSQL", crypto]),
    shared("Outbound", ["Threads", "CCurl"]),
    shared("Content", ["Threads", "Outbound", crypto]),
    shared("EInvoice", ["CLibXML"]),
    shared(
      "Records",
      ["StatusRules", "RPC", "Contracts", "RPCServices", "Identity", "Database", nio("NIOCore")]),
    shared("LinkGrants", ["RPC", "Contracts", "Identity", "Database", "Records"]),
    shared(
      "Hosting",
      [
        "CMalloc", "RPC", "RPCServices", nio("NIOCore"), nio("NIOPosix"), nio("NIOHTTP1"), nioSSL,
        logging, metrics, coreMetrics, lifecycle, signals, configuration,
      ]),
    shared(
      "Assembly",
      [
        "StatusRules", "RPC", "Identity", "Database", "Records", "LinkGrants", "Outbound",
        "Hosting", crypto,
        lifecycle, logging,
      ]),

    service("ClientLink", ["CQREncode", "CPNG"]),
    service("DocumentStatus", ["Content", "LinkGrants"]),
    service("IntegrationDispatch", ["LinkGrants"]),
    .executableTarget(
      name: "Daybook",
      dependencies: [
        "Contracts", "Protobuf", "RPC", "RPCServices", "EInvoice", "StatusRules", "Identity",
        arguments,
      ],
      path: "Services/Daybook", exclude: ["README.md"], swiftSettings: strict),

    tests("LayoutTests", ["StatusRules"]),
    tests("StatusRulesTests", ["StatusRules"]),
    tests("ThreadsTests", ["Threads"]),
    .target(
      name: "RPCTestSupport", dependencies: ["RPC", nio("NIOCore"), nio("NIOPosix"), nioSSL],
      path: "Tests/RPCTestSupport", swiftSettings: strict),
    tests(
      "RPCTests",
      [
        "RPC", "RPCTestSupport", "TestPrograms", nio("NIOCore"), nio("NIOPosix"),
        nio("NIOEmbedded"), nioSSL,
      ]),
    tests("FrameTests", ["RPC", "RPCTestSupport", nioSSL], exclude: ["README.md"]),
    tests("AttackTests", ["RPC", "RPCTestSupport", "InteropServer"], exclude: ["README.md"]),
    tests("ProtobufTests", ["Protobuf"]),
    .target(
      name: "TestProtosC", dependencies: ["CProtobufC", "ContractsC"], path: "Tests/TestProtosC",
      publicHeadersPath: "."),
    tests("ContractsTests", ["Contracts", "Protobuf", "RPC", "TestProtosC", nio("NIOCore")]),
    tests("RPCServicesTests", ["RPCServices", "Contracts", "RPC"]),
    .target(
      name: "InteropProtosC", dependencies: ["CProtobufC"], path: "Tests/Interop/Generated/C",
      publicHeadersPath: "."),
    .target(
      name: "InteropProtos",
      dependencies: ["RPC", "Protobuf", "Contracts", "InteropProtosC"],
      path: "Tests/Interop/Generated/Swift", swiftSettings: strict),
    .executableTarget(
      name: "InteropServer", dependencies: ["RPC", "InteropProtos", arguments],
      path: "Tests/Interop/Server", swiftSettings: strict),
    .executableTarget(
      name: "InteropClient", dependencies: ["RPC", "InteropProtos", arguments],
      path: "Tests/Interop/Client", swiftSettings: strict),
    .target(
      name: "LoadProtosC", dependencies: ["CProtobufC"], path: "Tests/Load/Generated/C",
      publicHeadersPath: "."),
    .target(
      name: "LoadProtos", dependencies: ["RPC", "Protobuf", "Contracts", "LoadProtosC"],
      path: "Tests/Load/Generated/Swift", swiftSettings: strict),
    .target(
      name: "EchoService", dependencies: ["RPC", "LoadProtos", "Threads"],
      path: "Tests/Load/EchoService",
      swiftSettings: strict),
    .executableTarget(
      name: "EchoServer",
      dependencies: ["RPC", "Hosting", "LoadProtos", "EchoService", arguments, logging],
      path: "Tests/Load/EchoServer", swiftSettings: strict),
    .executableTarget(
      name: "EchoClient", dependencies: ["RPC", "LoadProtos", arguments],
      path: "Tests/Load/EchoClient", swiftSettings: strict),
    .target(name: "CMallocCount", path: "Tests/Load/CMallocCount"),
    .executableTarget(
      name: "CallCosts",
      dependencies: [
        "RPC", "Hosting", "LoadProtos", "EchoService", "CMallocCount", arguments, logging,
        nio("NIOCore"), nio("NIOEmbedded"),
      ],
      path: "Tests/Load/CallCosts", exclude: ["bare.script", "full.script"], swiftSettings: strict),
    .executableTarget(
      name: "DaybookLoad",
      dependencies: ["Contracts", "RPC", arguments, histogram, nio("NIOCore")],
      path: "Tests/Load/DaybookLoad", swiftSettings: strict),
    tests("LoadTests", ["DaybookLoad", "Contracts", "RPC", "RPCServices", arguments]),
    tests("IdentityTests", ["Identity", "RPC", jwt, crypto]),
    .target(name: "CFaultVFS", dependencies: ["CSQLite"], path: "Tests/FaultVFS"),
    .target(name: "TestPrograms", path: "Tests/TestPrograms", swiftSettings: strict),
    .target(
      name: "TestDatabases", dependencies: ["Database", "TestPrograms"],
      path: "Tests/TestDatabases", swiftSettings: strict),
    tests(
      "DatabaseTests",
      ["Database", "Threads", "TestDatabases", "TestPrograms", "CFaultVFS", crypto]),
    tests("LinkGrantsTests", ["LinkGrants", "Database", "TestDatabases"]),
    .executableTarget(
      name: "DatabaseRates", dependencies: ["Database"], path: "Tests/DatabaseRates",
      swiftSettings: strict),
    tests("OutboundTests", ["Outbound", "TestPrograms"]),
    tests("ContentTests", ["Content", "Outbound", "TestPrograms"]),
    tests("EInvoiceTests", ["EInvoice"]),
    .executableTarget(
      name: "HostingProbe", dependencies: ["Hosting", "RPC"], path: "Tests/HostingProbe",
      swiftSettings: strict),
    tests(
      "HostingTests",
      [
        "Hosting", "HostingProbe", "RPC", "RPCTestSupport", "Threads", logging, coreMetrics,
        nio("NIOCore"), nio("NIOPosix"),
      ]),
    tests("ClientLinkTests", ["ClientLink"] + inProcess),
    tests("DocumentStatusTests", ["DocumentStatus", "Content", "LinkGrants"] + inProcess),
    tests("IntegrationDispatchTests", ["IntegrationDispatch", "LinkGrants"] + inProcess),
    tests(
      "DaybookTests",
      [
        "Daybook", "Contracts", "Protobuf", "RPC", "RPCServices", "StatusRules", "Identity",
        arguments, nio("NIOCore"),
      ]),
    tests(
      "EndToEndTests",
      [
        "ClientLink", "DocumentStatus", "IntegrationDispatch", "Daybook", "DaybookLoad",
        "Contracts", "RPC", "Identity", nio("NIOCore"),
      ]),
  ]
)

// The fuzzer is built with libFuzzer alone: Tests/Sanitizers/build says where that is.
if let libFuzzer = Context.environment["DAYBOOK_LIBFUZZER"] {
  whole.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzz/CLibFuzzer"),
    .executableTarget(
      name: "Fuzz",
      dependencies: ["RPC", "Contracts", "RPCTestSupport", "CLibFuzzer", nio("NIOCore")],
      path: "Tests/Fuzz/Sources", swiftSettings: strict,
      linkerSettings: [.unsafeFlags([libFuzzer]), .linkedLibrary("stdc++")]),
  ]
}

let package = selfContained(faulty(narrowed(whole)))
