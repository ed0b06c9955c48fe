// swift-tools-version: 6.1
import PackageDescription

// One line per target, in the order of ARCHITECTURE.md: a target imports only targets above it.

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

/// A module and the modules that its sources import.
func module(_ name: String, _ imports: Target.Dependency...) -> Target {
    .target(name: name, dependencies: imports, swiftSettings: settings)
}

/// Tests may import everything that the module they test does, and the test support.
func tests(of name: String, _ imports: Target.Dependency...) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: ["TestSupport", .byName(name: name)] + imports, swiftSettings: settings)
}

let package = Package(
    name: "esteira",
    products: [.executable(name: "esteira", targets: ["esteira"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    ],
    targets: [
        // MARK: C libraries
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .systemLibrary(name: "CPostgres"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CCurl"),
        .target(name: "CDuckDB"),

        // MARK: The language
        module("Reporting"),
        module("Expressions", "Reporting"),
        module("Algebra", "Expressions"),
        module("Configuration", "CYAML", "Expressions", "Reporting"),
        module("Synthesis", "CZlib", "Expressions", "Reporting"),
        module("Engines", "Algebra", "Expressions"),
        module("Quality", "Configuration", "Engines", "Expressions", "Reporting"),
        module("Kinds", "Algebra", "Configuration", "Expressions", "Quality", "Reporting", "Synthesis"),
        module(
            "Planning", "Algebra", "Configuration", "Engines", "Expressions", "Kinds", "Quality", "Reporting",
            "Synthesis"),
        module(
            "Linting", "Algebra", "Configuration", "Expressions", "Kinds", "Planning", "Quality", "Reporting",
            "Synthesis"),
        module("Portuguese", "Reporting"),

        // MARK: The world
        module("DuckDBEngine", "CDuckDB", "Engines", "Expressions"),
        module("LakeStorage", "Engines"),
        module("Warehouse", "CPostgres", "Engines", "Expressions"),
        module("Execution", "Reporting", grdb),
        module("Monitoring", "Execution", "Reporting"),
        module("Notifying", "CCurl", "Configuration", "Engines", "Execution", "Kinds", "Reporting"),
        module(
            "Runners", "Algebra", "Configuration", "DuckDBEngine", "Engines", "Execution", "Expressions", "Kinds",
            "LakeStorage", "Planning", "Quality", "Reporting", "Synthesis", "Warehouse"),
        .executableTarget(
            name: "esteira",
            dependencies: [
                "Algebra", "Configuration", "DuckDBEngine", "Engines", "Execution", "Expressions", "Kinds",
                "LakeStorage",
                "Linting", "Monitoring", "Notifying", "Planning", "Portuguese", "Quality", "Reporting", "Runners",
                "Synthesis", "Warehouse", argumentParser,
            ],
            swiftSettings: settings),

        // MARK: Benchmarks
        .executableTarget(
            name: "bench-tasks", dependencies: ["Execution", "Monitoring", "Reporting"], path: "Benchmarks/tasks",
            swiftSettings: settings),

        // MARK: Tests
        module("TestSupport", "Reporting"),
        tests(of: "Reporting"),
        tests(of: "Expressions", "Reporting"),
        tests(of: "Configuration", "Expressions", "Reporting"),
        tests(of: "Synthesis", "CZlib", "Expressions", "Reporting"),
        tests(of: "Engines", "Algebra", "Expressions"),
        tests(of: "Quality", "Configuration", "DuckDBEngine", "Engines", "Expressions", "Reporting"),
        tests(of: "Kinds", "Algebra", "Configuration", "Engines", "Expressions", "Quality", "Reporting", "Synthesis"),
        tests(
            of: "Planning", "Algebra", "Configuration", "DuckDBEngine", "Engines", "Expressions", "Kinds",
            "LakeStorage",
            "Portuguese", "Quality", "Reporting", "Runners", "Synthesis"),
        tests(
            of: "Linting", "Algebra", "Configuration", "DuckDBEngine", "Engines", "Expressions", "Kinds", "LakeStorage",
            "Planning", "Portuguese", "Quality", "Reporting", "Runners", "Synthesis"),
        tests(of: "Portuguese", "Linting", "Reporting"),
        tests(of: "DuckDBEngine", "Engines", "Expressions"),
        tests(of: "LakeStorage"),
        tests(of: "Warehouse", "DuckDBEngine", "Engines", "Expressions"),
        tests(of: "Execution", "Reporting", grdb),
        tests(of: "Monitoring", "Execution", "Reporting"),
        tests(of: "Notifying", "Configuration", "Execution", "Kinds", "Reporting"),
        tests(of: "Runners", "DuckDBEngine", "Engines", "Execution", "LakeStorage", "Planning"),
        // The built program, as a person runs it; what it loaded is read through the modules below.
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "DuckDBEngine", "Engines", "Expressions", "TestSupport", "Warehouse", .byName(name: "esteira"),
            ], swiftSettings: settings),
    ]
)

// A build of a few test targets with what they need, for tools that make everything slow: names, with commas between.
if let names = Context.environment["ESTEIRA_TEST_TARGETS"] {
    let targets = Dictionary(uniqueKeysWithValues: package.targets.map { ($0.name, $0) })
    var needed: Set<String> = []
    func need(_ name: String) {
        guard let target = targets[name], needed.insert(name).inserted else { return }
        for dependency in target.dependencies {
            if case .byNameItem(let name, _) = dependency { need(name) }
        }
    }
    for name in names.split(separator: ",") { need(String(name)) }
    package.targets.removeAll { !needed.contains($0.name) }
    package.products = []
}
