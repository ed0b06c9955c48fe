package import Configuration
import Quality
import Reporting

extension SinkDeclaration {
    package static let spec = KindSpec(
        "sink", summary: "A table of the warehouse that a dataset is loaded into.", shorthand: "table"
    ) {
        Field(
            "from", .string, example: "processed.orders", doc: "The dataset. Left out: the one named like the sink.")
        Field(
            "table", .string, required: true, example: "schema.name", doc: "The table, with its schema if it has one.")
        Field("connection", .string, default: "warehouse", doc: "A connection of the profile.")
        Field(
            "mode", .choice(Mode.allCases.map(\.rawValue)), default: "replace",
            doc: """
                Replace all rows (`replace`) or those of the partitions that come (`partition`), `append`, insert and update \
                by key (`merge`), or keep the history of rows (`scd2`).
                """)
        Field(
            "key", .oneOrMany(.column),
            doc: """
                Primary key of the table. Left out: that of the schema, if it has one; of `partition` together with the \
                partition's columns, where these are never null.
                """)
        Field(
            "partition", .oneOrMany(.column), example: "order_day",
            doc: "Of `partition`: the columns whose values tell the partitions apart. Null is a value of its own.")
        Field(
            "track", .oneOrMany(.column), example: "[city, segment]",
            doc: """
                Of `scd2`: the columns whose change makes a new version; others change in the current one. Left out: all \
                but the key.
                """)
        Field(
            "deletes", .choice(AbsentRows.allCases.map(\.rawValue)), default: "keep",
            doc: "Of `scd2`: what becomes of a row whose key does not come: `keep` it, or `close` its current version.")
        Field("schema", .string, doc: "Schema for keys and comments. Left out: the one named like the dataset.")
        Field(
            "schema_changes", .choice(SchemaChanges.allCases.map(\.rawValue)), default: "fail",
            doc: "When the dataset has a column that the table lacks.")
        Field(
            "destructive_changes", .choice(DestructiveChanges.allCases.map(\.rawValue)), default: "refuse",
            doc:
                "Whether lint accepts that the schema drops or narrows a column of `schemas.lock`; loads do the same with both."
        )
        InputFailures.field
        Field.condition
        Field.forEach
        TaskPolicy.fields
    }

    init?(name: Text, _ record: Record, defaults: PipelineDefaults, found: inout Diagnostics) {
        guard let table = record.text("table"), record.text("from") != nil || !record.has("from") else { return nil }
        self.name = name
        from = record.text("from") ?? name
        self.table = table
        connection = record.text("connection") ?? Text("warehouse", at: name.span)
        mode = record.text("mode").flatMap { Mode(rawValue: $0.string) } ?? .replace
        key = record.texts("key")
        partition = record.texts("partition")
        track = record.texts("track")
        absentRows = record.text("deletes").flatMap { AbsentRows(rawValue: $0.string) } ?? .keep
        schema = record.text("schema")
        schemaChanges = record.text("schema_changes").flatMap { SchemaChanges(rawValue: $0.string) } ?? .fail
        destructiveChanges = record.choice("destructive_changes") ?? .refuse
        inputFailures = InputFailures(record)
        condition = record.text(Field.condition.name)
        policy = defaults.policy.overridden(by: record)
        checkTable(found: &found)
        checkModeKeys(record, found: &found)
    }

    private func checkTable(found: inout Diagnostics) {
        let parts = table.string.split(separator: ".", omittingEmptySubsequences: false)
        let fault: Message? =
            if parts.count > 2 {
                "has more than a schema and a name"
            } else if parts.contains("") {
                parts.count == 2 && parts[0].isEmpty ? "lacks the schema before the '.'" : "lacks a name after the '.'"
            } else if let long = parts.first(where: { $0.utf8.count > 63 }) {
                "has \(long.utf8.count) bytes, and warehouses take 63"
            } else {
                nil
            }
        guard let fault else { return }
        found.report(
            Diagnostic(
                .invalidName, "table '\(table)' \(fault)", at: table.span,
                help: "write 'table: name' or 'table: schema.name'"))
    }
}

extension ExpectationBinding {
    package static let spec = KindSpec("expectations", summary: "What a dataset must meet.", shorthand: "suite") {
        Field(
            "suite", .string, required: true, example: "orders",
            doc: "A file of `expectations/` by name, or a path; Great Expectations suites load as they are.")
        Field(
            "on_failure", .choice(OnFailure.allCases.map(\.rawValue)), default: "block",
            doc:
                "What a failed critical expectation does: stop publication and load of the dataset, set the failing rows aside, or nothing."
        )
        Field(
            "max", .share, example: "1%",
            doc: "With `quarantine`: share of rows set aside above which the dataset is stopped all the same.")
        Field.forEach
    }

    init?(dataset: Text, _ record: Record, found: inout Diagnostics) {
        guard let suite = record.text("suite") else { return nil }
        self.dataset = dataset
        self.suite = suite
        action = record.text("on_failure").flatMap { OnFailure(rawValue: $0.string) } ?? .block
        limit = record.share("max")?.value
        if let max = record.share("max"), action != .quarantine {
            found.report(
                Diagnostic(
                    .keyNotApplicable, "'max' is about rows set aside, and '\(action.rawValue)' sets none aside",
                    at: max.span,
                    help: "write 'on_failure: quarantine', or remove 'max'"))
        }
    }
}
