import Configuration
package import Reporting

extension Rule {
    package static let csvDialectUnset = Rule(
        "EST3013",
        "csv-dialect-unset",
        .hint,
        scope: .file,
        fix: .safe,
        since: "0.2.0",
        summary: "A CSV source that says some of how its cells are written, and leaves the rest to be known.",
        explanation: """
            Whoever states one part of a file's dialect has a file that is not as usual. What is not stated is a \
            comma and a line with names, and never guessed; stating it tells the reader of the pipeline, and \
            whoever makes the file.
            """,
        bad: """
            sources:
              orders:
                ⟦csv⟧: {path: include/orders.csv, "null": "-"}
                schema: orders
            """,
        good: """
            sources:
              orders:
                csv: {path: include/orders.csv, "null": "-", delimiter: ",", header: true}
                schema: orders
            """
    )
}

extension Check {
    static let csvDialectUnset = Check(.csvDialectUnset) { project, found in
        project.forEachCSV { _, key, file in
            let missing = [("delimiter", "\",\""), ("header", "true")].filter { file[$0.0] == nil }
            guard file.statesDialect, !missing.isEmpty else { return }
            let entries = missing.map { "\($0): \($1)" }.joined(separator: ", ")
            let names = missing.map { "'\($0.0)'" as Message }.joined(separator: " and ")
            found.report(
                Diagnostic(
                    .csvDialectUnset,
                    "not stated of this file: \(names)",
                    at: key,
                    help: "add \(entries)",
                    fix: file.fixAdding(entries).map { Fix(.safe, "state \(names)", [$0]) }
                )
            )
        }
    }
}
