package import Configuration
package import Expressions
package import Reporting

/// The contract of a table: names, types, nullability, key and meaning of its columns.
package struct TableSchema: Sendable {
    package var name: String
    /// Of the contract: raised with what breaks those who read the table.
    package var version = 1
    /// Where it is written.
    package var versionSpan: Span?
    package var description: String?
    package var columns: [SchemaColumn]
    package var primaryKey: [Text]
    package var span: Span

    package var row: RowType { RowType(columns.map(\.column)) }
}

package struct SchemaColumn: Sendable {
    package var column: Column
    package var description: String?
    /// It tells who a row is about.
    package var isPersonal = false
    /// Where the column is written.
    package var span: Span
}

extension TableSchema {
    static let columnSpec = KindSpec("column", summary: "A column of a table.", shorthand: "type") {
        Field("type", .string, required: true, example: "decimal(12,2)", doc: "Type of the values.")
        Field("nullable", .boolean, default: "true", doc: "Whether a value may be missing.")
        Field("description", .string, doc: "What the column means; becomes a comment in the warehouse.")
        Field(
            "personal", .boolean, default: "false",
            doc: "Whether it tells who a row is about; lint says where it is loaded as it is.")
        Field("meta", .any, doc: "Anything else; Esteira does not read it.")
    }

    package static let spec = KindSpec("schema", summary: "The contract of a table.") {
        Field("schema", .name, required: true, example: "orders", doc: "Name by which sources and sinks refer to it.")
        Field(
            "version", .integer(1...Int.max), default: "1",
            doc: "Version of the contract, raised with what breaks readers; `esteira lock` holds the schema to it.")
        Field("description", .string, doc: "What one row is; becomes the table's comment in the warehouse.")
        Field("columns", .map(.record(columnSpec)), required: true, doc: "Columns in the order of the file.")
        Field("primary_key", .oneOrMany(.column), doc: "Columns that identify a row once the data is clean.")
        Field("meta", .any, doc: "Anything else; Esteira does not read it.")
    }

    init?(_ record: Record, found: inout Diagnostics) {
        guard let name = record.text("schema") else { return nil }
        self.name = name.string
        version = record.integer(orDefault: "version")
        versionSpan = record.integer("version")?.span
        description = record.text("description")?.string
        span = name.span
        columns = []
        var hasUnknownType = false
        for (name, item) in record.map("columns") {
            guard let column = item.asRecord, let type = column.text("type") else { continue }
            guard let parsed = parseDataType(type.string) else {
                found.report(.unknownType(type))
                hasUnknownType = true
                continue
            }
            let isNullable = column.flag("nullable")
            columns.append(
                SchemaColumn(
                    column: Column(name.string, parsed, isNullable: isNullable),
                    description: column.text("description")?.string,
                    isPersonal: column.flag("personal"), span: name.span))
        }
        primaryKey = record.texts("primary_key")
        if columns.isEmpty, !hasUnknownType, let place = record.keySpan("columns"), record.isComplete {
            found.report(
                Diagnostic(
                    .missingRequired, "schema '\(self.name)' has no columns", at: place,
                    help: "write 'name: type' lines below it"))
        }
        // Steps and expectations would miss a column that is there.
        guard record.isComplete, !hasUnknownType else {
            columns = []
            return
        }
        for key in primaryKey {
            guard let column = row[key.string] else {
                found.report(.unknownColumn(key, among: row))
                continue
            }
            let written = record.map("columns").first { $0.name.string == key.string }?.value.asRecord
            if column.isNullable { found.report(.nullableKey(key, column: written)) }
        }
    }
}

extension Diagnostic {
    fileprivate static func nullableKey(_ key: Text, column: Record?) -> Diagnostic {
        let edit = column.flatMap(\.refusingNull)
        return Diagnostic(
            .nullableKey, "column '\(key.string)' of the primary key may be null", at: key.span,
            help: "declare it 'nullable: false'",
            fix: edit.map { Fix(.safe, "declare column '\(key.string)' as 'nullable: false'", [$0]) })
    }
}

extension Record {
    /// What makes the record of a column say `nullable: false`.
    fileprivate var refusingNull: TextEdit? {
        if has("nullable") { return item("nullable").map { TextEdit($0.span, "false") } }
        guard let type = text("type"), let key = keySpan("type") else { return nil }
        if key == span {
            let name = type.string.contains(",") ? "\"\(type)\"" : type.string
            return TextEdit(span, "{type: \(name), nullable: false}")
        }
        guard let first = spec.fields.compactMap({ keySpan($0.name) }).min() else { return nil }
        if span.start.offset < first.start.offset {
            let end = span.end.offset - 1
            return TextEdit(file: span.file, range: end..<end, replacement: ", nullable: false")
        }
        let end = type.span.end.offset
        let indent = String(repeating: " ", count: key.start.column - 1)
        return TextEdit(file: span.file, range: end..<end, replacement: "\n\(indent)nullable: false")
    }
}
