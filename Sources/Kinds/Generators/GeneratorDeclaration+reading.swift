package import Configuration
import Expressions
import Reporting
import Synthesis

extension GeneratorDeclaration {
    /// A column: a kind, and what all kinds have in common.
    private static let columnSpec = KindSpec(
        "column",
        summary: "A generated column.",
        exactlyOne: [builtInColumnKinds.map { $0.spec.name }]
    ) {
        builtInColumnKinds.map { Field($0.spec.name, .record($0.spec), doc: $0.spec.summary) }
        Field(
            "missing",
            .share,
            default: "0%",
            doc: "Share of rows without a value, seen by whatever reads the column."
        )
        Field("hidden", .boolean, default: "false", doc: "Whether the column is only there for others to read.")
    }

    private static let tableSpec = KindSpec("table", summary: "A generated table.") {
        Field("rows", .integer(0...1_000_000_000_000), required: true, doc: "Rows before any is duplicated.")
        Field(
            "columns",
            .map(.either([.record(columnSpec), .variant(builtInColumnKinds.map { $0.spec })])),
            required: true,
            doc: "Columns in the file's order. They may read each other in any order."
        )
        Field(
            "defects",
            .list(.variant(builtInDefectKinds.map { $0.spec })),
            doc: "Dirt laid over the table, in order. Nothing that refers to the table sees it."
        )
    }

    private static let csvSpec = KindSpec("csv", summary: "A CSV file for each table.", shorthand: "path") {
        Field(
            "path",
            .template(["table"]),
            required: true,
            example: "\"include/${params.date}/${table}.csv\"",
            doc: "Relative to the project's folder; compressed where it ends in `.gz`."
        )
        Field("delimiter", .string, default: "\",\"", doc: "One ASCII character between fields.")
        Field("header", .boolean, default: "true", doc: "Whether the first line names the columns.")
        Field("null", .string, default: "\"\"", doc: "Text that stands for a missing value.")
    }

    package static let spec = KindSpec("generator", summary: "Synthetic tables and the files they are written to.") {
        Field("seed", .string, example: "store-${params.date}", doc: "The same seed gives the same bytes.")
        Field(
            "locale",
            .choice(SyntheticLocale.allCases.map(\.rawValue)),
            default: "pt_BR",
            doc: "Where invented people live."
        )
        Field("output", .variant([csvSpec]), required: true, doc: "Where the tables are written.")
        Field("tables", .map(.record(tableSpec)), required: true, doc: "Tables by name.")
        TaskPolicy.fields
    }

    init?(name: Text, _ record: Record, clock: ReadingClock, found: inout Diagnostics) {
        var context = GeneratorContext(clock: clock)
        let tables = record.map("tables").compactMap { entry in
            entry.value.asRecord.flatMap { ReadTable(entry.name, $0, in: &context) }
        }
        let output = record.record("output")
        let dialect = output.map { CSVDialect($0, found: &context.found) } ?? CSVDialect()
        if !record.has("seed") {
            context.found.report(
                Diagnostic(
                    .seedMissing,
                    "generator '\(name)' has no seed",
                    at: name.span,
                    help: "add 'seed: \(name)'",
                    fix: record.inserting("seed: \(name)").map { Fix(.safe, "add 'seed: \(name)'", [$0]) }
                )
            )
        }
        let database = SyntheticDatabase(
            seed: record.text("seed")?.string ?? name.string,
            locale: record.text("locale").flatMap { SyntheticLocale(rawValue: $0.string) } ?? .brazil,
            tables: tables.map(\.table)
        )
        let isWhole = record.isComplete && !context.found.hasErrors && tables.allSatisfy(\.isWhole)
        let program = isWhole ? database.compiledProgram(tables, name.span, found: &context.found) : nil
        found.report(contentsOf: context.found)
        guard let program, let path = output?.text("path") else { return nil }
        self.init(
            name: name,
            database: database,
            program: program,
            dialect: dialect,
            pathTemplate: path,
            policy: TaskPolicy().overridden(by: record)
        )
    }
}

extension SyntheticDatabase {
    /// Ready to write; reports what cannot be made, each at its place.
    fileprivate func compiledProgram(_ tables: [ReadTable], _ span: Span, found: inout Diagnostics) -> SyntheticProgram?
    {
        do {
            return try compiled()
        } catch {
            for issue in error.items {
                let table = tables.first { $0.table.name == issue.table }
                found.report(
                    table?.diagnostic(for: issue) ?? Diagnostic(.generatorType, issue.reason.message, at: span)
                )
            }
            return nil
        }
    }
}

extension CSVDialect {
    fileprivate init(_ record: Record, found: inout Diagnostics) {
        self.init(hasHeader: record.flag("header"))
        if let null = record.text("null") { self.null = null.string }
        guard let text = record.text("delimiter") else { return }
        guard let byte = text.string.utf8.first, text.string.utf8.count == 1, byte < 128 else {
            found.report(Diagnostic(.notOneCharacter, "'delimiter' must be one ASCII character", at: text.span))
            return
        }
        delimiter = byte
    }
}

extension Record {
    /// Puts an entry before the others of a mapping.
    fileprivate func inserting(_ entry: String) -> TextEdit? {
        guard let first = spec.fields.compactMap({ keySpan($0.name) }).min() else { return nil }
        let isBlock = span.start.offset == first.start.offset
        let start = first.start.offset
        let indent = String(repeating: " ", count: first.start.column - 1)
        return TextEdit(
            file: span.file, range: start..<start, replacement: isBlock ? "\(entry)\n\(indent)" : "\(entry), ")
    }
}
