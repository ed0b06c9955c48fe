package import Configuration
import Reporting

/// What becomes of a source without a file.
enum MissingFile: String, CaseIterable { case fail, skip }

extension SourceDeclaration {
    private static let pathField = Field(
        "path", .string, required: true, example: "include/${params.date}/orders.csv",
        doc: "File, or a pattern with `*`; relative to the project's folder.")

    static let csvSpec = KindSpec("csv", summary: "Comma-separated files.", shorthand: "path") {
        pathField
        Field("delimiter", .string, default: "\",\"", doc: "One character between fields.")
        Field("quote", .string, default: "'\"'", doc: "One character around fields that need it.")
        Field("header", .boolean, default: "true", doc: "Whether the first line names the columns.")
        Field("null", .string, default: "\"\"", doc: "Text that stands for a missing value.")
    }
    static let parquetSpec = KindSpec("parquet", summary: "Parquet files.", shorthand: "path") { pathField }
    static let jsonLinesSpec = KindSpec("jsonl", summary: "Files with one JSON object a line.", shorthand: "path") {
        pathField
    }
    static let badRowsSpec = KindSpec(
        "bad_rows", summary: "What becomes of rows that do not fit the schema.", shorthand: "policy"
    ) {
        Field(
            "policy", .choice(BadRowPolicy.Action.allCases.map(\.rawValue)), default: "fail",
            doc: "Stop, make the value null, or set the row aside with its line and reason.")
        Field("max", .share, example: "1%", doc: "Share of bad rows above which the task fails all the same.")
    }
    package static let spec = KindSpec(
        "source", summary: "Files that become a dataset of the lake.", exactlyOne: [["csv", "jsonl", "parquet"]]
    ) {
        Field("csv", .record(csvSpec), doc: csvSpec.summary)
        Field("parquet", .record(parquetSpec), doc: parquetSpec.summary)
        Field("jsonl", .record(jsonLinesSpec), doc: jsonLinesSpec.summary)
        Field(
            "schema", .string, example: "orders",
            doc: "The table's schema. Left out: the types of the files, which for text are a guess.")
        Field("zone", .name, default: "raw", doc: "Zone of the lake.")
        Field("bad_rows", .record(badRowsSpec), doc: badRowsSpec.summary)
        Field(
            "if_missing", .choice(MissingFile.allCases.map(\.rawValue)), default: "fail",
            doc: "Without a file: fail, or skip this source and all that depends on it.")
        Field("wait", .record(WaitDeclaration.spec), doc: WaitDeclaration.spec.summary)
        Field("each_file", .record(MappedFiles.spec), doc: MappedFiles.spec.summary)
        Field.condition
        Field.forEach
        Field("write", .record(ParquetSettings.spec), doc: ParquetSettings.spec.summary)
        TaskPolicy.fields
    }

    init?(name: Text, _ record: Record, defaults: PipelineDefaults, found: inout Diagnostics) {
        let files = record.record("csv") ?? record.record("parquet") ?? record.record("jsonl")
        guard let files, let path = files.text("path") else { return nil }
        self.name = name
        self.path = path
        format =
            switch files.kind {
            case Self.csvSpec.name: .csv(CSVSettings(files, found: &found))
            case Self.parquetSpec.name: .parquet
            default: .jsonLines
            }
        schema = record.text("schema")
        // It may stand where it does not belong, or be misspelt.
        if schema == nil, !record.isComplete { return nil }
        if schema == nil, format != .parquet {
            found.report(
                Diagnostic(
                    .sourceWithoutSchema, "source '\(name.string)' has no schema: its types are guessed from the file",
                    at: name.span, help: "write 'schema: NAME' and the columns in schemas/NAME.yaml"))
        }
        zone = record.text("zone")?.string ?? "raw"
        let bad = record.record("bad_rows")
        badRows = BadRowPolicy(
            action: bad?.choice("policy") ?? .fail,
            limit: bad?.share("max")?.value)
        skipsWhenMissing = record.choice("if_missing", of: MissingFile.self) == .skip
        wait = record.record("wait").flatMap { WaitDeclaration($0, path: path.string) }
        mapping = record.record("each_file").map { MappedFiles($0) }
        condition = record.text(Field.condition.name)
        write = defaults.write.overridden(by: record.record("write"), found: &found)
        policy = defaults.policy.overridden(by: record)
    }
}

extension CSVSettings {
    fileprivate init(_ record: Record, found: inout Diagnostics) {
        self.init()
        for (field, path) in [("delimiter", \CSVSettings.delimiter), ("quote", \CSVSettings.quote)] {
            guard let text = record.text(field) else { continue }
            guard text.string.utf8.count == 1 else {
                found.report(
                    Diagnostic(.notOneCharacter, "'\(field)' must be one ASCII character", at: text.span))
                continue
            }
            self[keyPath: path] = text.string
        }
        hasHeader = record.boolean("header")?.value ?? hasHeader
        null = record.text("null")?.string ?? null
    }
}
