import Engines
import Expressions
import Kinds
package import Reporting

extension Plan {
    /// For programs; `plan_version` grows by a minor number when keys are added, by a major one when any changes.
    package func json(_ statements: PlanStatements, showsSQL: Bool) -> JSONText {
        .object([
            ("plan_version", .string("1.0")),
            ("project", .string(project)),
            ("pipeline", .string(pipeline.name)),
            ("profile", .string(profile.name)),
            ("params", .object(pipeline.params.map { ($0.name, .string($0.value.text)) })),
            ("tasks", .array(tasks.map { json(of: $0, statements, showsSQL: showsSQL) })),
            ("edges", .array(edges.map { .object([("from", .string($0.from)), ("to", .string($0.to))]) })),
            ("findings", .array(findings.sorted.map(\.json))),
            (
                "summary",
                .object([
                    ("to_run", .integer(summary.toRun)), ("up_to_date", .integer(summary.upToDate)),
                    ("empty", .bool(summary.isEmpty)), ("tables_replaced", .integer(summary.tablesReplaced)),
                ])
            ),
        ])
    }

    private func json(of task: PlannedTask, _ statements: PlanStatements, showsSQL: Bool) -> JSONText {
        let reason = reasons[task.id] ?? .new
        var fields: [(String, JSONText)] = [
            ("id", .string(task.id)), ("group", .string(task.group.rawValue)), ("title", .string(task.title)),
            ("depends_on", .array(task.dependsOn.map { .string($0) })),
            ("runs", .bool(reason.runs)), ("reason", .string(reason.words)),
            ("rows_in", json(of: task.rowsIn)), ("rows_out", json(of: task.rowsOut)),
            ("effect", task.effect.map { .string($0) } ?? .null),
            ("definition", .array(statements.definition(task).map { .string($0.text) })),
            (
                "source",
                .object([
                    ("file", .string(task.span.file)), ("line", .integer(task.span.start.line)),
                    ("column", .integer(task.span.start.column)), ("end_line", .integer(task.span.end.line)),
                    ("end_column", .integer(task.span.end.column)),
                ])
            ),
        ]
        if showsSQL { fields.append(("statements", .array(statements.all(task).map { .string($0.text) }))) }
        return .object(fields)
    }

    private func json(of rows: RowCount) -> JSONText {
        switch rows {
        case .exact(let count): .object([("kind", .string("exact")), ("value", .integer(count))])
        case .estimated(let count): .object([("kind", .string("estimate")), ("value", .integer(count)), ("method", .string("last run"))])
        case .unknown: .object([("kind", .string("unknown"))])
        }
    }
}
