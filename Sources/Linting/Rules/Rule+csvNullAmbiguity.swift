import Configuration
import Expressions
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let csvNullAmbiguity = Rule(
        "EST3012",
        "csv-null-ambiguity",
        .hint,
        scope: .project,
        fix: .safe,
        since: "0.2.0",
        summary: "An empty text and a missing value look the same in a CSV file.",
        explanation: """
            Where nothing is said, an empty cell is read as a missing value, so an empty text cannot be told \
            apart. State which text stands for a missing value: an empty one, if that is meant.
            """,
        bad: """
            sources:
              orders:
                ⟦csv⟧: {path: include/orders.csv, delimiter: ";"}
                schema: orders
            """,
        good: """
            sources:
              orders:
                csv: {path: include/orders.csv, delimiter: ";", "null": ""}
                schema: orders
            """
    )
}

extension Check {
    static let csvNullAmbiguity = Check(.csvNullAmbiguity) { project, found in
        project.forEachCSV { source, key, file in
            guard file.statesDialect, file["null"] == nil,
                let schema = source.schema.flatMap({ project.project?.schemas[$0.string] }),
                let column = schema.columns.first(where: { $0.column.type == .string && $0.column.isNullable })
            else { return }
            found.report(
                Diagnostic(
                    .csvNullAmbiguity,
                    "an empty '\(column.column.name)' and a missing one are the same in this file",
                    at: key,
                    help: "say which text means missing: 'null: \"\"' if an empty one does",
                    fix: file.fixAdding("\"null\": \"\"").map {
                        Fix(.safe, "say that an empty text means missing", [$0])
                    }
                )
            )
        }
    }
}
