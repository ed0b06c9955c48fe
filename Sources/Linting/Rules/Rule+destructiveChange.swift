import Configuration
import Expressions
package import Kinds
import Planning
package import Reporting

extension Rule {
    package static let destructiveChange = Rule(
        "EST6008",
        "destructive-change",
        .error,
        scope: .project,
        since: "0.2.0",
        summary: "A table is loaded whose schema has lost a column of `schemas.lock`, or narrowed it.",
        explanation: """
            Esteira drops no column of a table: one that the dataset no longer has stays, without values in new rows, or \
            stops the load where it must have one. A type that holds less may stop it too. Whoever answers for the table \
            says with `destructive_changes: allow` that it is meant; the table itself is changed by hand. 'esteira lock' \
            writes no lock before that.
            """,
        bad: """
            sources:
              refunds: {csv: include/refunds.csv, schema: refunds}
            sinks:
              refunds: {table: ⟦dwh.refunds⟧, key: refund_id}
            # file: schemas/refunds.yaml
            schema: refunds
            version: 2
            columns:
              refund_id: {type: uuid, nullable: false}
              amount: int
            primary_key: refund_id
            # file: schemas.lock
            {
              "lock_version": 1,
              "schemas": {
                "refunds": {
                  "columns": {
                    "amount": "bigint",
                    "refund_id": "uuid not null"
                  },
                  "primary_key": ["refund_id"],
                  "version": 1
                }
              }
            }
            """,
        good: """
            sources:
              refunds: {csv: include/refunds.csv, schema: refunds}
            sinks:
              refunds: {table: dwh.refunds, key: refund_id, destructive_changes: allow}
            # file: schemas/refunds.yaml
            schema: refunds
            version: 2
            columns:
              refund_id: {type: uuid, nullable: false}
              amount: int
            primary_key: refund_id
            # file: schemas.lock
            {
              "lock_version": 1,
              "schemas": {
                "refunds": {
                  "columns": {
                    "amount": "bigint",
                    "refund_id": "uuid not null"
                  },
                  "primary_key": ["refund_id"],
                  "version": 1
                }
              }
            }
            """
    )
}

extension Check {
    static let destructiveChange = Check(.destructiveChange) { project, found in
        if let declared = project.project { found.report(contentsOf: destructiveChanges(of: declared)) }
    }
}

/// What tables lose against the lock, and nobody has allowed.
package func destructiveChanges(of project: Project) -> Diagnostics {
    var found = Diagnostics()
    guard let lock = project.lock else { return found }
    for sink in project.pipelines.flatMap(\.sinks) where sink.destructiveChanges == .refuse {
        // Of columns that could not be read nothing is known.
        guard let schema = project.schemas[sink.schemaName], let locked = lock.schemas[sink.schemaName],
            !schema.columns.isEmpty
        else { continue }
        for loss in schema.changes(since: locked).compactMap(\.loss) {
            let column = loss.was.column
            found.report(
                Diagnostic(
                    .destructiveChange,
                    loss.now.map {
                        "the schema of table '\(sink.table)' makes column '\(column.name)' \($0.column.type), and it was \(column.type)"
                    } ?? "the schema of table '\(sink.table)' has lost column '\(column.name)'",
                    at: sink.table.span,
                    notes: [.init("it is changed here", at: loss.now?.span ?? schema.span)],
                    help: "keep it in the schema, or write 'destructive_changes: allow' and change the table by hand"
                )
            )
        }
    }
    return found
}
