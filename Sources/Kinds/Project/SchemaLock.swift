import Configuration
import Expressions
import Reporting

/// What `schemas.lock` says: the contracts of tables as they were when a change of them was last decided.
package struct SchemaLock: Sendable {
    package static let file = "schemas.lock"

    /// By name.
    package let schemas: [String: TableSchema]

    package init(_ schemas: [String: TableSchema]) { self.schemas = schemas }
}

extension SchemaLock {
    private static let lockVersion = 1

    private static let schemaSpec = KindSpec("locked schema", summary: "A contract as it was locked.") {
        Field(
            "columns", .map(.string), required: true,
            doc: "Type of each column, with `not null` where it has always a value.")
        Field("primary_key", .list(.column), required: true, doc: "Columns that identify a row.")
        Field("version", .integer(1...Int.max), required: true, doc: "Version of the contract.")
    }

    private static let spec = KindSpec(
        "schema lock", summary: "Contracts as they were when a change of them was last decided."
    ) {
        Field("lock_version", .integer(1...Int.max), required: true, doc: "Version of the form of the file.")
        Field("schemas", .map(.record(schemaSpec)), required: true, doc: "Contracts by name.")
    }

    /// Nil where not all of it can be read, as reported.
    init?(_ node: Node, found: inout Diagnostics) {
        if let written = node["lock_version"]?.scalar, let version = Int(written.text), version > Self.lockVersion {
            found.report(.newerLock(version, known: Self.lockVersion, at: written.places.span))
            return nil
        }
        guard let record = RecordReader(scope: Scope()).read(node, as: Self.spec, found: &found), record.isComplete
        else { return nil }
        var schemas: [String: TableSchema] = [:]
        for (name, item) in record.map("schemas") {
            guard let record = item.asRecord, let schema = TableSchema(locked: name, record, found: &found) else {
                return nil
            }
            schemas[name.string] = schema
        }
        self.schemas = schemas
    }

    /// Sorted, with a line for each column, so that two changes seldom touch.
    package var json: String {
        let schemas = schemas.sorted { $0.key < $1.key }.map { ($0.key, $0.value.locked) }
        let lock = JSONText.object([("lock_version", .integer(Self.lockVersion)), ("schemas", .object(schemas))])
        return lock.text(indented: true) + "\n"
    }
}

/// Behind the type of a column that has always a value.
private let neverNull = " not null"

extension TableSchema {
    fileprivate init?(locked name: Text, _ record: Record, found: inout Diagnostics) {
        self.init(
            name: name.string, version: record.integer(orDefault: "version"),
            versionSpan: record.integer("version")?.span,
            columns: [], primaryKey: record.texts("primary_key"), span: name.span)
        for (name, item) in record.map("columns") {
            guard let contract = item.asText else { return nil }
            let isNullable = !contract.string.hasSuffix(neverNull)
            let type = isNullable ? contract.string : String(contract.string.dropLast(neverNull.count))
            guard let parsed = parseDataType(type) else {
                found.report(.unknownType(Text(type, at: contract.span)))
                return nil
            }
            columns.append(SchemaColumn(column: Column(name.string, parsed, isNullable: isNullable), span: name.span))
        }
    }

    fileprivate var locked: JSONText {
        let columns = columns.map(\.column).sorted { $0.name < $1.name }.map { ($0.name, JSONText.string($0.contract)) }
        return .object([
            ("columns", .object(columns)), ("primary_key", .array(primaryKey.map { .string($0.string) })),
            ("version", .integer(version)),
        ])
    }
}

extension Diagnostic {
    fileprivate static func newerLock(_ version: Int, known: Int, at span: Span) -> Diagnostic {
        Diagnostic(
            .languageVersion, "version \(version) of '\(SchemaLock.file)' is not known; this Esteira knows \(known)",
            at: span,
            help: "install a newer Esteira, or write the file anew with 'esteira lock --force'")
    }
}

extension Diagnostics {
    /// What is wrong with the lock, which nobody writes by hand, with the way to have it written anew.
    var ofLock: Diagnostics {
        Diagnostics(
            items.map { finding in
                guard finding.severity == .error, finding.rule != .languageVersion else { return finding }
                var finding = finding
                finding.help = "write the file anew with 'esteira lock --force'"
                return finding
            })
    }
}
