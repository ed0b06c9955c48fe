import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let contractMissing = Rule(
        "EST6007",
        "contract-missing",
        .warning,
        fix: .unsafe,
        since: "0.2.0",
        summary: "A sink passes over columns that its table lacks.",
        explanation: """
            With `schema_changes: ignore` a new column of the dataset is not loaded, and nobody is told. `fail` stops the load \
            until somebody decides; `add_columns` makes the column.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: {from: raw.orders, table: orders, schema_changes: ⟦ignore⟧}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: {from: raw.orders, table: orders, schema_changes: fail}
            """
    )
}

extension Check {
    static let contractMissing = Check(.contractMissing) { project, found in
        for tree in project.pipelineTrees {
            for entry in tree.entries(of: "sinks") {
                guard let node = entry.value["schema_changes"], let scalar = node.scalar,
                    SinkDeclaration.SchemaChanges(rawValue: scalar.text) == .ignore
                else {
                    continue
                }
                let text = Text(scalar.text, places: scalar.places)
                found.report(
                    Diagnostic(
                        .contractMissing,
                        "sink '\(entry.key)' leaves out new columns in silence",
                        at: node.span,
                        help: "write 'fail' or 'add_columns'",
                        fix: text.fix(respelling: "fail")
                    )
                )
            }
        }
    }
}
