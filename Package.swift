// swift-tools-version: 6.1
import PackageDescription

// One section per target, in the order of ARCHITECTURE.md: a target imports only targets above it.

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
]

let package = Package(
    name: "esteira",
    products: [.executable(name: "esteira", targets: ["esteira"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    ],
    targets: [
        // MARK: C libraries
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CDuckDB"),

        // MARK: The language
        .target(name: "Reporting"),
        .target(name: "Expressions", dependencies: ["Reporting"]),
        .target(name: "Algebra", dependencies: ["Expressions"]),
        .target(name: "Configuration", dependencies: ["CYAML", "Expressions", "Reporting"]),
        .target(name: "Synthesis", dependencies: ["CZlib", "Expressions"]),
        .target(name: "Quality", dependencies: ["Configuration", "Engines", "Expressions", "Reporting"]),
        .target(
            name: "Kinds",
            dependencies: ["Algebra", "Configuration", "Engines", "Expressions", "Quality", "Reporting", "Synthesis"]),
        .target(
            name: "Planning",
            dependencies: [
                "Algebra", "Configuration", "Engines", "Expressions", "Kinds", "Quality", "Reporting", "Synthesis",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),

        // MARK: The world
        .target(name: "Engines", dependencies: ["Algebra", "Expressions"]),
        .target(name: "DuckDBEngine", dependencies: ["CDuckDB", "Engines", "Expressions"]),
        .target(name: "LakeStorage", dependencies: ["Engines"]),
        .target(name: "Warehouse", dependencies: ["CPostgres", "Engines", "Expressions"]),
        .target(
            name: "Execution",
            dependencies: ["Reporting", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(name: "Monitoring", dependencies: ["Execution", "Reporting"]),
        .executableTarget(
            name: "esteira",
            dependencies: [
                "Algebra", "Configuration", "DuckDBEngine", "Engines", "Execution", "Expressions", "Kinds", "LakeStorage",
                "Monitoring", "Planning", "Quality", "Reporting", "Synthesis", "Warehouse",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
    ]
)

for target in package.targets where target.type == .regular || target.type == .executable || target.type == .test {
    target.swiftSettings = settings
}
