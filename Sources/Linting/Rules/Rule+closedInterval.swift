import Configuration
import Expressions
import Kinds
package import Reporting

extension Rule {
    package static let closedInterval = Rule(
        "EST4016",
        "closed-interval",
        .warning,
        scope: .types,
        fix: .unsafe,
        since: "0.2.0",
        summary: "`between` over timestamps takes the last instant in, so that it counts twice.",
        explanation: """
            The end of one interval is the start of the next: a row at just that instant belongs to both. And a \
            day as the end means its midnight, so the rest of the day is left out. Write a half-open interval: \
            from the start on, before the end.
            """,
        bad: """
            sources:
              visits: {csv: include/visits.csv, schema: visits}
            transforms:
              january:
                from: raw.visits
                steps:
                  - filter: ⟦began_at between '2026-01-01' and '2026-02-01'⟧
            # file: schemas/visits.yaml
            schema: visits
            columns: {visit_id: string, began_at: timestamp}
            """,
        good: """
            sources:
              visits: {csv: include/visits.csv, schema: visits}
            transforms:
              january:
                from: raw.visits
                steps:
                  - filter: began_at >= '2026-01-01' and began_at < '2026-02-01'
            # file: schemas/visits.yaml
            schema: visits
            columns: {visit_id: string, began_at: timestamp}
            """
    )
}

extension Check {
    static let closedInterval = Check(.closedInterval) { project, found in
        project.forEachPart { part, text in
            guard case .between(let value, let low, let high, isNegated: false) = part.node,
                [.timestamp, .timestamptz].contains(value.type), !high.range.isEmpty
            else { return }
            let bytes = Array(text.string.utf8)
            func written(_ part: TypedExpression) -> String { String(decoding: bytes[part.range], as: UTF8.self) }
            let name = written(value)
            let open = "(\(name) >= \(written(low)) and \(name) < \(written(high)))"
            found.report(
                Diagnostic(
                    .closedInterval,
                    "the last instant is in this interval and in the next",
                    at: text.span(of: part.range),
                    help: "write '>=' the start and '<' the end",
                    fix: text.fix(.unsafe, "leave the end out", replacing: part.range, by: open)
                )
            )
        }
    }
}
