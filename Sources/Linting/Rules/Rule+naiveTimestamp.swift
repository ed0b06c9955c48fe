import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let naiveTimestamp = Rule(
        "EST3008",
        "naive-timestamp",
        .hint,
        scope: .file,
        fix: .unsafe,
        since: "0.2.0",
        summary: "A timestamp without a zone, and nothing that says which clock it is of.",
        explanation: """
            Which day a row belongs to depends on the clock: at 22:00 in São Paulo it is tomorrow in UTC. \
            Declare `timestamptz`, or say in the description which zone the values are of.
            """,
        bad: """
            # file: schemas/customers.yaml
            schema: customers
            columns:
              seen_at: ⟦timestamp⟧
            """,
        good: """
            # file: schemas/customers.yaml
            schema: customers
            columns:
              seen_at: timestamptz
            """
    )
}

extension Check {
    static let naiveTimestamp = Check(.naiveTimestamp) { project, found in
        for column in project.schemaColumns where naive.contains(column.type.string.lowercased()) {
            let text = column.description?.lowercased()
            guard !zoneWords.contains(where: { text?.contains($0) == true }) else { continue }
            found.report(
                Diagnostic(
                    .naiveTimestamp,
                    "'\(column.name)' does not say which zone it is of",
                    at: column.type.span,
                    help: "write 'timestamptz', or name the zone in the description",
                    fix: column.type.fix(
                        .unsafe,
                        "write 'timestamptz'",
                        replacing: 0..<column.type.string.utf8.count,
                        by: "timestamptz"
                    )
                )
            )
        }
    }
}

private let naive: Set = ["timestamp", "datetime"]
private let zoneWords = ["utc", "gmt", "zone", "local", "fuso", "/", "offset"]
