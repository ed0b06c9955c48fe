import Algebra
import Configuration
import Expressions
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let pushdownLost = Rule(
        "EST4017",
        "pushdown-lost",
        .hint,
        scope: .types,
        since: "0.2.0",
        summary: "A filter compares the year of a column, so that the engine cannot pass over what lies outside of it.",
        explanation: """
            Parquet keeps the least and the greatest value of each group of rows. A comparison of the column itself is held \
            against them and whole groups are not read; of `year(…)` the engine has to compute every row. Compare the column \
            with the ends of the year.
            """,
        bad: """
            sources:
              visits: {csv: include/visits.csv, schema: visits}
            transforms:
              recent:
                from: raw.visits
                steps:
                  - filter: ⟦year(began_at) = 2026⟧
            # file: schemas/visits.yaml
            schema: visits
            columns: {visit_id: string, began_at: timestamp}
            """,
        good: """
            sources:
              visits: {csv: include/visits.csv, schema: visits}
            transforms:
              recent:
                from: raw.visits
                steps:
                  - filter: began_at >= '2026-01-01' and began_at < '2027-01-01'
            # file: schemas/visits.yaml
            schema: visits
            columns: {visit_id: string, began_at: timestamp}
            """
    )
}

extension Check {
    static let pushdownLost = Check(.pushdownLost) { project, found in
        project.forEachStep { step, _ in
            guard step.step is Filter, step.input.isStored, let condition = step.expressions.first else { return }
            for part in condition.typed.parts {
                guard let (column, year) = part.yearOfColumn, (1...9998).contains(year) else { continue }
                let bytes = Array(condition.text.string.utf8)
                let name = String(decoding: bytes[column.range], as: UTF8.self)
                found.report(
                    Diagnostic(
                        .pushdownLost,
                        "every row is read to find those of one year",
                        at: condition.text.span(of: part.range),
                        help:
                            "compare with the ends of the year: \(name) >= '\(fourDigits(year))-01-01' and \(name) < '\(fourDigits(year + 1))-01-01'"
                    )
                )
            }
        }
    }
}

extension Relation {
    /// Whether its rows are read from a file, and at most filtered.
    fileprivate var isStored: Bool {
        switch self {
        case .dataset: true
        case .filter(_, let input): input.isStored
        default: false
        }
    }
}

extension TypedExpression {
    /// What is joined by `and`.
    fileprivate var parts: [TypedExpression] {
        guard case .call("and", let parts) = node else { return [self] }
        return parts.flatMap(\.parts)
    }

    /// `year(column) = 2026`.
    fileprivate var yearOfColumn: (column: TypedExpression, year: Int)? {
        guard case .call("=", let sides) = node, sides.count == 2, case .call("year", let arguments) = sides[0].node,
            let column = arguments.first, case .column = column.node,
            [.date, .timestamp].contains(column.type), case .literal(.integer(let year)) = sides[1].node
        else { return nil }
        return (column, Int(year))
    }
}

private func fourDigits(_ year: Int) -> String { String(repeating: "0", count: 4 - String(year).count) + String(year) }
